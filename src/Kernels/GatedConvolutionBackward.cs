namespace Mpuc.Kernels;

/// <summary>The backward pass of one series, which adds the gradients of the weights.</summary>
internal sealed unsafe class GatedConvolutionBackward(GatedConvolutionPlan plan, PackedGatedWeights weights, PackedGatedWeights sums)
{
    private const int Margin = GatedConvolutionShape.Taps - 1;

    private readonly GatedConvolutionShape _shape = plan.Shape;

    /// <summary>The floats of working memory that a series takes.</summary>
    public static long ScratchFloats(GatedConvolutionShape shape) =>
        (2L * EdgedFloats(shape)) + ((shape.Frames + 1L) * shape.PaddedInputs);

    /// <summary>Runs it.</summary>
    /// <param name="dropout">What was dropped from the result.</param>
    /// <param name="values"><c>[frames, inputs]</c>.</param>
    /// <param name="kept">What the forward pass left, <c>[frames - 2, outputs]</c>.</param>
    /// <param name="gradient">The result's gradient, <c>[frames - 2, outputs]</c>.</param>
    /// <param name="to">Receives that of the values, <c>[frames, inputs]</c>; null if nobody asks for it.</param>
    /// <param name="scratch">Working memory.</param>
    public void Run(Dropout dropout, float* values, float* kept, float* gradient, float* to, float* scratch)
    {
        float* linear = Edged(scratch), gate = Edged(scratch + EdgedFloats(_shape));
        var frames = _shape.OutFrames;
        foreach (var columns in plan.Gates)
        {
            var (arriving, open) = (columns.Of(gradient, frames), columns.Of(kept, frames));
            var (straight, gated) = (columns.Of(linear, frames), columns.Of(gate, frames));
            if (!dropout.IsNone)
            {
                columns.Kernels.Drop(frames, columns.Start, dropout, arriving, straight);
                arriving = straight;
            }

            columns.Kernels.Differentiate(frames, arriving, open, straight, gated, sums.Bias(0) + columns.Start, _shape.Outputs);
        }

        AddWeights(0, values, linear);
        AddWeights(1, values, gate);
        if (to != null)
        {
            Convolve(scratch, to, scratch + (2 * EdgedFloats(_shape)));
        }
    }

    private static nint EdgedFloats(GatedConvolutionShape shape) => (nint)(shape.OutFrames + (2 * Margin)) * shape.Outputs;

    // Zeros before and after a matrix, so that every input frame lies under three frames of it.
    private float* Edged(float* scratch)
    {
        var margin = Margin * _shape.Outputs;
        new Span<float>(scratch, margin).Clear();
        new Span<float>(scratch + margin + _shape.OutFloats, margin).Clear();
        return scratch + margin;
    }

    private void AddWeights(int part, float* values, float* inner)
    {
        var left = new LeftFactor(values, 1, _shape.Inputs);
        foreach (var columns in plan.Products)
        {
            var sum = columns.Of(sums.Forward(part), _shape.Depth);
            var right = columns.Of(inner, _shape.OutFrames);
            GatedConvolutionPlan.Multiply(columns.Kernels, _shape.Depth, _shape.OutFrames, left, right, sum, sum);
        }
    }

    // The gradient's frames under an input frame again stand side by side.
    private void Convolve(float* edged, float* to, float* scratch)
    {
        var (frames, width, depth) = (_shape.Frames, _shape.PaddedInputs, GatedConvolutionShape.Taps * _shape.Outputs);
        new Span<float>(scratch, width).Clear();
        var zeros = new MatrixRows(scratch, 0);
        var result = width == _shape.Inputs ? to : scratch + width;
        foreach (var columns in plan.InputProducts)
        {
            var target = columns.Of(result, frames);
            for (var part = 0; part < 2; part++)
            {
                var left = new LeftFactor(edged + (part * EdgedFloats(_shape)), _shape.Outputs, 1);
                var right = columns.Of(weights.Backward(part), depth);
                GatedConvolutionPlan.Multiply(columns.Kernels, frames, depth, left, right, part == 0 ? zeros : target, target);
            }
        }

        for (var frame = 0; result != to && frame < frames; frame++)
        {
            new ReadOnlySpan<float>(result + ((nint)frame * width), _shape.Inputs).CopyTo(
                new Span<float>(to + ((nint)frame * _shape.Inputs), _shape.Inputs));
        }
    }
}
