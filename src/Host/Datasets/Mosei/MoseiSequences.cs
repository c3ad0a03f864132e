using Mpuc.Host.Data;

namespace Mpuc.Host.Datasets.Mosei;

/// <summary>The computational sequences in a folder, told apart by their own names and their files'.</summary>
internal static class MoseiSequences
{
    /// <summary>What the sequence of labels is called.</summary>
    public const string Labels = "labels";

    // In this order: 'CMU_MOSEI_TimestampedWordVectors.csd' holds GloVe vectors, not words.
    private static readonly (string Part, string Name)[] Known =
    [
        ("label", Labels), ("covarep", "covarep"), ("openface", "openFace"), ("facet", "facet"), ("opensmile", "openSmile"),
        ("glove", "glove"), ("wordvectors", "glove"), ("phones", "phones"), ("words", "words"),
    ];

    /// <summary>Opens the sequences below a folder.</summary>
    /// <param name="warnings">Told of files that are left out because another one is of the same kind.</param>
    /// <returns>
    /// The sequences by their name as a source: <c>words</c>, <c>glove</c>, <c>covarep</c>, <c>openFace</c>, <c>facet</c>, <c>labels</c>;
    /// others by their own.
    /// </returns>
    /// <exception cref="MpucException">A file is damaged.</exception>
    public static IReadOnlyDictionary<string, ComputationalSequence> Find(
        string root, Func<string, ComputationalSequence> open, List<string> warnings)
    {
        var found = new SortedDictionary<string, ComputationalSequence>(StringComparer.Ordinal);
        foreach (var path in FolderWalk.Files(root)
            .Where(path => path.EndsWith(ComputationalSequences.Extension, StringComparison.OrdinalIgnoreCase)))
        {
            var sequence = open(path);
            var name = NameOf(sequence.Name, Path.GetFileNameWithoutExtension(path));
            if (!found.TryAdd(name, sequence))
            {
                warnings.Add($"Left out ('{found[name].Path}' has the source '{name}' already): '{path}'.");
            }
        }

        return found;
    }

    /// <summary>What a sequence is called as a source.</summary>
    /// <param name="sequence">The sequence's name, such as <c>FACET 4.2</c>.</param>
    /// <param name="file">The file's name without its extension.</param>
    public static string NameOf(string sequence, string file)
    {
        foreach (var text in new[] { sequence, file }.Select(Plain))
        {
            if (Known.FirstOrDefault(known => text.Contains(known.Part, StringComparison.Ordinal)).Name is { } name)
            {
                return name;
            }
        }

        var words = new string([.. sequence.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Concat(
            words.Select((word, place) => place == 0 ? word.ToLowerInvariant() : char.ToUpperInvariant(word[0]) + word[1..]));
    }

    private static string Plain(string name) => new([.. name.Where(char.IsAsciiLetterOrDigit).Select(char.ToLowerInvariant)]);
}
