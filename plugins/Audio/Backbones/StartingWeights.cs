using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Mpuc.Plugins.Audio.Backbones;

/// <summary>The starting values of PyTorch's convolutions: uniform within one over the square root of the number of inputs of an output.</summary>
internal static class StartingWeights
{
    /// <summary>Draws the values of a convolution.</summary>
    /// <param name="shape">The weight's shape, <c>[outputs, inputs / groups, kernel]</c>.</param>
    /// <returns>The weight and the bias, <c>[outputs]</c>.</returns>
    public static (Parameter Weight, Parameter Bias) Convolution(long[] shape)
    {
        var bound = 1 / Math.Sqrt(shape[1] * shape[2]);
        return (new Parameter(nn.init.uniform_(empty(shape), -bound, bound)), new Parameter(nn.init.uniform_(empty(shape[0]), -bound, bound)));
    }
}
