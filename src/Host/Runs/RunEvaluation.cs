using Mpuc.Host.Data;
using Mpuc.Host.Evaluation;
using Mpuc.Host.Evaluation.Representation;
using TorchSharp;

namespace Mpuc.Host.Runs;

/// <summary>Evaluates a trained run on the data set that it was trained on.</summary>
internal static class RunEvaluation
{
    /// <summary>Reads the run's recordings, extracts features of trained and untrained encoders, and measures them.</summary>
    /// <param name="progress">Told of every sequence that is ready; may be null.</param>
    /// <exception cref="MpucException">The configuration names no label, or the data cannot be read.</exception>
    public static EvaluationResult Evaluate(TrainedRun run, IProgress<ReadingProgress>? progress, CancellationToken cancellationToken)
    {
        var configuration = run.Configuration;
        if (configuration.Data.Label.Length == 0)
        {
            throw new MpucException($"The configuration of {run.Directory.Path} names no label to predict; set 'data.label'.");
        }

        var data = run.ReadData();
        var (split, recordings) = (data.Split, data.Measured);
        using var store = run.OpenStore(recordings, progress, cancellationToken);
        using var untrainedModel = run.CreateUntrained();
        using var trained = FeatureExtractor.Extract(
            run.Model, configuration.EvaluationWindows(recordings, store, run.Model.Modalities), cancellationToken);
        using var untrained = FeatureExtractor.Extract(
            untrainedModel, configuration.EvaluationWindows(recordings, store, untrainedModel.Modalities), cancellationToken);
        using var pooled = FeatureExtractor.Pool(recordings, store);
        return new Evaluator(split, configuration.Data.Label, configuration.Evaluation, configuration.Seed).Evaluate(
            Describe(run), trained, untrained, pooled, Represent(run, trained, [.. split.Test.Select(recording => recording.Id)]));
    }

    /// <summary>
    /// Measures what needs no label: the geometry of the embeddings of the test recordings, or of the training recordings where none is
    /// held out.
    /// </summary>
    /// <param name="progress">Told of every sequence that is ready; may be null.</param>
    /// <exception cref="MpucException">The data cannot be read.</exception>
    public static UnlabelledEvaluation EvaluateWithoutLabels(
        TrainedRun run, IProgress<ReadingProgress>? progress, CancellationToken cancellationToken)
    {
        var split = run.ReadData().Split;
        var isHeldOut = split.Test.Count > 1;
        var recordings = (isHeldOut ? split.Test : split.Training).Select(recording => recording.WithoutLabels()).ToList();
        using var store = run.OpenStore(recordings, progress, cancellationToken);
        using var features = FeatureExtractor.Extract(
            run.Model, run.Configuration.EvaluationWindows(recordings, store, run.Model.Modalities), cancellationToken);
        var description = Describe(run);
        return new UnlabelledEvaluation
        {
            Run = description.Name,
            Unsupervised = description.Unsupervised,
            Objective = description.Objective,
            Epochs = description.Epochs,
            Recordings = recordings.Count,
            HeldOut = isHeldOut,
            Representation = Represent(run, features, features.RecordingIds),
        };
    }

    private static EvaluatedRun Describe(TrainedRun run) => new(
        run.Directory.Name,
        (string)run.Configuration.Resolved["objective"]!["variant"]!,
        run.State.Epoch,
        run.Manifest.Unsupervised,
        run.Configuration.Split.IsTransductive);

    // A recording's embedding is the projection of its windows' mean features, so that nothing is encoded twice.
    private static RepresentationMeasures Represent(TrainedRun run, FeatureTable features, IReadOnlyList<string> recordings)
    {
        using var scope = torch.NewDisposeScope();
        using var noGradient = torch.no_grad();
        return EmbeddingGeometry.Measure(features.Modalities.ToDictionary(
            name => name, name => run.Model.Project(name, features.Concatenate(recordings, [name])).cpu(), StringComparer.Ordinal));
    }
}
