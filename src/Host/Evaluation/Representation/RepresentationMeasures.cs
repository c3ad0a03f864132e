namespace Mpuc.Host.Evaluation.Representation;

/// <summary>
/// What the embeddings of the test recordings look like, without any label (Wang and Isola 2020). Embeddings are projected features (paper,
/// Fig. 1), normalised to length 1.
/// </summary>
public sealed record RepresentationMeasures
{
    /// <summary>
    /// For each pair of modalities, by <c>m, n</c>, the mean squared distance of a recording's two embeddings, 0 (the same) to 4; about 2
    /// where they have nothing to do with each other.
    /// </summary>
    public required IReadOnlyDictionary<string, double> Alignment { get; init; }

    /// <summary>
    /// For each modality, the logarithm of the mean of exp(-2 d^2) over all pairs of recordings, d their embeddings' distance: 0 where all
    /// embeddings are the same, towards -4 where they fill the sphere.
    /// </summary>
    public required IReadOnlyDictionary<string, double> Uniformity { get; init; }

    /// <summary>Retrieval for every ordered pair of modalities.</summary>
    public required IReadOnlyList<RetrievalRecall> Retrieval { get; init; }
}
