namespace Mpuc.Kernels;

/// <summary>Rows of contiguous floats, <paramref name="stride"/> apart; a stride of 0 repeats the first.</summary>
internal readonly unsafe struct MatrixRows(float* data, nint stride)
{
    public float* Data { get; } = data;

    public nint Stride { get; } = stride;

    /// <summary>The rows from one on.</summary>
    public MatrixRows From(int row) => new(Data + (row * Stride), Stride);

    /// <summary>The rows without their first columns.</summary>
    public MatrixRows Skip(int columns) => new(Data + columns, Stride);
}
