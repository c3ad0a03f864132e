namespace Mpuc.Weights.PyTorch;

/// <summary>A view of a storage, as a pickle describes it; checked against the storage's declared size.</summary>
/// <param name="Storage">The storage.</param>
/// <param name="Offset">The first element.</param>
/// <param name="Shape">The shape; empty for a scalar.</param>
/// <param name="Strides">How many elements apart neighbours are along each dimension.</param>
internal sealed record TorchTensor(TorchStorage Storage, long Offset, long[] Shape, long[] Strides)
{
    /// <summary>How many elements the tensor has; more than a <c>long</c> holds become that many.</summary>
    public long Elements => Shape.Contains(0)
        ? 0
        : (long)Shape.Aggregate(Int128.One, (product, size) => Int128.Min(product * size, long.MaxValue));

    /// <summary>Whether every element lies in the storage.</summary>
    public bool LiesInStorage()
    {
        if (Elements == 0)
        {
            return true;
        }

        var last = Shape.Zip(Strides, (size, stride) => (Int128)(size - 1) * stride)
            .Aggregate((Int128)Offset, (sum, reach) => Int128.Min(sum + reach, long.MaxValue));
        return last < Storage.Count;
    }
}
