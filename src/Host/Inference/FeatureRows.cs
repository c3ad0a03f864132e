using Mpuc.Host.Evaluation;
using TorchSharp;

namespace Mpuc.Host.Inference;

/// <summary>
/// Features as they are written, a row a recording or a row a window; NaN where a recording lacks a modality. Owns its tensor.
/// </summary>
/// <param name="modalities">The modalities' names, at least one.</param>
/// <param name="values">Their features side by side, <c>[N, M * D]</c> on the CPU.</param>
/// <param name="windows">When the rows' windows are; null for whole recordings.</param>
internal sealed class FeatureRows(
    IReadOnlyList<string> ids, IReadOnlyList<string> modalities, torch.Tensor values, WindowTimes? windows) : IDisposable
{
    /// <summary>The recording's id, row by row.</summary>
    public IReadOnlyList<string> Ids => ids;

    /// <summary>The modalities' names, in the order of the columns.</summary>
    public IReadOnlyList<string> Modalities => modalities;

    /// <summary>All modalities side by side, <c>[N, M * D]</c>.</summary>
    public torch.Tensor Values => values;

    /// <summary>When the rows' windows are; null where a row is a whole recording.</summary>
    public WindowTimes? Windows => windows;

    /// <summary>The number of one modality's features, D.</summary>
    public int FeatureSize => (int)values.shape[1] / modalities.Count;

    /// <summary>Takes recordings out of a table, a row each.</summary>
    /// <param name="ids">The recordings, in the order of the rows.</param>
    /// <returns>A copy; the caller owns it.</returns>
    public static FeatureRows Of(FeatureTable features, IReadOnlyList<string> ids) =>
        new(ids, features.Modalities, features.Concatenate(ids, features.Modalities), null);

    /// <summary>One modality's features.</summary>
    /// <param name="modality">Its place among <see cref="Modalities"/>.</param>
    /// <returns><c>[N, D]</c>; the caller owns it.</returns>
    public torch.Tensor Of(int modality) => values.narrow(1, (long)modality * FeatureSize, FeatureSize);

    /// <summary>The rows of recordings that have any modality.</summary>
    /// <returns>A copy of them, perhaps none; the caller owns it.</returns>
    public FeatureRows Present()
    {
        using var scope = torch.NewDisposeScope();
        var rows = values.isnan().logical_not().any(1).nonzero().flatten();
        int[] kept = [.. rows.data<long>().ToArray().Select(row => (int)row)];
        return new FeatureRows(
            [.. kept.Select(row => ids[row])],
            modalities,
            values.index_select(0, rows).MoveToOuterDisposeScope(),
            windows is null ? null : windows with { Starts = [.. kept.Select(row => windows.Starts[row])] });
    }

    /// <inheritdoc/>
    public void Dispose() => values.Dispose();
}
