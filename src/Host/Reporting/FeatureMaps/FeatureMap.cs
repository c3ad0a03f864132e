namespace Mpuc.Host.Reporting.FeatureMaps;

/// <summary>Features of recordings in two dimensions, by PCA and by t-SNE.</summary>
/// <param name="Points">The recordings, in the data set's order.</param>
/// <param name="Shares">The shares of variance of the two principal components.</param>
/// <param name="Perplexity">t-SNE's perplexity.</param>
/// <param name="Incomplete">Recordings that are left out because they lack a modality.</param>
/// <param name="Total">Recordings that have all modalities, from which the points were drawn.</param>
/// <param name="Seed">What decides the draw.</param>
/// <param name="Checkpoint">The file name of the checkpoint that the encoders are from.</param>
/// <param name="Epoch">The epochs that these were trained.</param>
internal sealed record FeatureMap(
    IReadOnlyList<FeatureMapPoint> Points,
    (double First, double Second) Shares,
    double Perplexity,
    int Incomplete,
    int Total,
    int Seed,
    string Checkpoint,
    int Epoch);

/// <summary>A recording.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Group">Its actor or speaker; empty for none.</param>
/// <param name="Label">Its label; empty for none.</param>
/// <param name="Side"><c>training</c>, <c>validation</c> or <c>test</c>.</param>
/// <param name="Principal">Its first two principal components.</param>
/// <param name="Neighbour">Its place by t-SNE.</param>
internal sealed record FeatureMapPoint(
    string Id, string Group, string Label, string Side, (double X, double Y) Principal, (double X, double Y) Neighbour);
