namespace Mpuc.Host.Objectives;

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
