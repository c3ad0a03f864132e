using Mpuc.Media.Networks;
using static TorchSharp.torch;

namespace Mpuc.Plugins.Landmarks.Detection;

/// <summary>
/// Four convolutions, each fed with the sum of all before it (after DenseNet, Huang et al. 2017, with sums in place of concatenation); the
/// first halves the size.
/// </summary>
internal sealed class DenseBlock
{
    private const int Stride = 2;

    private readonly Func<Tensor, Tensor> _first;
    private readonly SeparableConvolution[] _rest;

    /// <summary>Takes the block from the network's weights.</summary>
    public DenseBlock(NetworkWeights weights, string name, long inputs, long outputs, bool isFirst)
    {
        _first = isFirst
            ? Full(weights, $"{name}/conv0", inputs, outputs)
            : new SeparableConvolution(weights, $"{name}/conv0", inputs, outputs, Stride).Apply;
        _rest =
        [
            .. Enumerable.Range(1, 3).Select(index =>
                new SeparableConvolution(weights, $"{name}/conv{index}", outputs, outputs, stride: 1)),
        ];
    }

    /// <summary>Runs the block.</summary>
    /// <param name="input">Pictures, <c>[N, inputs, H, W]</c>, of even size.</param>
    /// <returns>Pictures, <c>[N, outputs, H / 2, W / 2]</c>.</returns>
    public Tensor Apply(Tensor input)
    {
        using var scope = NewDisposeScope();
        var sum = _first(input).relu_();
        var current = sum;
        foreach (var layer in _rest)
        {
            sum = sum + layer.Apply(current);
            current = sum.relu();
        }

        return current.MoveToOuterDisposeScope();
    }

    private static Func<Tensor, Tensor> Full(NetworkWeights weights, string name, long inputs, long outputs)
    {
        var (kernels, bias) = (weights.Kernels($"{name}/filters", 3, 3, inputs, outputs), weights[$"{name}/bias", outputs]);
        return input => SameConvolution.Apply(input, kernels, bias, Stride);
    }
}
