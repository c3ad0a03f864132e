using Mpuc.Media.Networks;
using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Plugins.Landmarks.Detection;

/// <summary>A 3x3 convolution of every channel by itself and a 1x1 convolution across channels.</summary>
internal sealed class SeparableConvolution
{
    private readonly Tensor _depthwise;
    private readonly Tensor _pointwise;
    private readonly Tensor _bias;
    private readonly int _stride;

    /// <summary>Takes the layer from the network's weights.</summary>
    /// <param name="stride">The step over rows and columns: 1, or 2 for an input of even size.</param>
    public SeparableConvolution(NetworkWeights weights, string name, long inputs, long outputs, int stride)
    {
        _depthwise = weights.Kernels($"{name}/depthwise_filter", 3, 3, inputs, 1, isDepthwise: true);
        _pointwise = weights.Kernels($"{name}/pointwise_filter", 1, 1, inputs, outputs);
        _bias = weights[$"{name}/bias", outputs];
        _stride = stride;
    }

    /// <summary>Runs the layer.</summary>
    /// <param name="input">Pictures, <c>[N, inputs, H, W]</c>.</param>
    /// <returns>Pictures, <c>[N, outputs, H / stride, W / stride]</c>.</returns>
    public Tensor Apply(Tensor input)
    {
        var each = SameConvolution.Apply(input, _depthwise, null, _stride, _depthwise.shape[0]);
        return nn.functional.conv2d(each, _pointwise, _bias);
    }
}

/// <summary>
/// A 3x3 convolution padded as TensorFlow's "same" is: with a step of 2 over an even size, the row and column of zeros go to the lower
/// right.
/// </summary>
internal static class SameConvolution
{
    /// <summary>Convolves.</summary>
    /// <param name="input">Pictures, <c>[N, C, H, W]</c>.</param>
    /// <param name="kernels">Kernels, <c>[outputs, C / groups, 3, 3]</c>.</param>
    /// <param name="bias">Offsets, <c>[outputs]</c>, or null.</param>
    /// <param name="stride">The step over rows and columns: 1, or 2 for an even size.</param>
    /// <returns>Pictures, <c>[N, outputs, H / stride, W / stride]</c>.</returns>
    public static Tensor Apply(Tensor input, Tensor kernels, Tensor? bias, int stride, long groups = 1) => stride == 1
        ? nn.functional.conv2d(input, kernels, bias, padding: [1, 1], groups: groups)
        : nn.functional.conv2d(nn.functional.pad(input, [0, 1, 0, 1]), kernels, bias, strides: [stride, stride], groups: groups);
}
