using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Kernels.Tests;

/// <summary>The block in libtorch's operators over <c>[B, C, T]</c>, window by window, as its paper draws it.</summary>
internal static class NaiveTcnBlock
{
    /// <summary>Weights that differ in every element, in the operator's order; the values come first.</summary>
    public static Tensor[] Leaves(int batch, int frames, int channels, int hidden, int taps)
    {
        manual_seed(5);
        return
        [
            randn(batch, frames, channels),
            Uniform(hidden, channels, 1), Uniform(hidden), full(1, 0.25, ScalarType.Float32), 1 + Uniform(hidden), Uniform(hidden),
            Uniform(hidden, 1, taps), Uniform(hidden), full(1, -0.1, ScalarType.Float32), 1 + Uniform(hidden), Uniform(hidden),
            Uniform(channels, hidden, 1), Uniform(channels),
        ];
    }

    /// <summary>The named weights of <see cref="Leaves"/>.</summary>
    public static TcnBlockWeights Weights(Tensor[] leaves) => new()
    {
        Expand = leaves[1],
        ExpandBias = leaves[2],
        Slope1 = leaves[3],
        Gain1 = leaves[4],
        Offset1 = leaves[5],
        Depthwise = leaves[6],
        DepthwiseBias = leaves[7],
        Slope2 = leaves[8],
        Gain2 = leaves[9],
        Offset2 = leaves[10],
        Reduce = leaves[11],
        ReduceBias = leaves[12],
    };

    /// <summary>Runs the block on the first frames of every window and writes zeros after them.</summary>
    public static Tensor Run(Tensor[] leaves, long[] lengths, long dilation, Tensor? mask = null)
    {
        var (values, weights) = (leaves[0], Weights(leaves));
        return stack(lengths.Select((length, row) =>
        {
            var window = values[row].narrow(0, 0, length).t().unsqueeze(0);
            var branch = Branch(window, weights, dilation);
            var sum = window + (mask is null ? branch : branch * mask[row].narrow(0, 0, length).t());
            return nn.functional.pad(sum[0].t(), [0, 0, 0, values.shape[1] - length]);
        }).ToArray());
    }

    private static Tensor Branch(Tensor window, TcnBlockWeights weights, long dilation)
    {
        var (hidden, taps) = (weights.Expand.shape[0], weights.Depthwise.shape[2]);
        var expanded = nn.functional.conv1d(window, weights.Expand, weights.ExpandBias);
        var first = Norm(nn.functional.prelu(expanded, weights.Slope1), weights.Gain1, weights.Offset1);
        var convolved = nn.functional.conv1d(
            first, weights.Depthwise, weights.DepthwiseBias, padding: taps / 2 * dilation, dilation: dilation, groups: hidden);
        var second = Norm(nn.functional.prelu(convolved, weights.Slope2), weights.Gain2, weights.Offset2);
        return nn.functional.conv1d(second, weights.Reduce, weights.ReduceBias);
    }

    private static Tensor Norm(Tensor values, Tensor gain, Tensor offset)
    {
        var centred = values - values.mean();
        return (centred / (centred.square().mean() + 1e-5).sqrt() * gain.view(1, -1, 1)) + offset.view(1, -1, 1);
    }

    private static Tensor Uniform(params long[] shape) => (rand(shape) - 0.5) / 2;
}
