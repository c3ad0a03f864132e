using Mpuc.Media.Networks;
using static TorchSharp.torch;

namespace Mpuc.Media.Faces.Tiny;

/// <summary>A 3x3 convolution of every channel by itself, a 1x1 convolution across channels.</summary>
internal sealed class SeparableConvolution
{
    private readonly Tensor _depthwise;
    private readonly Tensor _pointwise;
    private readonly Tensor _bias;

    /// <summary>Takes the layer from the network's weights.</summary>
    public SeparableConvolution(NetworkWeights weights, string name, long inputs, long outputs)
    {
        _depthwise = weights.Kernels($"{name}/depthwise_filter", 3, 3, inputs, 1, isDepthwise: true);
        _pointwise = weights.Kernels($"{name}/pointwise_filter", 1, 1, inputs, outputs);
        _bias = weights[$"{name}/bias", outputs];
    }

    /// <summary>Runs the layer.</summary>
    /// <param name="input">Pictures, <c>[N, inputs, H, W]</c>.</param>
    /// <returns>Pictures, <c>[N, outputs, H, W]</c>.</returns>
    public Tensor Apply(Tensor input)
    {
        var each = nn.functional.conv2d(input, _depthwise, padding: [1, 1], groups: _depthwise.shape[0]);
        return nn.functional.conv2d(each, _pointwise, _bias);
    }
}
