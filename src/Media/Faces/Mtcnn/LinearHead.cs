using Mpuc.Media.Networks;
using static TorchSharp.torch;

namespace Mpuc.Media.Faces.Mtcnn;

/// <summary>A fully-connected layer.</summary>
/// <param name="weight">Weights, <c>[outputs, inputs]</c>.</param>
/// <param name="bias">Biases, <c>[outputs]</c>.</param>
internal sealed class LinearHead(Tensor weight, Tensor bias)
{
    /// <summary>Takes the layer from a network's weights.</summary>
    public static LinearHead Of(NetworkWeights weights, string name, long inputs, long outputs) =>
        new(weights[$"{name}.weight", outputs, inputs], weights[$"{name}.bias", outputs]);

    /// <summary>Runs the layer.</summary>
    /// <param name="input">Rows, <c>[N, inputs]</c>.</param>
    /// <returns>Rows, <c>[N, outputs]</c>.</returns>
    public Tensor Apply(Tensor input) => nn.functional.linear(input, weight, bias);
}
