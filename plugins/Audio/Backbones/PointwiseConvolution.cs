using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Mpuc.Plugins.Audio.Backbones;

/// <summary>
/// A 1x1 convolution over <c>[B, T, C]</c>: the same linear map for every frame. The weights have the shape and the starting values of a
/// <c>Conv1d</c>.
/// </summary>
internal sealed class PointwiseConvolution : nn.Module<Tensor, Tensor>
{
    [ComponentName(Name = "weight")]
    private readonly Parameter _weight;

    [ComponentName(Name = "bias")]
    private readonly Parameter _bias;

    /// <summary>Creates the layer.</summary>
    public PointwiseConvolution(long inputs, long outputs)
        : base(nameof(PointwiseConvolution))
    {
        (_weight, _bias) = StartingWeights.Convolution([outputs, inputs, 1]);
        RegisterComponents();
    }

    /// <summary>The weights, <c>[outputs, inputs, 1]</c>.</summary>
    public Tensor Weight => _weight;

    /// <summary>The bias, <c>[outputs]</c>.</summary>
    public Tensor Bias => _bias;

    /// <summary>Maps every frame.</summary>
    /// <param name="values">Values, <c>[B, T, inputs]</c>.</param>
    /// <returns>Values, <c>[B, T, outputs]</c>.</returns>
    public override Tensor forward(Tensor values)
    {
        // On a CPU a convolution in channels-last order takes half the time of a matrix product or of a convolution over [B, C, T].
        using var scope = NewDisposeScope();
        var image = values.unsqueeze(2).permute(0, 3, 1, 2);
        return nn.functional.conv2d(image, _weight.unsqueeze(3), _bias).permute(0, 2, 3, 1).flatten(2).MoveToOuterDisposeScope();
    }
}

/// <summary>
/// The starting values of PyTorch's convolutions: uniform within one over the square root of the number of inputs of an output.
/// </summary>
internal static class StartingWeights
{
    /// <summary>Draws the values of a convolution.</summary>
    /// <param name="shape">The weight's shape, <c>[outputs, inputs / groups, kernel]</c>.</param>
    /// <returns>The weight and the bias, <c>[outputs]</c>.</returns>
    public static (Parameter Weight, Parameter Bias) Convolution(long[] shape)
    {
        var bound = 1 / Math.Sqrt(shape[1] * shape[2]);
        return (
            new Parameter(nn.init.uniform_(empty(shape), -bound, bound)), new Parameter(nn.init.uniform_(empty(shape[0]), -bound, bound)));
    }
}
