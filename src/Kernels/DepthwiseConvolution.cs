namespace Mpuc.Kernels;

/// <summary>The dilated depthwise convolution of a few columns.</summary>
internal static unsafe class DepthwiseConvolution
{
    public static void Run(
        TcnBlockShape shape, PackedTcnWeights weights, Columns<TcnLayers> columns, int frames, float* padded, MatrixRows to)
    {
        var start = new MatrixRows(weights.DepthwiseBias + columns.Start, 0);
        for (var group = 0; group < shape.TapGroups; group++)
        {
            columns.Kernels.Convolve(frames, weights.Taps(shape, group, frames).From(columns.Start), padded, start, to);
            start = to;
        }
    }

    /// <summary>Writes the gradient of the input and adds that of the taps, <c>[taps, hidden]</c>, to <paramref name="sums"/>.</summary>
    public static void RunBackward(
        TcnBlockShape shape, PackedTcnWeights weights, Columns<TcnLayers> columns, int frames, float* paddedGradient, float* paddedInput,
        MatrixRows zeros, MatrixRows to, float* sums)
    {
        var start = zeros;
        for (var group = 0; group < shape.TapGroups; group++)
        {
            var (taps, sum) = (weights.Taps(shape, group, frames).From(columns.Start), (3 * group * shape.Hidden) + columns.Start);
            columns.Kernels.ConvolveBackward(frames, taps, paddedGradient, paddedInput, start, to, sums + sum);
            start = to;
        }
    }
}
