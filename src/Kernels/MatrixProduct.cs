namespace Mpuc.Kernels;

/// <summary>
/// The product of small matrices that lie in the cache, where a BLAS spends its time on packing and on threads of its own. It makes a few
/// columns at once.
/// </summary>
internal abstract class MatrixProduct
{
    public abstract int Width { get; }

    /// <summary>to[rows, Width] = start[rows, Width] + left[rows, depth] right[depth, Width].</summary>
    public abstract void Multiply(int rows, int depth, LeftFactor left, MatrixRows right, MatrixRows start, MatrixRows to);
}
