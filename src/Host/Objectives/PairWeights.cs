namespace Mpuc.Host.Objectives;

/// <summary>
/// How much each ordered pair of modalities counts in Eq. 2's average (the paper's future work); 1 unless set. The average divides by the
/// sum of the weights, so weights shift the balance between pairs, not the loss's scale.
/// </summary>
public sealed class PairWeights
{
    private readonly Dictionary<ModalityPair, double> _weights = [];

    /// <summary>Checks weights as the configuration has them.</summary>
    /// <param name="weights">Weights of at least 0 by pair, such as <c>audio>actionUnits</c>.</param>
    /// <exception cref="MpucException">A key is not a pair, or a weight is negative or not finite.</exception>
    public PairWeights(IReadOnlyDictionary<string, double> weights)
    {
        foreach (var (text, weight) in weights)
        {
            var pair = ModalityPair.Parse(text)
                ?? throw new MpucException(
                    $"'pairWeights' has the key '{text}'; a pair is written 'audio>text', with the anchor's modality first.");
            if (!double.IsFinite(weight) || weight < 0)
            {
                throw new MpucException($"'pairWeights' gives {pair} the weight {weight:R}; a weight must be a number of at least 0.");
            }

            _weights[pair] = weight;
        }
    }

    /// <summary>Every pair with weight 1, as in the paper.</summary>
    public static PairWeights Equal { get; } = new(new Dictionary<string, double>());

    /// <summary>The weights that are set.</summary>
    public IReadOnlyDictionary<ModalityPair, double> Set => _weights;

    /// <summary>A pair's weight.</summary>
    /// <param name="pair">The pair.</param>
    /// <returns>1 unless set.</returns>
    public double this[ModalityPair pair] => _weights.GetValueOrDefault(pair, 1);

    /// <summary>Checks that the weights speak of pairs that the loss has, and leave at least one of them.</summary>
    /// <param name="modalities">The modalities' names.</param>
    /// <param name="includeSameModality">Whether a modality is contrasted with itself, too.</param>
    /// <exception cref="MpucException">A weight names an unknown modality or a pair that is not used, or all weights are 0.</exception>
    public void Check(IReadOnlyCollection<string> modalities, bool includeSameModality)
    {
        foreach (var pair in _weights.Keys)
        {
            if (new[] { pair.Anchor, pair.Candidate }.FirstOrDefault(name => !modalities.Contains(name)) is { } unknown)
            {
                throw new MpucException(
                    $"'pairWeights' speaks of '{unknown}' in '{pair}'; the modalities are {string.Join(", ", modalities)}.");
            }

            if (pair.Anchor == pair.Candidate && !includeSameModality)
            {
                throw new MpucException($"'pairWeights' sets '{pair}', which counts only where 'includeSameModality' is true.");
            }
        }

        var pairs = modalities.SelectMany(anchor => modalities.Select(candidate => new ModalityPair(anchor, candidate)));
        if (pairs.All(pair => (pair.Anchor == pair.Candidate && !includeSameModality) || this[pair] == 0))
        {
            throw new MpucException("'pairWeights' gives every pair the weight 0; at least one must be above 0.");
        }
    }
}

/// <summary>An ordered pair of modalities (m, n) as in Eq. 1: the anchors are of m, the candidates of n. Written <c>m>n</c>.</summary>
/// <param name="Anchor">The anchors' modality, m.</param>
/// <param name="Candidate">The candidates' modality, n.</param>
public readonly record struct ModalityPair(string Anchor, string Candidate)
{
    /// <summary>Reads a pair from its written form.</summary>
    /// <param name="text">Such as <c>audio>actionUnits</c>.</param>
    /// <returns>The pair, or null where the text is not two names around one <c>></c>.</returns>
    public static ModalityPair? Parse(string text) =>
        text.Split('>', StringSplitOptions.TrimEntries) is [{ Length: > 0 } anchor, { Length: > 0 } candidate]
            ? new(anchor, candidate)
            : null;

    /// <inheritdoc/>
    public override string ToString() => $"{Anchor}>{Candidate}";
}
