using static TorchSharp.torch;

namespace Mpuc.Kernels;

/// <summary>
/// One call of a gated convolution, forward and, if gradients are asked for, backward: everything about it that is not a tensor.
/// </summary>
internal sealed unsafe class GatedConvolutionCall
{
    // Gradients of weights add up in a number of parts that follows from the series alone, so that the number of threads does not show in
    // the sums.
    private const int SeriesPerPart = 8;
    private const int MinParts = 16;
    private const int MaxParts = 64;
    private const int MaxFloats = 1 << 26;

    public required GatedConvolutionPlan Plan { get; init; }

    public GatedConvolutionShape Shape => Plan.Shape;

    public required int Batch { get; init; }

    public required int Nodes { get; init; }

    public required double Dropout { get; init; }

    public required long Seed { get; init; }

    /// <summary>Whether a backward pass may follow.</summary>
    public required bool Keeps { get; init; }

    public required bool NeedsValuesGradient { get; init; }

    private int Series => Batch * Nodes;

    private int Parts
    {
        get
        {
            var most = Math.Max(1, MaxFloats / PackedGatedWeights.ForwardFloats(Shape));
            return Math.Min(Math.Min(Series, most), Math.Clamp(Series / SeriesPerPart, MinParts, MaxParts));
        }
    }

    /// <summary>A tensor of the result's shape, not initialised.</summary>
    public Tensor EmptyResult() => TensorMemory.Empty(Batch, Nodes, Shape.OutFrames, Shape.Outputs);

    /// <summary>Copies the weights to where the kernels read them.</summary>
    public Tensor Pack(Tensor[] weights)
    {
        var floats = NeedsValuesGradient ? PackedGatedWeights.Floats(Shape) : PackedGatedWeights.ForwardFloats(Shape);
        var packed = TensorMemory.Empty(floats);
        GatedWeightPacking.Pack(Shape, weights, new(Shape, packed.Floats()), NeedsValuesGradient);
        return packed;
    }

    /// <summary>Runs all series; what the backward pass needs is kept where the tensor for it is not null.</summary>
    public void Forward(Tensor values, Tensor packed, Tensor? kept, Tensor to)
    {
        float* from = values.Floats(), open = kept is null ? null : kept.Floats(), target = to.Floats();
        var forward = new GatedConvolutionForward(Plan, new(Shape, packed.Floats()));
        Workers.For(Series, GatedConvolutionForward.ScratchFloats(Shape), (series, scratch) =>
        {
            var at = series * Shape.OutFloats;
            forward.Run(DropoutOf(series), from + (series * Shape.InFloats), target + at, open == null ? null : open + at, scratch);
        });
    }

    /// <summary>
    /// Runs all series backward, writes the gradient of the values if that is not null, and returns those of the weights.
    /// </summary>
    public Tensor[] Backward(Tensor values, Tensor packed, Tensor kept, Tensor gradient, Tensor? valuesGradient)
    {
        float* from = values.Floats(), open = kept.Floats(), arriving = gradient.Floats(),
            target = valuesGradient is null ? null : valuesGradient.Floats();
        var weights = new PackedGatedWeights(Shape, packed.Floats());
        var (parts, size) = (Parts, PackedGatedWeights.ForwardFloats(Shape));
        using var sums = new Scratch((long)Math.Max(parts, 1) * size);
        var all = sums.Start;
        Workers.For(parts, GatedConvolutionBackward.ScratchFloats(Shape), (part, scratch) =>
        {
            var mine = all + ((nint)part * size);
            new Span<float>(mine, size).Clear();
            var backward = new GatedConvolutionBackward(Plan, weights, new(Shape, mine));
            for (var series = (int)((long)part * Series / parts); series < (int)((part + 1L) * Series / parts); series++)
            {
                var (input, output) = (series * Shape.InFloats, series * Shape.OutFloats);
                var result = target == null ? null : target + input;
                backward.Run(DropoutOf(series), from + input, open + output, arriving + output, result, scratch);
            }
        });
        GradientParts.AddToFirst(all, parts, size);
        return GatedWeightPacking.Unpack(Shape, new(Shape, all));
    }

    private Dropout DropoutOf(int series) => new(Dropout, Seed, series);
}
