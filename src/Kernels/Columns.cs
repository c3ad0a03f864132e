namespace Mpuc.Kernels;

/// <summary>A few neighbouring columns of a matrix in panels, and the kernels that work on so many.</summary>
/// <param name="Kernels">The kernels.</param>
/// <param name="Start">The first column.</param>
/// <param name="Panel">The first column of the panel.</param>
/// <param name="Stride">The columns of the panel.</param>
internal readonly record struct Columns<T>(T Kernels, int Start, int Panel, int Stride)
{
    /// <summary>Divides a panel among the kernels, which are ordered from wide to narrow.</summary>
    public static IEnumerable<Columns<T>> Divide(int panel, int stride, IReadOnlyList<T> kernels, Func<T, int> width)
    {
        var start = 0;
        foreach (var kernel in kernels)
        {
            for (; start + width(kernel) <= stride; start += width(kernel))
            {
                yield return new(kernel, panel + start, panel, stride);
            }
        }
    }

    /// <summary>These columns of a matrix of so many rows.</summary>
    public unsafe MatrixRows Of(float* matrix, int rows) => new(matrix + ((nint)rows * Panel) + (Start - Panel), Stride);
}
