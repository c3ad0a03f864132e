using Mpuc.Host.Data.Sequences;
using Mpuc.Host.Evaluation;
using Mpuc.Host.Evaluation.Downstream;
using Mpuc.Host.Modalities;
using Mpuc.Host.Training;

namespace Mpuc.Host.Protocol;

/// <summary>Probes of features that no label has touched; all methods with frozen features share them.</summary>
internal static class FrozenFeatures
{
    /// <summary>Encodes a fold's recordings.</summary>
    public static FeatureTable Extract(
        Fold fold, MultimodalEncoder model, IReadOnlyList<Modality> modalities, SequenceStore store, CancellationToken cancellationToken) =>
        FeatureExtractor.Extract(
            fold.Windows(fold.Recordings, modalities, store, cancellationToken),
            model.Features,
            [.. modalities.Select(modality => modality.Name)]);

    /// <summary>Trains a probe on features of training rows and predicts the test rows.</summary>
    public static long[] Predict(Fold fold, FeatureTable features, IReadOnlyList<string> modalities, bool isLinear = false)
    {
        var (rows, evaluation, seed) = (fold.Rows, fold.Configuration.Evaluation, fold.Configuration.Seed);
        using var training = features.Concatenate(rows.TrainingIds, modalities);
        using var test = features.Concatenate(rows.TestIds, modalities);
        using var problem = new ClassificationProblem(training, rows.TrainingTargets, test, rows.Space);
        return isLinear ? Classifiers.LinearProbe(problem, evaluation, seed) : Classifiers.Chosen(problem, evaluation, seed);
    }
}
