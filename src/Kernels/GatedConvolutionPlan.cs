namespace Mpuc.Kernels;

/// <summary>How the kernels of an instruction set share the columns of a gated convolution's matrices.</summary>
internal sealed class GatedConvolutionPlan(GatedConvolutionShape shape, InstructionSet instructions)
{
    // Half of a first-level cache for the rows of a product's right factor that every tile reads again.
    private const int FloatsAtOnce = 4096;

    public GatedConvolutionShape Shape { get; } = shape;

    public Columns<MatrixProduct>[] Products { get; } = Divide(shape.Outputs, instructions.Products, product => product.Width);

    public Columns<MatrixProduct>[] InputProducts { get; } = Divide(shape.PaddedInputs, instructions.Products, product => product.Width);

    public Columns<GateLayers>[] Gates { get; } = Divide(shape.Outputs, instructions.Gates, gates => gates.Width);

    /// <summary>to = start + left right, a few rows of the right factor after the other.</summary>
    public static void Multiply(
        MatrixProduct product, int rows, int depth, LeftFactor left, MatrixRows right, MatrixRows start, MatrixRows to)
    {
        var most = FloatsAtOnce / product.Width;
        for (var done = 0; done < depth; done += most)
        {
            product.Multiply(rows, Math.Min(depth - done, most), left.Skip(done), right.From(done), done == 0 ? start : to, to);
        }
    }

    private static Columns<T>[] Divide<T>(int width, IReadOnlyList<T> kernels, Func<T, int> widthOf) =>
        [.. Columns<T>.Divide(0, width, kernels, widthOf)];
}
