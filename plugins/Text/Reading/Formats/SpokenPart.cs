using System.Text.RegularExpressions;

namespace Mpuc.Plugins.Text.Reading.Formats;

/// <summary>
/// What is spoken of a line of subtitles or an annotation: without mark-up, and without what stands in square brackets, which describes
/// sounds.
/// </summary>
internal static partial class SpokenPart
{
    /// <summary>Leaves out what is not spoken.</summary>
    /// <param name="text">A line.</param>
    /// <returns>The words of it.</returns>
    public static string Of(string text) =>
        Tag()
            .Replace(Unspoken().Replace(text, " "), string.Empty)
            .Replace(@"\N", " ", StringComparison.OrdinalIgnoreCase)
            .Replace("&amp;", "&", StringComparison.Ordinal)
        .Replace("&nbsp;", " ", StringComparison.Ordinal).Trim();

    // Inside a word there may be a time: "ho<00:02.000>me".
    [GeneratedRegex(@"<[^<>]*>", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tag();

    [GeneratedRegex(@"<br\s*/?>|\{[^{}]*\}|\[[^\[\]]*\]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Unspoken();
}
