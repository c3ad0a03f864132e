using Mpuc.Media.Networks;
using static TorchSharp.torch;

namespace Mpuc.Media.Faces.Mtcnn;

/// <summary>A convolution without padding and the parametric ReLU after it.</summary>
/// <param name="weight">Kernels, <c>[outputs, inputs, k, k]</c>.</param>
/// <param name="bias">Biases, <c>[outputs]</c>.</param>
/// <param name="slope">Slopes below 0, <c>[outputs]</c>.</param>
internal sealed class PReluConvolution(Tensor weight, Tensor bias, Tensor slope)
{
    /// <summary>Takes the layer from a network's weights.</summary>
    /// <param name="index">The layer's number, from 1.</param>
    public static PReluConvolution Of(NetworkWeights weights, int index, long inputs, long outputs, long kernel) => new(
        weights[$"conv{index}.weight", outputs, inputs, kernel, kernel],
        weights[$"conv{index}.bias", outputs],
        weights[$"prelu{index}.weight", outputs]);

    /// <summary>Runs the layer.</summary>
    /// <param name="input">Pictures, <c>[N, inputs, H, W]</c>.</param>
    /// <returns>Pictures, <c>[N, outputs, H - k + 1, W - k + 1]</c>.</returns>
    public Tensor Apply(Tensor input) => nn.functional.prelu(nn.functional.conv2d(input, weight, bias), slope);
}
