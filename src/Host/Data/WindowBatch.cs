using TorchSharp;

namespace Mpuc.Host.Data;

/// <summary>
/// A batch of B recordings with V windows ("views") of each: the paper's temporal augmentation (Sec. III-D). Rows are numbered view by
/// view, <c>view * B + recording</c>. Owns its tensors.
/// </summary>
public sealed class WindowBatch : IDisposable
{
    /// <summary>The recordings' ids, B of them.</summary>
    public required IReadOnlyList<string> RecordingIds { get; init; }

    /// <summary>The number of windows per recording, V.</summary>
    public required int Views { get; init; }

    /// <summary>The windows by modality name.</summary>
    public required IReadOnlyDictionary<string, ModalityBatch> Modalities { get; init; }

    /// <summary>The number of rows, V * B.</summary>
    public int Rows => Views * RecordingIds.Count;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var modality in Modalities.Values)
        {
            modality.Dispose();
        }
    }
}

/// <summary>One modality's windows of a batch; recordings that lack the modality are left out. Owns its tensors.</summary>
/// <param name="Values">Windows, <c>[R, T, ...]</c>, float32.</param>
/// <param name="Lengths">Valid lengths, <c>[R]</c>, int64.</param>
/// <param name="Rows">For each of the R windows its row in the batch, ascending: <c>view * B + recording</c>.</param>
public sealed record ModalityBatch(torch.Tensor Values, torch.Tensor Lengths, IReadOnlyList<long> Rows) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose()
    {
        Values.Dispose();
        Lengths.Dispose();
    }
}
