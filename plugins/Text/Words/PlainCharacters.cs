using System.Text;

namespace Mpuc.Plugins.Text.Words;

/// <summary>Replaces typographic characters by those that vocabularies have.</summary>
internal static class PlainCharacters
{
    // U+0085 and U+0091 to U+0097 are what bytes of Windows-1252 become where a file was once read as Latin-1: an ellipsis, quotes and
    // dashes.
    private const string Apostrophes = "\u2018\u2019\u201B\u02BC\u02B9\u00B4`\u2032\uFF07\u0091\u0092";
    private const string Hyphens = "\u2010\u2011\u2212\uFF0D";
    private const string Dashes = "\u2012\u2013\u2014\u2015\u0096\u0097";
    private const string Ellipses = "\u2026\u0085";
    private const string Invisible = "\u00AD\u200B\u200C\u200D\u2060\uFEFF";

    private const string Accented = "\u00E0\u00E1\u00E2\u00E3\u00E4\u00E5\u00E7\u00E8\u00E9\u00EA\u00EB\u00EC\u00ED\u00EE\u00EF\u00F1\u00F2\u00F3\u00F4\u00F5\u00F6\u00F8\u00F9\u00FA\u00FB\u00FC\u00FD\u00FF";
    private const string Unaccented = "aaaaaaceeeeiiiinoooooouuuuyy";

    /// <summary>Makes apostrophes, hyphens and ellipses plain, dashes spaces, and removes what cannot be seen.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>The text with plain characters.</returns>
    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            switch (character)
            {
                case var _ when Apostrophes.Contains(character, StringComparison.Ordinal):
                    plain.Append('\'');
                    break;
                case var _ when Hyphens.Contains(character, StringComparison.Ordinal):
                    plain.Append('-');
                    break;
                case var _ when Dashes.Contains(character, StringComparison.Ordinal):
                    plain.Append(' ');
                    break;
                case var _ when Ellipses.Contains(character, StringComparison.Ordinal):
                    plain.Append("...");
                    break;
                case var _ when Invisible.Contains(character, StringComparison.Ordinal):
                    break;
                default:
                    plain.Append(character);
                    break;
            }
        }

        return plain.ToString();
    }

    /// <summary>Takes the accents of Western European letters away.</summary>
    /// <param name="word">A word in lower case.</param>
    /// <returns>The word without accents; the same word where it has none.</returns>
    public static string WithoutAccents(string word) => string.Create(word.Length, word, (plain, accented) =>
    {
        for (var i = 0; i < plain.Length; i++)
        {
            var place = Accented.IndexOf(accented[i], StringComparison.Ordinal);
            plain[i] = place < 0 ? accented[i] : Unaccented[place];
        }
    });
}
