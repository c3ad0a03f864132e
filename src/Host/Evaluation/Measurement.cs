using System.Text.Json.Serialization;

namespace Mpuc.Host.Evaluation;

/// <summary>One row of an evaluation: how well one classifier reads one kind of features of the test recordings.</summary>
/// <param name="Features">Where the features come from: <c>contrastive</c>, <c>untrained</c> or <c>none</c> (pooled raw frames).</param>
/// <param name="Classifier"><c>probe</c> (fc + ReLU + fc), <c>linear</c> or <c>knn</c>.</param>
/// <param name="Modalities">The modalities whose features are concatenated.</param>
/// <param name="Accuracy">The fraction of test recordings predicted correctly, 0 to 1.</param>
public sealed record Measurement(string Features, string Classifier, IReadOnlyList<string> Modalities, double Accuracy)
{
    /// <summary>
    /// Whether each test recording was predicted correctly, in the data set's order; in JSON a text of one 1 or 0 each, so that results that
    /// were written earlier can be compared recording by recording.
    /// </summary>
    [JsonConverter(typeof(BitTextConverter))]
    public IReadOnlyList<bool> Correct { get; init; } = [];
}
