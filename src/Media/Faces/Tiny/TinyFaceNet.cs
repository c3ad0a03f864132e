using Mpuc.Media.Networks;
using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Media.Faces.Tiny;

/// <summary>The network of <see cref="TinyFaceDetector"/>: 25 values for every cell of a grid, five for each of five anchors.</summary>
internal sealed class TinyFaceNet
{
    private static readonly long[] Channels = [16, 32, 64, 128, 256, 512];

    private readonly Tensor _firstWeight;
    private readonly Tensor _firstBias;
    private readonly SeparableConvolution[] _layers;
    private readonly Tensor _lastWeight;
    private readonly Tensor _lastBias;

    /// <summary>Checks and takes the network's weights.</summary>
    public TinyFaceNet(NetworkWeights weights, long outputs)
    {
        _firstWeight = weights.Kernels("conv0/filters", 3, 3, 3, Channels[0]);
        _firstBias = weights["conv0/bias", Channels[0]];
        _layers =
        [
            .. Enumerable.Range(1, Channels.Length - 1).Select(index =>
                new SeparableConvolution(weights, $"conv{index}", Channels[index - 1], Channels[index])),
        ];
        _lastWeight = weights.Kernels("conv8/filters", 1, 1, Channels[^1], outputs);
        _lastBias = weights["conv8/bias", outputs];
    }

    /// <summary>Runs the network.</summary>
    /// <param name="pictures">Pictures, <c>[N, 3, S, S]</c>.</param>
    /// <returns>Values, <c>[N, outputs, S / 32, S / 32]</c>.</returns>
    public Tensor Apply(Tensor pictures)
    {
        using var scope = NewDisposeScope();
        var hidden = nn.functional.conv2d(pictures, _firstWeight, _firstBias);
        foreach (var layer in _layers)
        {
            hidden = layer.Apply(Activate(nn.functional.max_pool2d(hidden, 2, 2, ceil_mode: true)));
        }

        // A pooling that keeps the size: beyond the right and lower edge there is nothing.
        hidden = Activate(
            nn.functional.max_pool2d(nn.functional.pad(hidden, [0, 1, 0, 1], PaddingModes.Constant, double.NegativeInfinity), 2, 1));
        return nn.functional.conv2d(hidden, _lastWeight, _lastBias).contiguous().MoveToOuterDisposeScope();
    }

    // After the pooling rather than before: a rising function does not change which value is the largest, and there are fewer of them.
    private static Tensor Activate(Tensor values) => nn.functional.leaky_relu(values, 0.1);
}
