namespace Mpuc.Kernels;

/// <summary>
/// A gated convolution's weights as the kernels read them, all in one piece of memory. Those of the gate follow those of the linear part.
/// </summary>
internal readonly unsafe struct PackedGatedWeights(GatedConvolutionShape shape, float* start)
{
    /// <summary>Two of <c>[3 inputs, outputs]</c>, rows by tap and input.</summary>
    public float* Forward(int part) => start + ((nint)part * shape.Depth * shape.Outputs);

    /// <summary>Two of <c>[outputs]</c>.</summary>
    public float* Bias(int part) => Forward(2) + ((nint)part * shape.Outputs);

    /// <summary>Two of <c>[3 outputs, padded inputs]</c>, rows from the last tap to the first and by output.</summary>
    public float* Backward(int part) => Bias(2) + ((nint)part * GatedConvolutionShape.Taps * shape.Outputs * shape.PaddedInputs);

    public static long Floats(GatedConvolutionShape shape) =>
        2L * shape.Outputs * (shape.Depth + 1 + (GatedConvolutionShape.Taps * shape.PaddedInputs));

    /// <summary>The floats without those that only the gradient of the values needs: also the size of the weights' gradients.</summary>
    public static int ForwardFloats(GatedConvolutionShape shape) => 2 * shape.Outputs * (shape.Depth + 1);
}
