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
