using static TorchSharp.torch;
using static TorchSharp.torch.TensorIndex;

namespace TorchSharp;

/// <summary>
/// What indices make of a tensor: positions, slices and new axes become a view, step by step; masks and tensors of positions are
/// collected for one gather at the end.
/// </summary>
internal sealed class IndexedView : IDisposable
{
    private readonly List<Tensor?> positions = [];
    private readonly List<Tensor> truthValues = [];
    private Tensor? view;
    private long dim;

    internal IndexedView(Tensor tensor, ReadOnlySpan<TensorIndex> indices)
    {
        var consumed = Consumed(indices);
        if (consumed > tensor.ndim) {
            throw new ArgumentException($"{consumed} indices are too many for a tensor of {tensor.ndim} dimensions.", nameof(indices));
        }

        view = tensor.Alias();
        try {
            foreach (ref readonly var index in indices) {
                Apply(index, tensor.ndim - consumed);
            }
        } catch {
            Dispose();
            throw;
        }
    }

    internal Tensor View => view!;

    /// <summary>What is left to gather, an entry per dimension or mask; null where the view is all there is.</summary>
    internal Tensor?[]? Positions => positions.TrueForAll(entry => entry is null) ? null : [.. positions];

    /// <summary>Gives the view to the caller, who disposes it.</summary>
    internal Tensor ReleaseView()
    {
        var released = View;
        view = null;
        return released;
    }

    public void Dispose()
    {
        view?.Dispose();
        truthValues.ForEach(value => value.Dispose());
    }

    private static long Consumed(ReadOnlySpan<TensorIndex> indices)
    {
        long dimensions = 0;
        foreach (ref readonly var index in indices) {
            dimensions += index.Kind switch
            {
                IndexKind.Single or IndexKind.Slice => 1,
                IndexKind.Tensor => IsMask(index.Positions!) ? index.Positions!.ndim : 1,
                _ => 0,
            };
        }

        return dimensions;
    }

    private static bool IsMask(Tensor index) => index.dtype is ScalarType.Bool or ScalarType.Byte;

    private void Apply(in TensorIndex index, long ellipsisLength)
    {
        switch (index.Kind) {
            case IndexKind.Single:
                Replace(View.select(dim, index.Start!.Value));
                break;
            case IndexKind.Tensor when index.Positions is { ndim: 0 } position && is_integral(position.dtype) && !IsMask(position):
                Replace(View.select(dim, position.ToInt64()));
                break;
            case IndexKind.Slice:
                if (index.Start is not null || index.Stop is not null || index.Step is not null) {
                    Replace(View.slice(dim, index.Start ?? 0, index.Stop ?? long.MaxValue, index.Step ?? 1));
                }

                Keep(1);
                break;
            case IndexKind.Ellipsis:
                Keep(ellipsisLength);
                break;
            case IndexKind.NewAxis:
                Replace(View.unsqueeze(dim));
                Keep(1);
                break;
            case IndexKind.Bool:
                truthValues.Add(tensor(index.Start != 0, device: View.device));
                Gather(truthValues[^1]);
                break;
            default:
                Gather(index.Positions!);
                break;
        }
    }

    private void Keep(long dimensions)
    {
        dim += dimensions;
        positions.AddRange(Enumerable.Repeat<Tensor?>(null, (int)dimensions));
    }

    // A mask stands for as many dimensions as it has; a single truth value picks from a new one.
    private void Gather(Tensor index)
    {
        var isMask = IsMask(index);
        if (isMask && index.ndim == 0) {
            Replace(View.unsqueeze(dim));
        }

        positions.Add(isMask && index.ndim == 0 ? AsOneElement(index) : index);
        dim += isMask ? Math.Max(index.ndim, 1) : 1;
    }

    private Tensor AsOneElement(Tensor truthValue)
    {
        truthValues.Add(truthValue.reshape(1));
        return truthValues[^1];
    }

    private void Replace(Tensor next)
    {
        view!.Dispose();
        view = next;
    }
}
