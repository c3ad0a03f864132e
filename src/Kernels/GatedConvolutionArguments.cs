using static TorchSharp.torch;

namespace Mpuc.Kernels;

/// <summary>
/// Checks what a gated convolution is called with: a kernel that reads memory by itself must not be wrong about where it ends, and a
/// backward pass must have nothing left to refuse.
/// </summary>
internal static class GatedConvolutionArguments
{
    private const string Name = "A fused gated convolution";
    private const long MaxSeries = 1L << 28;
    private const long MaxFrames = 1L << 20;
    private const long MaxValues = 1L << 28;
    private const long MaxWeights = 1L << 24;

    /// <summary>What keeps the kernel from taking these, as a sentence; null if nothing does.</summary>
    public static string? Problem(Tensor values, GatedConvolutionWeights weights)
    {
        if (!KernelArguments.IsSupported(values) || values.shape is not [var batch, var nodes, var frames, var inputs])
        {
            return $"{Name} takes values [B, nodes, T, inputs] of float32 on the CPU, not {KernelArguments.Describe(values)}.";
        }

        if (frames < GatedConvolutionShape.Taps || inputs == 0)
        {
            return $"{Name} takes at least {GatedConvolutionShape.Taps} frames and one input, not {KernelArguments.Describe(values)}.";
        }

        if (weights.Linear.shape is not [var outputs, _, 1, _] || outputs == 0 || outputs % GatedConvolutionShape.Lanes != 0)
        {
            return $"{Name} takes a weight {nameof(GatedConvolutionWeights.Linear)} of [outputs, {inputs}, 1, "
                + $"{GatedConvolutionShape.Taps}] with outputs in multiples of {GatedConvolutionShape.Lanes}, "
                + $"not {KernelArguments.Describe(weights.Linear)}.";
        }

        // Divided rather than multiplied, because sizes of tensors without elements have no bounds.
        var widest = Math.Max(outputs, inputs + GatedConvolutionShape.Lanes);
        var mostSeries = frames > MaxFrames ? 0 : Math.Min(MaxSeries, MaxValues / widest / frames);
        var isTooMany = mostSeries == 0 || batch > mostSeries || nodes > mostSeries / Math.Max(batch, 1);
        if (isTooMany || outputs > MaxWeights / widest)
        {
            return $"{Name} takes at most {MaxFrames} frames, {MaxValues} values and {MaxWeights} weights of a tap, "
                + $"not [{batch}, {nodes}, {frames}, {inputs}] with {outputs} outputs.";
        }

        long[] matrix = [outputs, inputs, 1, GatedConvolutionShape.Taps], bias = [outputs];
        return KernelArguments.WeightProblem(Name, GatedConvolutionWeights.Names, weights.InOrder(), [matrix, bias, matrix, bias]);
    }

    /// <summary>Checks everything.</summary>
    public static void Check(Tensor values, GatedConvolutionWeights weights, double dropout)
    {
        if (Problem(values, weights) is { } problem)
        {
            throw new ArgumentException(problem, nameof(values));
        }

        KernelArguments.CheckDropout(Name, dropout);
    }
}
