namespace TorchSharp.Utils;

/// <summary>Walks a strided tensor in row-major order and knows the memory offset of each element.</summary>
internal struct StridedPosition
{
    private readonly long[] sizes;
    private readonly long[] strides;
    private readonly long[] index;

    // Starts at the element of that row-major number.
    internal StridedPosition(long[] sizes, long[] strides, long start)
    {
        this.sizes = sizes;
        this.strides = strides;
        index = new long[sizes.Length];
        for (var i = sizes.Length - 1; i >= 0 && sizes[i] > 0; i--) {
            index[i] = start % sizes[i];
            start /= sizes[i];
            Offset += index[i] * strides[i];
        }
    }

    internal long Offset { get; private set; }

    internal void Next()
    {
        for (var i = sizes.Length - 1; i >= 0; i--) {
            Offset += strides[i];
            if (++index[i] < sizes[i]) {
                return;
            }

            Offset -= index[i] * strides[i];
            index[i] = 0;
        }
    }
}
