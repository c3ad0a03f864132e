using Mpuc.Host.Data;
using Mpuc.Host.Plugins;
using Mpuc.Host.Training;
using TorchSharp;

namespace Mpuc.Host.Inference;

/// <summary>Encodes one recording window by window.</summary>
/// <param name="encoders">The encoders, in evaluation mode.</param>
/// <param name="store">Holds the recording's sequences.</param>
/// <param name="seconds">A window's length in seconds.</param>
/// <param name="hop">Seconds between the windows' starts, above 0.</param>
/// <param name="batchSize">Windows that are encoded at once.</param>
internal sealed class Timeline(MultimodalEncoder encoders, SequenceStore store, double seconds, double hop, int batchSize)
{
    /// <summary>Where the windows start.</summary>
    /// <param name="recording">The recording.</param>
    /// <returns>Seconds, ascending.</returns>
    public IReadOnlyList<double> Starts(UnlabelledRecording recording)
    {
        var span = Span();
        var latest = store.Modalities.Max(modality => span.LatestStart(recording, modality));
        return [.. Enumerable.Range(0, SlidingWindows.Count(latest, hop)).Select(number => SlidingWindows.StartOf(number, hop, latest))];
    }

    /// <summary>Encodes the windows.</summary>
    /// <param name="recording">The recording.</param>
    /// <param name="count">How many windows it has.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>Features, <c>[count, M * 512]</c> over all modalities of the encoders; NaN for those that the recording lacks. The caller owns it.</returns>
    public torch.Tensor Encode(UnlabelledRecording recording, int count, CancellationToken cancellationToken)
    {
        using var noGradient = torch.no_grad();
        using var scope = torch.NewDisposeScope();
        var parts = Enumerable.Range(0, count).Chunk(batchSize).Select(chunk => Encode(recording, chunk[0], chunk.Length, cancellationToken)).ToArray();
        return torch.cat(parts, 0).MoveToOuterDisposeScope();
    }

    private torch.Tensor Encode(UnlabelledRecording recording, int first, int views, CancellationToken cancellationToken)
    {
        using var scope = torch.NewDisposeScope();
        using var batch = new BatchBuilder(store, store.Modalities, new SlidingWindows(Span(), seconds, hop, first, views)).Build([recording], cancellationToken);
        var features = encoders.Features(batch);
        return torch.cat(
            [.. encoders.Modalities.Select(modality => features[modality.Name] is { } encoded && encoded.shape[0] == views
                ? encoded.cpu() : torch.full([views, Backbone.FeatureSize], float.NaN))],
            1).MoveToOuterDisposeScope();
    }

    private RecordingSpan Span() => new(store, store.Modalities, seconds);
}
