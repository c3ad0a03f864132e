using Mpuc.Host.Configuration;
using Mpuc.Host.Data;
using Mpuc.Host.Data.Batches;
using Mpuc.Host.Data.Sequences;
using Mpuc.Host.Training;
using TorchSharp;

namespace Mpuc.Host.Inference.Predictions;

/// <summary>Encodes recordings window by window.</summary>
/// <param name="hop">Seconds between the windows' starts, above 0; null for half a window.</param>
internal sealed class Timeline(MultimodalEncoder encoders, RunConfiguration configuration, SequenceStore store, double? hop)
{
    private readonly double _seconds = configuration.Window.Seconds;
    private readonly double _hop = hop ?? (configuration.Window.Seconds / 2);

    /// <summary>Where the windows start.</summary>
    /// <returns>Seconds, ascending.</returns>
    public IReadOnlyList<double> Starts(UnlabelledRecording recording)
    {
        var span = Span();
        var latest = store.Modalities.Max(modality => span.LatestStart(recording, modality));
        return [.. Enumerable.Range(0, SlidingWindows.Count(latest, _hop)).Select(number => SlidingWindows.StartOf(number, _hop, latest))];
    }

    /// <summary>Encodes all windows of recordings.</summary>
    /// <param name="recordings">The recordings, at least one.</param>
    /// <returns>A row a window; the caller owns them.</returns>
    public FeatureRows Encode(IReadOnlyList<UnlabelledRecording> recordings, CancellationToken cancellationToken)
    {
        using var scope = torch.NewDisposeScope();
        var windows = recordings.Select(recording => (Recording: recording, Starts: Starts(recording))).ToList();
        var values = torch.cat([.. windows.Select(pair => Encode(pair.Recording, pair.Starts.Count, cancellationToken))], 0);
        return new FeatureRows(
            [.. windows.SelectMany(pair => pair.Starts.Select(_ => pair.Recording.Id))],
            [.. encoders.Modalities.Select(modality => modality.Name)],
            values.MoveToOuterDisposeScope(),
            new WindowTimes([.. windows.SelectMany(pair => pair.Starts)], _seconds));
    }

    /// <summary>Encodes the windows of one recording.</summary>
    /// <returns>
    /// Features, <c>[count, M * 512]</c> over all modalities of the encoders; NaN for those that the recording lacks. The caller owns it.
    /// </returns>
    public torch.Tensor Encode(UnlabelledRecording recording, int count, CancellationToken cancellationToken)
    {
        using var noGradient = torch.no_grad();
        using var scope = torch.NewDisposeScope();
        var parts = Enumerable.Range(0, count)
            .Chunk(configuration.Evaluation.BatchSize)
            .Select(chunk => Encode(recording, chunk[0], chunk.Length, cancellationToken))
            .ToArray();
        return torch.cat(parts, 0).MoveToOuterDisposeScope();
    }

    private torch.Tensor Encode(UnlabelledRecording recording, int first, int views, CancellationToken cancellationToken)
    {
        using var scope = torch.NewDisposeScope();
        using var batch = new BatchBuilder(store, store.Modalities, new SlidingWindows(Span(), _seconds, _hop, first, views))
            .Build([recording], cancellationToken);
        var features = encoders.Features(batch);
        return torch.cat(
            [.. encoders.Modalities.Select(modality => features[modality.Name] is { } encoded && encoded.shape[0] == views
                ? encoded.cpu() : torch.full([views, Backbone.FeatureSize], float.NaN))],
            1).MoveToOuterDisposeScope();
    }

    private RecordingSpan Span() => new(store, store.Modalities, _seconds);
}
