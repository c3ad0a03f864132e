using Mpuc.Host.Evaluation;
using Mpuc.Host.Evaluation.Downstream;
using Mpuc.Host.Inference.Bundles;
using TorchSharp;

namespace Mpuc.Host.Inference.Classification;

/// <summary>Measures a classifier with every subset of its modalities.</summary>
internal static class SubsetMeasurement
{
    /// <summary>Measures on the test rows; a recording counts only where it has a modality of the subset.</summary>
    /// <param name="classifier">The classifier.</param>
    /// <param name="features">Features of the test rows, perhaps among others.</param>
    /// <param name="rows">The targets.</param>
    /// <param name="options">The threshold, and up to how many modalities every subset is measured.</param>
    /// <returns>One entry a subset, from large to small.</returns>
    public static IReadOnlyList<SubsetAccuracy> Of(
        SubsetClassifier classifier, FeatureTable features, LabelledRows rows, EvaluationOptions options)
    {
        using var scope = torch.NewDisposeScope();
        var test = features.Concatenate(rows.TestIds, features.Modalities);
        var measured = new List<SubsetAccuracy>();
        foreach (var subset in ModalitySubsets.Of(features.Modalities, options.MaximumSubsetModalities))
        {
            var kept = classifier.Keep(test, subset);
            var present = kept.isnan().all(1).logical_not().data<bool>().ToArray();
            var predictions = classifier.Decide(classifier.Probabilities(kept));
            var places = Enumerable.Range(0, present.Length).Where(place => present[place]).ToList();
            if (places.Count > 0)
            {
                measured.Add(new SubsetAccuracy(subset, places.Count, ClassificationMetrics.Of(
                    rows.Space,
                    [.. places.Select(place => rows.TestTargets[place])],
                    [.. places.Select(place => predictions[place])],
                    options.Threshold)));
            }
        }

        return measured;
    }
}
