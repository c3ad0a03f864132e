namespace Mpuc.Kernels;

/// <summary>
/// The backward pass of one window, which adds the gradients of the weights. What lies between the hidden values and the result is computed
/// again, in the cache.
/// </summary>
internal sealed unsafe class TcnBlockBackward(TcnBlockPlan plan, PackedTcnWeights weights, TcnGradientSums sums)
{
    private readonly TcnBlockShape _shape = plan.Shape;

    /// <summary>Runs it.</summary>
    /// <param name="frames">The frames that are not padding, at least 1.</param>
    /// <param name="dropout">What was dropped from the branch.</param>
    /// <param name="values"><c>[frames, channels]</c>.</param>
    /// <param name="hidden">The first convolution's result, <c>[frames, hidden]</c> in panels.</param>
    /// <param name="statistics">Mean and scale of either norm.</param>
    /// <param name="gradient">The result's gradient, <c>[frames, channels]</c>.</param>
    /// <param name="to">Receives that of the values, <c>[frames, channels]</c>; null if nobody asks for it.</param>
    /// <param name="scratch">Working memory of <see cref="BackwardMemory.Floats"/>.</param>
    public void Run(
        int frames, Dropout dropout, float* values, float* hidden, float* statistics, float* gradient, float* to, float* scratch)
    {
        var memory = new BackwardMemory(plan, frames, scratch);
        var (norm1, norm2) = (weights.Norm1(statistics), weights.Norm2(statistics));
        Repeat(frames, norm1, norm2, hidden, memory);
        foreach (var columns in plan.ChannelLayers)
        {
            var (arriving, kept) = (columns.Of(gradient, frames), columns.Of(memory.Branch, frames));
            columns.Kernels.DropGradient(frames, columns.Start, dropout, arriving, kept, sums.ReduceBias + columns.Start);
        }

        Reduce(frames, memory);
        var means2 = Means(frames, norm2, memory.Convolved, memory.Inner, sums.Offset2, sums.Gain2);
        Convolve(frames, norm1, norm2, means2, hidden, memory);
        var means1 = Means(frames, norm1, hidden, memory.Outer, sums.Offset1, sums.Gain1);
        double slope = 0;
        foreach (var columns in plan.HiddenLayers)
        {
            var (from, inPlace, bias) = (columns.Of(hidden, frames), columns.Of(memory.Outer, frames), columns.Start);
            slope += columns.Kernels.Denormalise(frames, norm1.From(columns.Start), means1, from, inPlace, inPlace, sums.ExpandBias + bias);
        }

        sums.Slopes[0] += (float)slope;
        Expand(frames, values, gradient, to, memory);
    }

    // The forward pass from the hidden values to the second norm.
    private void Repeat(int frames, GlobalNorm norm1, GlobalNorm norm2, float* hidden, BackwardMemory memory)
    {
        foreach (var columns in plan.HiddenLayers)
        {
            var (normalised, result) = (memory.PaddedInput.Of(columns.Kernels.Width), columns.Of(memory.Convolved, frames));
            columns.Kernels.Normalise(frames, norm1.From(columns.Start), columns.Of(hidden, frames), normalised);
            DepthwiseConvolution.Run(_shape, weights, columns, frames, normalised.Data, result);
            columns.Kernels.Normalise(frames, norm2.From(columns.Start), result, columns.Of(memory.Normalised, frames));
        }
    }

    private void Reduce(int frames, BackwardMemory memory)
    {
        var channels = _shape.Channels;
        LeftFactor branch = new(memory.Branch, channels, 1), transposed = new(memory.Branch, 1, channels);
        foreach (var columns in plan.HiddenProducts)
        {
            var sum = columns.Of(sums.Reduce, channels);
            columns.Kernels.Multiply(channels, frames, transposed, columns.Of(memory.Normalised, frames), sum, sum);
            var right = columns.Of(weights.Reduce, channels);
            columns.Kernels.Multiply(frames, channels, branch, right, memory.Zeros, columns.Of(memory.Inner, frames));
        }
    }

    private GradientMeans Means(int frames, GlobalNorm norm, float* values, float* gradient, float* offset, float* gain)
    {
        double sum = 0, product = 0;
        foreach (var columns in plan.HiddenLayers)
        {
            var (from, arriving, start) = (columns.Of(values, frames), columns.Of(gradient, frames), columns.Start);
            var (first, second) = columns.Kernels.SumGradients(frames, norm.From(start), from, arriving, offset + start, gain + start);
            (sum, product) = (sum + first, product + second);
        }

        var count = (double)frames * _shape.Hidden;
        return new((float)(sum / count), (float)(product / count));
    }

    private void Convolve(int frames, GlobalNorm norm1, GlobalNorm norm2, GradientMeans means, float* hidden, BackwardMemory memory)
    {
        double slope = 0;
        foreach (var columns in plan.HiddenLayers)
        {
            var (kernels, start) = (columns.Kernels, columns.Start);
            var (normalised, gradient) = (memory.PaddedInput.Of(kernels.Width), memory.PaddedGradient.Of(kernels.Width));
            kernels.Normalise(frames, norm1.From(start), columns.Of(hidden, frames), normalised);
            var (convolved, inner) = (columns.Of(memory.Convolved, frames), columns.Of(memory.Inner, frames));
            slope += kernels.Denormalise(frames, norm2.From(start), means, convolved, inner, gradient, sums.DepthwiseBias + start);
            var outer = columns.Of(memory.Outer, frames);
            DepthwiseConvolution.RunBackward(
                _shape, weights, columns, frames, gradient.Data, normalised.Data, memory.Zeros, outer, sums.Depthwise);
        }

        sums.Slopes[1] += (float)slope;
    }

    private void Expand(int frames, float* values, float* gradient, float* to, BackwardMemory memory)
    {
        var channels = _shape.Channels;
        foreach (var (panel, width) in plan.Panels)
        {
            var outer = memory.Outer + ((nint)frames * panel);
            foreach (var columns in plan.ChannelProducts)
            {
                var sum = new MatrixRows(sums.Expand + (panel * channels), channels).Skip(columns.Start);
                columns.Kernels.Multiply(width, frames, new(outer, 1, width), columns.Of(values, frames), sum, sum);
                if (to != null)
                {
                    var (right, target) = (new MatrixRows(weights.Expand + (panel * channels), channels), columns.Of(to, frames));
                    var start = panel == 0 ? columns.Of(gradient, frames) : target;
                    columns.Kernels.Multiply(frames, width, new(outer, width, 1), right.Skip(columns.Start), start, target);
                }
            }
        }
    }
}
