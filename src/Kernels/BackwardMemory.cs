namespace Mpuc.Kernels;

/// <summary>The working memory of one window's backward pass; matrices of hidden columns are in panels.</summary>
internal readonly unsafe struct BackwardMemory
{
    public BackwardMemory(TcnBlockPlan plan, int frames, float* scratch)
    {
        var wide = (nint)frames * plan.Shape.Hidden;
        Convolved = scratch;
        Normalised = Convolved + wide;
        Inner = Normalised + wide;
        Branch = Inner + wide;
        var padded = Branch + ((nint)frames * plan.Shape.Channels);
        var (floats, padding) = (plan.PaddedFloats(frames), plan.Shape.Padding(frames));
        PaddedInput = new(padded, frames, padding);
        PaddedGradient = new(padded + floats, frames, padding);
        var zeros = padded + (2 * (nint)floats);
        new Span<float>(zeros, TcnBlockShape.PanelWidth).Clear();
        Zeros = new(zeros, 0);
    }

    /// <summary>The depthwise convolution's result, <c>[frames, hidden]</c>.</summary>
    public float* Convolved { get; }

    /// <summary>The second norm's result, <c>[frames, hidden]</c>.</summary>
    public float* Normalised { get; }

    /// <summary>The gradient of the second norm's result, <c>[frames, hidden]</c>.</summary>
    public float* Inner { get; }

    /// <summary>
    /// The gradient of the first norm's result and then of the hidden values, in the place of the second norm's result.
    /// </summary>
    public float* Outer => Normalised;

    /// <summary>The gradient of the last convolution's result, <c>[frames, channels]</c>.</summary>
    public float* Branch { get; }

    public PaddedColumns PaddedInput { get; }

    public PaddedColumns PaddedGradient { get; }

    /// <summary>As many rows of zeros as one likes, no wider than a panel.</summary>
    public MatrixRows Zeros { get; }

    public static long Floats(TcnBlockPlan plan, int frames) =>
        ((long)frames * ((3 * plan.Shape.Hidden) + plan.Shape.Channels)) + (2L * plan.PaddedFloats(frames)) + TcnBlockShape.PanelWidth;
}
