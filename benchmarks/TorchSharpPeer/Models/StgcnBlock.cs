using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharpPeer.Models;

/// <summary>
/// A block of ST-GCN (Yu et al. 2018): gated convolution, graph convolution with ReLU, gated convolution, batch norm of every node.
/// </summary>
internal sealed class StgcnBlock : nn.Module<Tensor, Tensor, Tensor>
{
    private const int GraphChannels = 16;

    private readonly GatedTemporalConvolution _temporal1;
    private readonly Parameter _theta;
    private readonly GatedTemporalConvolution _temporal2;
    private readonly BatchNorm2d _norm = nn.BatchNorm2d(Stgcn.Nodes);

    public StgcnBlock(int inputs, int channels)
        : base(nameof(StgcnBlock))
    {
        var bound = 1 / Math.Sqrt(GraphChannels);
        _temporal1 = new GatedTemporalConvolution(inputs, channels);
        _theta = new Parameter(nn.init.uniform_(empty(channels, GraphChannels), -bound, bound));
        _temporal2 = new GatedTemporalConvolution(GraphChannels, channels);
        RegisterComponents();
    }

    /// <param name="input">Values, <c>[B, nodes, T, inputs]</c>.</param>
    /// <param name="adjacency">The normalised adjacency, <c>[nodes, nodes]</c>.</param>
    /// <returns>Values, <c>[B, nodes, T - 4, channels]</c>.</returns>
    public override Tensor forward(Tensor input, Tensor adjacency)
    {
        var hidden = _temporal1.call(input);
        var mixed = einsum("ij,jklm->kilm", adjacency, hidden.permute(1, 0, 2, 3));
        hidden = nn.functional.relu(matmul(mixed, _theta));
        return _norm.call(_temporal2.call(hidden));
    }
}
