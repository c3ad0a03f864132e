using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Host.Evaluation;

/// <summary>
/// Features of N recordings, one <c>[N, D]</c> tensor per modality; NaN where a recording lacks the modality. Owns its tensors.
/// </summary>
internal sealed class FeatureTable(IReadOnlyList<string> recordingIds, IReadOnlyDictionary<string, Tensor> modalities) : IDisposable
{
    private readonly Dictionary<string, long> _rows = recordingIds.Select((id, row) => (id, row))
        .ToDictionary(pair => pair.id, pair => (long)pair.row, StringComparer.Ordinal);

    /// <summary>The recordings' ids, in the order of the rows.</summary>
    public IReadOnlyList<string> RecordingIds { get; } = recordingIds;

    /// <summary>The modalities' names, in the configuration's order.</summary>
    public IReadOnlyList<string> Modalities { get; } = [.. modalities.Keys];

    /// <summary>
    /// The features of some recordings, the modalities' side by side: the paper's fusion, at inference alone (Sec. III-C).
    /// </summary>
    /// <param name="ids">The recordings, in the order of the rows.</param>
    /// <param name="names">The modalities, in the order of the columns.</param>
    /// <returns><c>[ids, names * D]</c>; the caller owns it.</returns>
    public Tensor Concatenate(IReadOnlyList<string> ids, IReadOnlyList<string> names)
    {
        using var scope = NewDisposeScope();
        var rows = tensor(ids.Select(id => _rows[id]).ToArray(), ScalarType.Int64);
        return cat([.. names.Select(name => modalities[name].index_select(0, rows))], 1).MoveToOuterDisposeScope();
    }

    /// <summary>The features of one recording in one modality.</summary>
    /// <returns>D values; NaN where the recording lacks the modality.</returns>
    public float[] ValuesOf(string id, string name)
    {
        using var row = Concatenate([id], [name]);
        return row.data<float>().ToArray();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var features in modalities.Values)
        {
            features.Dispose();
        }
    }
}
