namespace Mpuc.Kernels;

/// <summary>
/// A matrix whose element (i, k) is <paramref name="row"/> i + <paramref name="step"/> k after the first, so that it can be read either way
/// round.
/// </summary>
internal readonly unsafe struct LeftFactor(float* data, nint row, nint step)
{
    public float* Data { get; } = data;

    public nint Row { get; } = row;

    public nint Step { get; } = step;

    /// <summary>The rows from one on.</summary>
    public LeftFactor From(int row) => new(Data + (row * Row), Row, Step);

    /// <summary>The columns from one on.</summary>
    public LeftFactor Skip(int columns) => new(Data + (columns * Step), Row, Step);
}
