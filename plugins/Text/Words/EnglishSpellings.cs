namespace Mpuc.Plugins.Text.Words;

/// <summary>How words that are written with apostrophes are written out.</summary>
internal static class EnglishSpellings
{
    private const string Negation = "n't";

    private static readonly Dictionary<string, string[]> Irregular = new(StringComparer.Ordinal)
    {
        ["let's"] = ["let", "us"],
        ["y'know"] = ["you", "know"],
        ["c'mon"] = ["come", "on"],
        ["y'all"] = ["you", "all"],
        ["d'you"] = ["do", "you"],
        ["'cause"] = ["because"],
        ["'em"] = ["them"],
        ["'til"] = ["until"],
        ["'bout"] = ["about"],
        ["'round"] = ["around"],
        ["'kay"] = ["okay"],
        ["ma'am"] = ["madam"],
    };

    // What is not expanded, 's, is as often a genitive as a verb.
    private static readonly Dictionary<string, string[]> Clitics = new(StringComparer.Ordinal)
    {
        [Negation] = ["not"],
        ["'re"] = ["are"],
        ["'ve"] = ["have"],
        ["'ll"] = ["will"],
        ["'m"] = ["am"],
        ["'d"] = ["would"],
        ["'s"] = [],
    };

    private static readonly Dictionary<string, string> NegatedVerbs = new(StringComparer.Ordinal)
    {
        ["ca"] = "can", ["wo"] = "will", ["sha"] = "shall", ["ai"] = "is",
    };

    /// <summary>Looks a word up among those that are short for others.</summary>
    /// <param name="word">A word in lower case.</param>
    /// <returns>The words that it stands for; null where it is none of these.</returns>
    public static IReadOnlyList<string>? Written(string word) => Irregular.GetValueOrDefault(word);

    /// <summary>
    /// Splits what is contracted as the Penn Treebank does, and GloVe's training text with it: <c>ca n't</c>, <c>it 's</c>.
    /// </summary>
    /// <param name="word">A word in lower case.</param>
    /// <returns>The stem and the clitic; null where there is none.</returns>
    public static (string Stem, string Clitic)? Split(string word) =>
        Clitics.Keys.FirstOrDefault(clitic => word.Length > clitic.Length && word.EndsWith(clitic, StringComparison.Ordinal)) is { } found
            ? (word[..^found.Length], found)
            : null;

    /// <summary>Writes a clitic out.</summary>
    /// <param name="clitic">One that <see cref="Split"/> found.</param>
    /// <returns>The words that it stands for; none for 's.</returns>
    public static IReadOnlyList<string> Expand(string clitic) => Clitics[clitic];

    /// <summary>Writes the stem before a clitic as it is written alone: <c>ca</c> before <c>n't</c> is <c>can</c>.</summary>
    /// <param name="stem">The stem.</param>
    /// <param name="clitic">The clitic.</param>
    /// <returns>The word.</returns>
    public static string WholeStem(string stem, string clitic) => clitic == Negation ? NegatedVerbs.GetValueOrDefault(stem, stem) : stem;
}
