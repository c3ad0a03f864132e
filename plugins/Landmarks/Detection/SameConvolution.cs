using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Plugins.Landmarks.Detection;

/// <summary>A 3x3 convolution padded as TensorFlow's "same" is: with a step of 2 over an even size, the row and column of zeros go to the lower right.</summary>
internal static class SameConvolution
{
    /// <summary>Convolves.</summary>
    /// <param name="input">Pictures, <c>[N, C, H, W]</c>.</param>
    /// <param name="kernels">Kernels, <c>[outputs, C / groups, 3, 3]</c>.</param>
    /// <param name="bias">Offsets, <c>[outputs]</c>, or null.</param>
    /// <param name="stride">The step over rows and columns: 1, or 2 for an even size.</param>
    /// <param name="groups">Into how many groups the channels are split.</param>
    /// <returns>Pictures, <c>[N, outputs, H / stride, W / stride]</c>.</returns>
    public static Tensor Apply(Tensor input, Tensor kernels, Tensor? bias, int stride, long groups = 1) => stride == 1
        ? nn.functional.conv2d(input, kernels, bias, padding: [1, 1], groups: groups)
        : nn.functional.conv2d(nn.functional.pad(input, [0, 1, 0, 1]), kernels, bias, strides: [stride, stride], groups: groups);
}
