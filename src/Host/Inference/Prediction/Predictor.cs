using Mpuc.Host.Data;
using Mpuc.Host.Evaluation;
using Mpuc.Host.Plugins;
using TorchSharp;

namespace Mpuc.Host.Inference;

/// <summary>Judges recordings with a bundle's model.</summary>
/// <param name="model">The model; it has a classifier.</param>
/// <param name="options">Which modalities to use, and whether to judge window by window.</param>
internal sealed class Predictor(BundleModel model, PredictionOptions options)
{
    private readonly IReadOnlyList<Modality> _modalities = Select(model, options.Modalities);

    /// <summary>Brings recordings into the cache; safe beside other work with the model.</summary>
    /// <param name="recordings">The recordings.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="MpucException">One of them cannot be read; the message names it.</exception>
    public void Read(IReadOnlyList<UnlabelledRecording> recordings, CancellationToken cancellationToken)
    {
        var (data, folder) = (model.Configuration.Data, CacheFolder.Of(model.Configuration.Data));
        SequenceLoading.Read(
            recordings, _modalities, new SourceReader(new SequenceCache(folder, new ContentHashes(folder))), data.Workers, new UnreadableRecordings(), null, cancellationToken);
    }

    /// <summary>Judges recordings. They are encoded together.</summary>
    /// <param name="recordings">The recordings, ids unique.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>A prediction each, in their order.</returns>
    /// <exception cref="MpucException">One of them has none of the modalities, or cannot be read; the message names it.</exception>
    public IReadOnlyList<Prediction> Predict(IReadOnlyList<UnlabelledRecording> recordings, CancellationToken cancellationToken)
    {
        recordings.ToList().ForEach(RequireModality);
        var classes = new ClassProbabilities(model);
        using var store = model.OpenStore(recordings, _modalities, cancellationToken);
        using var features = Extract(recordings, store, cancellationToken);
        return
        [
            .. recordings.Select(recording =>
            {
                using var row = Row(features, recording.Id);
                return classes.Describe(recording.Id, row, options.Timeline ? Slide(recording, store, classes, cancellationToken) : []);
            }),
        ];
    }

    /// <summary>Encodes recordings.</summary>
    /// <param name="recordings">The recordings, ids unique.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>Features of the selected modalities before the projection heads; the caller owns them.</returns>
    /// <exception cref="MpucException">One of them has none of the modalities, or cannot be read; the message names it.</exception>
    public FeatureTable Extract(IReadOnlyList<UnlabelledRecording> recordings, CancellationToken cancellationToken)
    {
        recordings.ToList().ForEach(RequireModality);
        using var store = model.OpenStore(recordings, _modalities, cancellationToken);
        return Extract(recordings, store, cancellationToken);
    }

    private static IReadOnlyList<Modality> Select(BundleModel model, IReadOnlyList<string> names) =>
        names.FirstOrDefault(name => model.Modalities.All(modality => modality.Name != name)) is { } unknown
            ? throw new MpucException($"The model has no modality '{unknown}'; there are {string.Join(", ", model.Modalities.Select(modality => modality.Name))}.")
            : [.. model.Modalities.Where(modality => names.Count == 0 || names.Contains(modality.Name))];

    private FeatureTable Extract(IReadOnlyList<UnlabelledRecording> recordings, SequenceStore store, CancellationToken cancellationToken)
    {
        var (evaluation, window) = (model.Configuration.Evaluation, model.Configuration.Window);
        var windows = new EvaluationWindows(
            recordings, store, _modalities, window.Seconds, evaluation.Windows, evaluation.BatchSize, model.Configuration.Data.Workers);
        return FeatureExtractor.Extract(windows.Batches(cancellationToken), model.Encoders.Features, [.. _modalities.Select(modality => modality.Name)]);
    }

    private List<WindowPrediction> Slide(
        UnlabelledRecording recording, SequenceStore store, ClassProbabilities classes, CancellationToken cancellationToken)
    {
        var seconds = model.Configuration.Window.Seconds;
        var timeline = new Timeline(model.Encoders, store, seconds, options.Hop ?? seconds / 2, model.Configuration.Evaluation.BatchSize);
        var starts = timeline.Starts(recording);
        using var features = timeline.Encode(recording, starts.Count, cancellationToken);
        return [.. starts.Zip(classes.Of(features), (start, row) => classes.Describe(start, start + seconds, row))];
    }

    // One row over all modalities of the model, NaN for those that were not selected.
    private torch.Tensor Row(FeatureTable features, string id)
    {
        using var scope = torch.NewDisposeScope();
        return torch.cat(
            [.. model.Modalities.Select(modality => features.Modalities.Contains(modality.Name)
                ? features.Concatenate([id], [modality.Name]) : torch.full([1, Backbone.FeatureSize], float.NaN))],
            1).MoveToOuterDisposeScope();
    }

    private void RequireModality(UnlabelledRecording recording)
    {
        if (_modalities.All(modality => SourceReader.SourceOf(recording, modality) is null))
        {
            throw new MpucException(
                $"Recording '{recording.Id}' has nothing that the model reads: it has {string.Join(", ", recording.Sources.Keys)}, and "
                + $"{string.Join("; ", _modalities.Select(modality => $"'{modality.Name}' reads {string.Join(", ", modality.Extensions.Prepend($"the source '{modality.Settings.Source}'"))}"))}.");
        }
    }
}
