using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharpPeer.Models;

/// <summary>The released code's gated convolution over time of every node, <c>relu(a(x) + sigmoid(b(x)) + c(x))</c>.</summary>
internal sealed class GatedTemporalConvolution : nn.Module<Tensor, Tensor>
{
    private readonly Conv2d _a;
    private readonly Conv2d _b;
    private readonly Conv2d _c;

    public GatedTemporalConvolution(int inputs, int outputs)
        : base(nameof(GatedTemporalConvolution))
    {
        _a = nn.Conv2d(inputs, outputs, (1, 3));
        _b = nn.Conv2d(inputs, outputs, (1, 3));
        _c = nn.Conv2d(inputs, outputs, (1, 3));
        RegisterComponents();
    }

    /// <param name="input">Values, <c>[B, nodes, T, inputs]</c>.</param>
    /// <returns>Values, <c>[B, nodes, T - 2, outputs]</c>.</returns>
    public override Tensor forward(Tensor input)
    {
        var image = input.permute(0, 3, 1, 2);
        var sum = _a.call(image) + sigmoid(_b.call(image));
        return nn.functional.relu(sum + _c.call(image)).permute(0, 2, 3, 1);
    }
}
