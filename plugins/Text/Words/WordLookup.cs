using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Mpuc.Plugins.Text.Words;

/// <summary>
/// Finds the vectors of a word as it was written. The first of these that the vocabulary has counts: the word in lower case; the word as
/// written; stem and clitic (<c>do n't</c>); the words that it is short for (<c>do not</c>, <c>you know</c>); its number in words; its
/// parts between hyphens; the word without apostrophes (<c>doin'</c> as doing); with fewer repeated letters (<c>yesss</c>); without
/// accents.
/// </summary>
/// <param name="vocabulary">The words that have a vector.</param>
internal sealed partial class WordLookup(IVocabulary vocabulary)
{
    /// <summary>Finds a word.</summary>
    /// <param name="word">A token that is no punctuation mark, or one.</param>
    /// <returns>At least one piece, in order of speech; those without a vector are among them.</returns>
    public IReadOnlyList<WordPiece> Find(string word)
    {
        var lower = word.ToLowerInvariant();
        return Whole(lower)
            ?? Whole(word)
            ?? SplitClitic(lower)
            ?? ShortForm(lower)
            ?? ExpandedClitic(lower)
            ?? Number(lower)
            ?? Parts(lower, '-')
            ?? WithoutApostrophes(lower) ?? Shortened(lower) ?? Whole(PlainCharacters.WithoutAccents(lower)) ?? [new WordPiece(lower, -1)];
    }

    private WordPiece[]? Whole(string word) => vocabulary.Find(word) is >= 0 and var row ? [new WordPiece(word, row)] : null;

    private WordPiece Piece(string word) => new(word, vocabulary.Find(word));

    private WordPiece[]? SplitClitic(string word) =>
        EnglishSpellings.Split(word) is var (stem, clitic) && Whole(stem) is [var first] && Whole(clitic) is [var second]
            ? [first, second]
            : null;

    private WordPiece[]? ShortForm(string word) => EnglishSpellings.Written(word) is { } words ? [.. words.Select(Piece)] : null;

    private WordPiece[]? ExpandedClitic(string word) => EnglishSpellings.Split(word) is var (stem, clitic)
        ? [.. Find(EnglishSpellings.WholeStem(stem, clitic)), .. EnglishSpellings.Expand(clitic).Select(Piece)]
        : null;

    private WordPiece[]? Number(string word) => char.IsAsciiDigit(word[0]) && !word.Contains('-', StringComparison.Ordinal)
        ? [.. SpokenNumbers.Write(word).Select(Piece)]
        : null;

    private WordPiece[]? Parts(string word, char separator) => word.Contains(separator, StringComparison.Ordinal)
        ? [.. word.Split(separator, StringSplitOptions.RemoveEmptyEntries).SelectMany(Find)]
        : null;

    private IReadOnlyList<WordPiece>? WithoutApostrophes(string word)
    {
        if (!word.Contains('\'', StringComparison.Ordinal))
        {
            return null;
        }

        var inner = word.Trim('\'');
        if (word.EndsWith("in'", StringComparison.Ordinal) && Whole(inner + 'g') is { } participle)
        {
            return participle;
        }

        return inner.Length == 0 ? null : inner.Length < word.Length ? Find(inner) : Parts(inner, '\'');
    }

    private WordPiece[]? Shortened(string word) => Repeated().IsMatch(word)
        ? Whole(Repeated().Replace(word, "${letter}${letter}")) ?? Whole(Repeated().Replace(word, "${letter}"))
        : null;

    [SuppressMessage(
        "Security",
        "MA0009:Regular expressions should not be vulnerable to Denial of Service attacks",
        Justification = "Without nested repetitions, matching takes linear time.")]
    [GeneratedRegex(@"(?<letter>\p{L})\k<letter>{2,}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Repeated();
}
