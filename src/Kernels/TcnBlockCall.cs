using static TorchSharp.torch;

namespace Mpuc.Kernels;

/// <summary>One call of the block, forward and, if gradients are asked for, backward: everything about it that is not a tensor.</summary>
internal sealed unsafe class TcnBlockCall
{
    // Gradients of weights add up in a number of parts that follows from the batch alone, so that the number of threads does not show in
    // the sums.
    private const int WindowsPerPart = 8;
    private const int MinParts = 16;
    private const int MaxParts = 64;
    private const int MaxFloats = 1 << 26;

    public required TcnBlockPlan Plan { get; init; }

    public TcnBlockShape Shape => Plan.Shape;

    public required int Batch { get; init; }

    public required int Frames { get; init; }

    /// <summary>The frames of every window that are not padding; null if there is no padding.</summary>
    public required long[]? Lengths { get; init; }

    public required double Dropout { get; init; }

    public required long Seed { get; init; }

    /// <summary>Whether a backward pass may follow.</summary>
    public required bool Keeps { get; init; }

    public required bool NeedsValuesGradient { get; init; }

    /// <summary>The shapes of the weights, in their order.</summary>
    public required long[][] WeightShapes { get; init; }

    private int Parts
    {
        get
        {
            var most = Math.Max(1, MaxFloats / TcnGradientSums.Floats(Shape));
            return Math.Min(Math.Min(Batch, most), Math.Clamp(Batch / WindowsPerPart, MinParts, MaxParts));
        }
    }

    /// <summary>Runs all windows; hidden values are kept where the tensor for them is not null.</summary>
    public void Forward(Tensor values, Tensor packed, Tensor? hidden, Tensor statistics, Tensor to)
    {
        float* from = values.Floats(), kept = hidden is null ? null : hidden.Floats(), moments = statistics.Floats(), target = to.Floats();
        var forward = new TcnBlockForward(Plan, new(Shape, packed.Floats()));
        var (narrow, wide) = ((nint)Frames * Shape.Channels, (nint)Frames * Shape.Hidden);
        var (keeps, floats) = (kept != null, TcnBlockForward.ScratchFloats(Plan, Frames));
        Workers.For(Batch, keeps ? floats : floats + wide, (window, scratch) =>
        {
            var frames = FramesOf(window);
            float* source = from + (window * narrow), result = target + (window * narrow);
            float* expanded = keeps ? kept + (window * wide) : scratch, rest = keeps ? scratch : scratch + wide;
            if (frames > 0)
            {
                forward.Run(frames, new(Dropout, Seed, window), source, expanded, moments + (4 * window), result, rest);
            }

            ClearPadding(result, frames);
        });
    }

    /// <summary>
    /// Runs all windows backward, writes the gradient of the values if that is not null, and returns those of the weights.
    /// </summary>
    public Tensor[] Backward(Tensor values, Tensor packed, Tensor hidden, Tensor statistics, Tensor gradient, Tensor? valuesGradient)
    {
        float* from = values.Floats(), kept = hidden.Floats(), moments = statistics.Floats(), arriving = gradient.Floats(),
            target = valuesGradient is null ? null : valuesGradient.Floats();
        var weights = new PackedTcnWeights(Shape, packed.Floats());
        var (narrow, wide) = ((nint)Frames * Shape.Channels, (nint)Frames * Shape.Hidden);
        var (parts, size) = (Parts, TcnGradientSums.Floats(Shape));
        using var sums = new Scratch((long)Math.Max(parts, 1) * size);
        var all = sums.Start;
        Workers.For(parts, BackwardMemory.Floats(Plan, Frames), (part, scratch) =>
        {
            var mine = all + ((nint)part * size);
            new Span<float>(mine, size).Clear();
            var backward = new TcnBlockBackward(Plan, weights, new(Shape, mine));
            for (var window = (int)((long)part * Batch / parts); window < (int)((part + 1L) * Batch / parts); window++)
            {
                var frames = FramesOf(window);
                float* source = from + (window * narrow), result = target == null ? null : target + (window * narrow);
                float* expanded = kept + (window * wide), incoming = arriving + (window * narrow);
                if (frames > 0)
                {
                    var dropout = new Dropout(Dropout, Seed, window);
                    backward.Run(frames, dropout, source, expanded, moments + (4 * window), incoming, result, scratch);
                }

                if (result != null)
                {
                    ClearPadding(result, frames);
                }
            }
        });
        return TcnGradientTensors.Sum(Shape, WeightShapes, all, parts);
    }

    private int FramesOf(int window) => Lengths is null ? Frames : (int)Lengths[window];

    private void ClearPadding(float* window, int frames) =>
        new Span<float>(window + ((nint)frames * Shape.Channels), (Frames - frames) * Shape.Channels).Clear();
}
