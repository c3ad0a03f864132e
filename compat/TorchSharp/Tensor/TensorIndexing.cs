using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Reads and writes the part of a tensor that indices pick, with Python's rules.</summary>
internal static class TensorIndexing
{
    private static readonly Operator IndexOp = new("aten::index", "Tensor");
    private static readonly Operator IndexPutInPlaceOp = new("aten::index_put_");

    internal static Tensor Get(Tensor tensor, ReadOnlySpan<TensorIndex> indices)
    {
        using var picked = new IndexedView(tensor, indices);
        return picked.Positions is { } positions ? Get(picked.View, positions) : picked.ReleaseView();
    }

    internal static Tensor Get(Tensor tensor, Tensor?[] positions) => IndexOp.Call(tensor, Argument.OptionalTensors(positions));

    internal static void Set(Tensor tensor, ReadOnlySpan<TensorIndex> indices, Tensor value, bool accumulate = false)
    {
        using var picked = new IndexedView(tensor, indices);
        if (picked.Positions is { } positions) {
            Set(picked.View, positions, value, accumulate);
        } else if (accumulate) {
            picked.View.add_(value);
        } else {
            CopyInto(picked.View, value);
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
}
