using static TorchSharp.torch;

namespace Mpuc.Host.Objectives;

/// <summary>Which rows an anchor is compared with (paper, Eq. 1, and its variants).</summary>
/// <param name="variant">The objective's variant.</param>
/// <param name="recordings">B.</param>
/// <param name="views">V.</param>
/// <param name="device">Where the masks are made.</param>
internal sealed class ContrastiveComparisons(ObjectiveVariant variant, int recordings, int views, Device device)
{
    /// <summary>
    /// Which rows are positives and which stand in the denominator, <c>[M or 1, M or 1, A, R]</c> each, missing rows not considered.
    /// </summary>
    /// <param name="modalities">M.</param>
    /// <param name="labels">The recordings' classes, B of them, for <see cref="ObjectiveVariant.Supcon"/>.</param>
    /// <param name="anchors">The A rows that are anchors, int64; null for all R.</param>
    /// <returns>Bool masks.</returns>
    public (Tensor Positives, Tensor Denominator) Masks(int modalities, IReadOnlyList<long>? labels, Tensor? anchors)
    {
        var rows = (long)recordings * views;
        var recording = arange(recordings, ScalarType.Int64, device).repeat(views);
        var view = arange(views, ScalarType.Int64, device).repeat_interleave(recordings);
        var sameRow = Same(arange(rows, ScalarType.Int64, device));
        var otherRow = sameRow.logical_not();
        switch (variant)
        {
            case ObjectiveVariant.Paper:
                return (sameRow, Same(view) & otherRow);
            case ObjectiveVariant.Clip:
                return (sameRow, Same(view));
            case ObjectiveVariant.TwoView:
                return (Same(recording) & otherRow, otherRow);
            default:
                // Within one modality an anchor is not its own positive.
                var itself = eye(modalities, modalities, ScalarType.Bool, device).view(modalities, modalities, 1, 1) & sameRow;
                var label = tensor(labels!.ToArray(), ScalarType.Int64, device).repeat(views);
                return (Same(label) & itself.logical_not(), itself.logical_not());
        }

        Tensor Same(Tensor key) =>
            (anchors is null ? key : key.index_select(0, anchors)).unsqueeze(1).eq(key.unsqueeze(0)).unsqueeze(0).unsqueeze(0);
    }
}
