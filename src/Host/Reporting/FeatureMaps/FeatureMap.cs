namespace Mpuc.Host.Reporting.FeatureMaps;

/// <summary>Features of recordings in two dimensions, by PCA and by t-SNE.</summary>
/// <param name="Incomplete">Recordings that are left out because they lack a modality.</param>
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
/// <param name="Group">Its actor or speaker; empty for none.</param>
/// <param name="Label">Its label; empty for none.</param>
internal sealed record FeatureMapPoint(
    string Id, string Group, string Label, string Side, (double X, double Y) Principal, (double X, double Y) Neighbour);
