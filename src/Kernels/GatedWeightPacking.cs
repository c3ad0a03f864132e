using static TorchSharp.torch;

namespace Mpuc.Kernels;

/// <summary>Copies a gated convolution's weights to where the kernels read them, and their gradients back.</summary>
internal static unsafe class GatedWeightPacking
{
    /// <summary>Packs weights in the order of <see cref="GatedConvolutionWeights.InOrder"/>.</summary>
    public static void Pack(GatedConvolutionShape shape, ReadOnlySpan<Tensor> weights, PackedGatedWeights to, bool withBackward)
    {
        for (var part = 0; part < 2; part++)
        {
            using Tensor matrix = weights[2 * part].contiguous(), bias = weights[(2 * part) + 1].contiguous();
            PackForward(shape, matrix.Floats(), to.Forward(part));
            new ReadOnlySpan<float>(bias.Floats(), shape.Outputs).CopyTo(new Span<float>(to.Bias(part), shape.Outputs));
            if (withBackward)
            {
                PackBackward(shape, matrix.Floats(), to.Backward(part));
            }
        }
    }

    /// <summary>Tensors of what lies where the weights would, in the weights' order.</summary>
    public static Tensor[] Unpack(GatedConvolutionShape shape, PackedGatedWeights packed) =>
        [Matrix(shape, packed.Forward(0)), Bias(shape, packed.Bias(0)), Matrix(shape, packed.Forward(1)), Bias(shape, packed.Bias(1))];

    private static void PackForward(GatedConvolutionShape shape, float* from, float* to)
    {
        for (var output = 0; output < shape.Outputs; output++)
        {
            for (var input = 0; input < shape.Inputs; input++)
            {
                for (var tap = 0; tap < GatedConvolutionShape.Taps; tap++)
                {
                    to[(((tap * shape.Inputs) + input) * shape.Outputs) + output] = *from++;
                }
            }
        }
    }

    private static void PackBackward(GatedConvolutionShape shape, float* from, float* to)
    {
        const int last = GatedConvolutionShape.Taps - 1;
        new Span<float>(to, GatedConvolutionShape.Taps * shape.Outputs * shape.PaddedInputs).Clear();
        for (var output = 0; output < shape.Outputs; output++)
        {
            for (var input = 0; input < shape.Inputs; input++)
            {
                for (var tap = 0; tap <= last; tap++)
                {
                    to[((((last - tap) * shape.Outputs) + output) * shape.PaddedInputs) + input] = *from++;
                }
            }
        }
    }

    private static Tensor Matrix(GatedConvolutionShape shape, float* from)
    {
        var gradient = TensorMemory.Empty(shape.Outputs, shape.Inputs, 1, GatedConvolutionShape.Taps);
        var to = gradient.Floats();
        for (var output = 0; output < shape.Outputs; output++)
        {
            for (var input = 0; input < shape.Inputs; input++)
            {
                for (var tap = 0; tap < GatedConvolutionShape.Taps; tap++)
                {
                    *to++ = from[(((tap * shape.Inputs) + input) * shape.Outputs) + output];
                }
            }
        }

        return gradient;
    }

    private static Tensor Bias(GatedConvolutionShape shape, float* from)
    {
        var gradient = TensorMemory.Empty(shape.Outputs);
        new ReadOnlySpan<float>(from, shape.Outputs).CopyTo(new Span<float>(gradient.Floats(), shape.Outputs));
        return gradient;
    }
}
