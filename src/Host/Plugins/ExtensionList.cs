using Mpuc.Host.Messages;

namespace Mpuc.Host.Plugins;

/// <summary>Extensions in messages.</summary>
internal static class ExtensionList
{
    // What ffmpeg reads has some fifty extensions; the first say what is meant.
    private const int Most = 12;

    /// <summary>Lists the first of some extensions.</summary>
    /// <param name="extensions">The extensions, the usual ones first.</param>
    /// <returns>Text for the middle or the end of a sentence.</returns>
    public static string Describe(IEnumerable<string> extensions) => ShortList.Of([.. extensions], Most);
}
