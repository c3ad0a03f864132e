using Mpuc.Host.Data;
using Mpuc.Host.Data.Sequences;
using Mpuc.Host.Evaluation;
using Mpuc.Host.Inference.Bundles;
using Mpuc.Host.Inference.Features;
using TorchSharp;

namespace Mpuc.Host.Inference.Predictions;

/// <summary>Judges encoded recordings with a bundle's classifier.</summary>
internal sealed class Predictor(BundleModel model, PredictionOptions options)
{
    private readonly ClassProbabilities _classes = new(model);

    /// <summary>Judges recordings.</summary>
    /// <exception cref="MpucException">None of a recording's sources could be read; the message names it.</exception>
    public IReadOnlyList<Prediction> Predict(EncodedRecordings encoded, CancellationToken cancellationToken) =>
        [.. encoded.Recordings.Select(recording => Predict(recording, encoded, cancellationToken))];

    private Prediction Predict(UnlabelledRecording recording, EncodedRecordings encoded, CancellationToken cancellationToken)
    {
        using var scope = torch.NewDisposeScope();
        var row = Row(encoded.Features, recording.Id);
        var (starts, windows) = options.Timeline ? Slide(recording, encoded.Store, cancellationToken) : ([], null);
        var prediction = _classes.Describe(recording.Id, row, Timeline(starts, windows));
        return options.Subsets ? prediction with { Subsets = Subsets(prediction.Modalities, row, starts, windows) } : prediction;
    }

    private IReadOnlyList<SubsetPrediction> Subsets(
        IReadOnlyList<string> present, torch.Tensor row, IReadOnlyList<double> starts, torch.Tensor? windows) =>
    [
        .. ModalitySubsets.Of(present, model.Configuration.Evaluation.MaximumSubsetModalities).Select(subset =>
            _classes.Describe(subset, row, windows is null ? [] : Timeline(starts, _classes.Keep(windows, subset)))),
    ];

    private (IReadOnlyList<double> Starts, torch.Tensor? Windows) Slide(
        UnlabelledRecording recording, SequenceStore store, CancellationToken cancellationToken)
    {
        var timeline = new Timeline(model.Encoders, model.Configuration, store, options.Hop);
        var starts = timeline.Starts(recording);
        return (starts, timeline.Encode(recording, starts.Count, cancellationToken));
    }

    private IReadOnlyList<WindowPrediction> Timeline(IReadOnlyList<double> starts, torch.Tensor? windows) => windows is null
        ? []
        : [.. starts.Zip(_classes.Of(windows), (start, row) => _classes.Describe(start, start + model.Configuration.Window.Seconds, row))];

    // One row over all modalities of the model, NaN for those that were not selected.
    private torch.Tensor Row(FeatureTable features, string id) => torch.cat(
        [.. model.Modalities.Select(modality => features.Modalities.Contains(modality.Name)
            ? features.Concatenate([id], [modality.Name]) : torch.full([1, Backbone.FeatureSize], float.NaN))],
        1);
}
