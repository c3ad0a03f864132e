namespace Mpuc.Kernels;

/// <summary>The forward pass of one window.</summary>
internal sealed unsafe class TcnBlockForward(TcnBlockPlan plan, PackedTcnWeights weights)
{
    private const double Epsilon = 1e-5;

    private readonly TcnBlockShape _shape = plan.Shape;

    /// <summary>The floats of working memory that a window takes.</summary>
    public static long ScratchFloats(TcnBlockPlan plan, int frames) => ((long)frames * plan.Shape.Hidden) + plan.PaddedFloats(frames);

    /// <summary>Runs it.</summary>
    /// <param name="frames">The frames that are not padding, at least 1.</param>
    /// <param name="dropout">What is dropped from the branch.</param>
    /// <param name="values"><c>[frames, channels]</c>.</param>
    /// <param name="hidden">Receives the first convolution's result, <c>[frames, hidden]</c> in panels.</param>
    /// <param name="statistics">Receives mean and scale of either norm.</param>
    /// <param name="to">Receives the result, <c>[frames, channels]</c>.</param>
    /// <param name="scratch">Working memory.</param>
    public void Run(int frames, Dropout dropout, float* values, float* hidden, float* statistics, float* to, float* scratch)
    {
        float* convolved = scratch, padded = convolved + ((nint)frames * _shape.Hidden);
        Keep(Expand(frames, values, hidden), statistics);
        Keep(Convolve(frames, weights.Norm1(statistics), hidden, convolved, padded), statistics + 2);
        var norm = weights.Norm2(statistics);
        foreach (var columns in plan.HiddenLayers)
        {
            var inPlace = columns.Of(convolved, frames);
            columns.Kernels.Normalise(frames, norm.From(columns.Start), inPlace, inPlace);
        }

        Reduce(frames, convolved, to);
        foreach (var columns in plan.ChannelLayers)
        {
            columns.Kernels.AddResidual(frames, columns.Start, dropout, columns.Of(values, frames), columns.Of(to, frames));
        }
    }

    private static void Keep(Moments moments, float* statistics)
    {
        statistics[0] = (float)moments.Mean;
        statistics[1] = (float)(1 / Math.Sqrt((moments.Squares / moments.Count) + Epsilon));
    }

    private Moments Expand(int frames, float* values, float* hidden)
    {
        var channels = _shape.Channels;
        foreach (var columns in plan.HiddenProducts)
        {
            var (right, bias) = (columns.Of(weights.ExpandTransposed, channels), new MatrixRows(weights.ExpandBias + columns.Start, 0));
            columns.Kernels.Multiply(frames, channels, new(values, channels, 1), right, bias, columns.Of(hidden, frames));
        }

        var moments = default(Moments);
        foreach (var columns in plan.HiddenLayers)
        {
            moments += columns.Kernels.Measure(frames, weights.Slopes[0], columns.Of(hidden, frames));
        }

        return moments;
    }

    private Moments Convolve(int frames, GlobalNorm norm, float* hidden, float* convolved, float* padded)
    {
        var input = new PaddedColumns(padded, frames, _shape.Padding(frames));
        var moments = default(Moments);
        foreach (var columns in plan.HiddenLayers)
        {
            var (normalised, result) = (input.Of(columns.Kernels.Width), columns.Of(convolved, frames));
            columns.Kernels.Normalise(frames, norm.From(columns.Start), columns.Of(hidden, frames), normalised);
            DepthwiseConvolution.Run(_shape, weights, columns, frames, normalised.Data, result);
            moments += columns.Kernels.Measure(frames, weights.Slopes[1], result);
        }

        return moments;
    }

    private void Reduce(int frames, float* normalised, float* to)
    {
        var channels = _shape.Channels;
        foreach (var (panel, width) in plan.Panels)
        {
            var left = new LeftFactor(normalised + ((nint)frames * panel), width, 1);
            foreach (var columns in plan.ChannelProducts)
            {
                var (right, target) = (new MatrixRows(weights.ReduceTransposed + (panel * channels), channels), columns.Of(to, frames));
                var start = panel == 0 ? new MatrixRows(weights.ReduceBias + columns.Start, 0) : target;
                columns.Kernels.Multiply(frames, width, left, right.Skip(columns.Start), start, target);
            }
        }
    }
}
