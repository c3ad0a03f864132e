using static TorchSharp.torch;

namespace Mpuc.Kernels;

/// <summary>From the parts in which the gradients of the weights add up to one tensor for each of them.</summary>
internal static unsafe class TcnGradientTensors
{
    /// <summary>Adds the parts in their order into the first one and copies it to tensors, in the weights' order.</summary>
    public static Tensor[] Sum(TcnBlockShape shape, long[][] weightShapes, float* first, int parts)
    {
        GradientParts.AddToFirst(first, parts, TcnGradientSums.Floats(shape));
        var sums = new TcnGradientSums(shape, first);
        return
        [
            Copy(weightShapes[0], sums.Expand), Copy(weightShapes[1], sums.ExpandBias), Copy(weightShapes[2], sums.Slopes),
            Copy(weightShapes[3], sums.Gain1), Copy(weightShapes[4], sums.Offset1), Depthwise(shape, weightShapes[5], sums),
            Copy(weightShapes[6], sums.DepthwiseBias), Copy(weightShapes[7], sums.Slopes + 1), Copy(weightShapes[8], sums.Gain2),
            Copy(weightShapes[9], sums.Offset2), Reduce(shape, weightShapes[10], sums), Copy(weightShapes[11], sums.ReduceBias),
        ];
    }

    private static Tensor Copy(long[] shape, float* from)
    {
        var gradient = TensorMemory.Empty(shape);
        var count = (int)gradient.numel();
        new ReadOnlySpan<float>(from, count).CopyTo(new Span<float>(gradient.Floats(), count));
        return gradient;
    }

    private static Tensor Depthwise(TcnBlockShape shape, long[] weightShape, TcnGradientSums sums)
    {
        var gradient = TensorMemory.Empty(weightShape);
        var to = gradient.Floats();
        for (var channel = 0; channel < shape.Hidden; channel++)
        {
            for (var tap = 0; tap < shape.Taps; tap++)
            {
                *to++ = sums.Depthwise[(tap * shape.Hidden) + channel];
            }
        }

        return gradient;
    }

    private static Tensor Reduce(TcnBlockShape shape, long[] weightShape, TcnGradientSums sums)
    {
        var gradient = TensorMemory.Empty(weightShape);
        var to = gradient.Floats();
        for (var channel = 0; channel < shape.Channels; channel++)
        {
            foreach (var (start, width) in shape.Panels)
            {
                var row = new ReadOnlySpan<float>(sums.Reduce + (start * shape.Channels) + (channel * width), width);
                row.CopyTo(new Span<float>(to + (channel * shape.Hidden) + start, width));
            }
        }

        return gradient;
    }
}
