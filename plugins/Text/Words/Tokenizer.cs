using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Mpuc.Plugins.Text.Words;

/// <summary>
/// Splits a transcript into words, numbers and, where they are kept, punctuation marks. A word may hold apostrophes and hyphens
/// (<c>don't</c>, <c>twenty-five</c>), a number its separators (<c>1,000</c>, <c>3.5</c>, <c>5:30</c>), an abbreviation of single letters
/// its dots (<c>u.s.</c>). An apostrophe before or after a word stays with it; whether it belongs there (<c>'em</c>) or is a quotation
/// mark, the <see cref="WordLookup"/> finds out.
/// </summary>
internal static partial class Tokenizer
{
    /// <summary>Splits a text.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="keepMarks">Whether <c>. , ! ? ; :</c> and the ellipsis become tokens; repeated ones become a single one.</param>
    /// <returns>The tokens in order; none for a text without letters and digits.</returns>
    public static IReadOnlyList<Token> Split(string text, bool keepMarks)
    {
        var tokens = new List<Token>();
        foreach (Match match in Pattern().Matches(PlainCharacters.Of(text)))
        {
            if (!match.Groups["mark"].Success)
            {
                tokens.Add(new Token(match.Value));
            }
            else if (keepMarks)
            {
                tokens.Add(new Token(match.ValueSpan is ['.', '.', ..] ? "..." : match.Value[..1], IsMark: true));
            }
        }

        return tokens;
    }

    [SuppressMessage(
        "Security",
        "MA0009:Regular expressions should not be vulnerable to Denial of Service attacks",
        Justification = "What a repetition begins with cannot end the one before it, so matching takes linear time.")]
    [GeneratedRegex(
        """
        \p{L}(?:\.\p{L})+(?![\p{L}\p{M}\p{N}'])\.?
        | '?[\p{L}\p{M}\p{N}]+(?:(?:['-]|(?<=\p{Nd})[.,:](?=\p{Nd}))[\p{L}\p{M}\p{N}]+)*'?
        | (?<mark>(?<same>[.,!?;:])\k<same>*)
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
