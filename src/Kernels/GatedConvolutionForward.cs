namespace Mpuc.Kernels;

/// <summary>The forward pass of one series.</summary>
internal sealed unsafe class GatedConvolutionForward(GatedConvolutionPlan plan, PackedGatedWeights weights)
{
    private readonly GatedConvolutionShape _shape = plan.Shape;

    /// <summary>The floats of working memory that a series takes.</summary>
    public static long ScratchFloats(GatedConvolutionShape shape) => 2L * shape.OutFloats;

    /// <summary>Runs it.</summary>
    /// <param name="dropout">What is dropped from the result.</param>
    /// <param name="values"><c>[frames, inputs]</c>.</param>
    /// <param name="to">Receives the result, <c>[frames - 2, outputs]</c>.</param>
    /// <param name="kept">Receives what the backward pass needs, <c>[frames - 2, outputs]</c>; null if there will be none.</param>
    /// <param name="scratch">Working memory.</param>
    public void Run(Dropout dropout, float* values, float* to, float* kept, float* scratch)
    {
        float* linear = scratch, gate = scratch + _shape.OutFloats;
        Multiply(0, values, linear);
        Multiply(1, values, gate);
        var frames = _shape.OutFrames;
        foreach (var columns in plan.Gates)
        {
            var open = kept == null ? default : columns.Of(kept, frames);
            var result = columns.Of(to, frames);
            columns.Kernels.Activate(frames, columns.Of(linear, frames), columns.Of(gate, frames), result, open);
            if (!dropout.IsNone)
            {
                columns.Kernels.Drop(frames, columns.Start, dropout, result, result);
            }
        }
    }

    // Three frames side by side are a row of the product; rows that overlap need no copy.
    private void Multiply(int part, float* values, float* to)
    {
        var left = new LeftFactor(values, _shape.Inputs, 1);
        foreach (var columns in plan.Products)
        {
            var (right, bias) = (columns.Of(weights.Forward(part), _shape.Depth), new MatrixRows(weights.Bias(part) + columns.Start, 0));
            var target = columns.Of(to, _shape.OutFrames);
            GatedConvolutionPlan.Multiply(columns.Kernels, _shape.OutFrames, _shape.Depth, left, right, bias, target);
        }
    }
}
