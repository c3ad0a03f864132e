using Mpuc.Host.Messages;

namespace Mpuc.Host.Plugins;

/// <summary>Extensions in messages.</summary>
internal static class ExtensionList
{
    // What ffmpeg reads has some fifty extensions; the first say what is meant.
    private const int Most = 12;

    /// <summary>Lists the first of some extensions.</summary>
    public static string Describe(IEnumerable<string> extensions) => ShortList.Of([.. extensions], Most);
}
