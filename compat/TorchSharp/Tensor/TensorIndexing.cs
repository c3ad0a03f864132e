using static TorchSharp.torch;
using static TorchSharp.torch.TensorIndex;

namespace TorchSharp;

/// <summary>
/// Python's indexing: positions, slices and new axes are views, applied one by one; masks and tensors of positions are collected
/// for one gather at the end.
/// </summary>
internal static class TensorIndexing
{
    private static readonly Operator IndexOp = new("aten::index", "Tensor");
    private static readonly Operator IndexPutInPlaceOp = new("aten::index_put_");

    internal static Tensor Get(Tensor tensor, ReadOnlySpan<TensorIndex> indices)
    {
        var view = View(tensor, indices, out var positions);
        if (positions is null) {
            return view;
        }

        using (view) {
            return Get(view, positions);
        }
    }

    internal static Tensor Get(Tensor tensor, Tensor?[] positions) => IndexOp.Call(tensor, Argument.OptionalTensors(positions));

    internal static void Set(Tensor tensor, ReadOnlySpan<TensorIndex> indices, Tensor value, bool accumulate = false)
    {
        using var view = View(tensor, indices, out var positions);
        if (positions is not null) {
            Set(view, positions, value, accumulate);
        } else if (accumulate) {
            view.add_(value);
        } else {
            CopyInto(view, value);
        }
    }

    internal static void Set(Tensor tensor, Tensor?[] positions, Tensor value, bool accumulate = false)
    {
        if (value.dtype == tensor.dtype && value.device_type == tensor.device_type) {
            IndexPutInPlaceOp.CallVoid(tensor, Argument.OptionalTensors(positions), value, accumulate);
            return;
        }

        using var converted = value.to(tensor.dtype, tensor.device);
        IndexPutInPlaceOp.CallVoid(tensor, Argument.OptionalTensors(positions), converted, accumulate);
    }

    // A value may have leading dimensions of length one that the view lacks.
    private static void CopyInto(Tensor view, Tensor value)
    {
        var surplus = (int)(value.ndim - view.ndim);
        if (surplus > 0 && value.shape.AsSpan(0, surplus).IndexOfAnyExcept(1L) < 0) {
            using var trimmed = value.view(value.shape[surplus..]);
            view.copy_(trimmed);
        } else {
            view.copy_(value);
        }
    }

    private static Tensor View(Tensor tensor, ReadOnlySpan<TensorIndex> indices, out Tensor?[]? positions)
    {
        var consumed = Consumed(indices);
        if (consumed > tensor.ndim) {
            throw new ArgumentException($"{consumed} indices are too many for a tensor of {tensor.ndim} dimensions.", nameof(indices));
        }

        var result = tensor.Alias();
        var gathered = new List<Tensor?>();
        long dim = 0;
        foreach (ref readonly var index in indices) {
            switch (index.Kind) {
                case IndexKind.Single:
                    result = Replace(result, result.select(dim, index.Start!.Value));
                    break;
                case IndexKind.Tensor when index.Positions is { ndim: 0 } position && torch.is_integral(position.dtype):
                    result = Replace(result, result.select(dim, position.ToInt64()));
                    break;
                case IndexKind.Slice:
                    if (index.Start is not null || index.Stop is not null || index.Step is not null) {
                        result = Replace(result, result.slice(dim, index.Start ?? 0, index.Stop ?? long.MaxValue, index.Step ?? 1));
                    }

                    Skip(1);
                    break;
                case IndexKind.Ellipsis:
                    Skip(tensor.ndim - consumed);
                    break;
                case IndexKind.NewAxis:
                    result = Replace(result, result.unsqueeze(dim));
                    Skip(1);
                    break;
                case IndexKind.Bool:
                    result = Replace(result, result.unsqueeze(dim));
                    gathered.Add(torch.tensor([index.Start != 0], device: result.device));
                    dim++;
                    break;
                default:
                    Gather(index.Positions!, ref result);
                    break;
            }
        }

        positions = gathered.TrueForAll(entry => entry is null) ? null : [.. gathered];
        return result;

        void Skip(long dimensions)
        {
            dim += dimensions;
            gathered.AddRange(Enumerable.Repeat<Tensor?>(null, (int)dimensions));
        }

        // A mask stands for as many dimensions as it has; a single truth value for a new one.
        void Gather(Tensor index, ref Tensor view)
        {
            var isMask = index.dtype is ScalarType.Bool or ScalarType.Byte;
            if (isMask && index.ndim == 0) {
                view = Replace(view, view.unsqueeze(dim));
            }

            gathered.Add(index);
            dim += isMask ? Math.Max(index.ndim, 1) : 1;
        }
    }

    private static long Consumed(ReadOnlySpan<TensorIndex> indices)
    {
        long dimensions = 0;
        foreach (ref readonly var index in indices) {
            dimensions += index.Kind switch
            {
                IndexKind.Single or IndexKind.Slice => 1,
                IndexKind.Tensor => index.Positions!.dtype is ScalarType.Bool or ScalarType.Byte ? index.Positions.ndim : 1,
                _ => 0,
            };
        }

        return dimensions;
    }

    private static Tensor Replace(Tensor before, Tensor after)
    {
        before.Dispose();
        return after;
    }
}
