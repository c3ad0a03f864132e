using Mpuc.Host.Configuration;
using Mpuc.Host.Data;
using Mpuc.Host.Data.Sequences;
using Mpuc.Host.Evaluation;
using Mpuc.Host.Inference.Predictions;
using Mpuc.Host.Modalities;
using Mpuc.Host.Runs;
using Mpuc.Host.Training;
using Serilog;
using TorchSharp;

namespace Mpuc.Host.Inference;

/// <summary>Turns recordings into features, with a run's encoders or with those that a configuration describes.</summary>
/// <param name="progress">Told of every sequence that is ready; may be null.</param>
internal sealed class FeatureExtraction(
    IReadOnlyList<UnlabelledRecording> recordings,
    FeatureGranularity granularity,
    IProgress<ReadingProgress>? progress,
    CancellationToken cancellationToken)
{
    /// <summary>Extracts with a run's trained encoders and what they learned of the training recordings.</summary>
    /// <returns>The features before the projection heads; the caller owns them.</returns>
    /// <exception cref="MpucException">A recording cannot be read.</exception>
    public FeatureRows With(TrainedRun run)
    {
        using var store = run.OpenStore(recordings, progress, cancellationToken);
        return Encode(run.Model, run.Configuration, store);
    }

    /// <summary>
    /// Extracts with encoders that were never trained here: with the weights that a training would begin with, pretrained ones where the
    /// configuration names them. Statistics such as a vocabulary or a mean are those of the recordings themselves.
    /// </summary>
    /// <param name="log">Told of recordings that lack a modality because of what their source holds.</param>
    /// <returns>The features before the projection heads; the caller owns them.</returns>
    /// <exception cref="MpucException">A recording cannot be read, or a plugin is at fault.</exception>
    public FeatureRows With(RunConfiguration configuration, IReadOnlyList<Modality> modalities, ILogger log)
    {
        var device = configuration.Runtime.Start();
        using var store = SequenceStore.ForTraining(
            EncoderStageData.Of(recordings), modalities, configuration.Data, progress, cancellationToken).LogWarnings(log);
        var contexts = modalities.ToDictionary(
            modality => modality.Name, modality => store.BackboneContext(modality, configuration.Window.Seconds), StringComparer.Ordinal);
        using var model = new MultimodalEncoder(modalities, contexts, configuration.Projection, configuration.Seed);
        model.to(device);
        model.eval();
        return Encode(model, configuration, store);
    }

    private FeatureRows Encode(MultimodalEncoder model, RunConfiguration configuration, SequenceStore store)
    {
        if (granularity.Windows)
        {
            return new Timeline(model, configuration, store, granularity.Hop).Encode(recordings, cancellationToken);
        }

        using var features = FeatureExtractor.Extract(
            model, configuration.EvaluationWindows(recordings, store, model.Modalities), cancellationToken);
        return FeatureRows.Of(features, features.RecordingIds);
    }
}

/// <summary>What a row of extracted features stands for: a recording, or a window of one.</summary>
/// <param name="Windows">Whether for a window, as a <see cref="Timeline"/> slides them.</param>
/// <param name="Hop">Seconds between the windows' starts, above 0; null for half a window.</param>
internal sealed record FeatureGranularity(bool Windows, double? Hop);
