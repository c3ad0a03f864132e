using Mpuc.Host.Evaluation;
using Mpuc.Host.Evaluation.Downstream;
using Mpuc.Host.Inference.Bundles;
using TorchSharp;

namespace Mpuc.Host.Inference.Classification;

/// <summary>Measures a classifier with every subset of its modalities.</summary>
internal static class SubsetMeasurement
{
    /// <summary>Measures on the test rows; a recording counts only where it has a modality of the subset.</summary>
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
