using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharpPeer.Models;

/// <summary>
/// ST-GCN (Yu et al. 2018) with the released code's sizes on 51 points: two blocks, a gated convolution, and two fully-connected layers.
/// </summary>
internal sealed class Stgcn : nn.Module<Tensor, Tensor>
{
    public const int Nodes = 51;

    private const int Frames = 90;
    private const int Channels = 64;

    private readonly StgcnBlock _block1 = new(2, Channels);
    private readonly StgcnBlock _block2 = new(Channels, Channels);
    private readonly GatedTemporalConvolution _temporal = new(Channels, Channels);
    private readonly Dropout _dropout = nn.Dropout(0.1);
    private readonly Linear _fc1 = nn.Linear((Frames - 10) * Channels, Features.Size);
    private readonly Linear _fc2 = nn.Linear(Nodes * Features.Size, Features.Size);

    public Stgcn()
        : base(nameof(Stgcn))
    {
        register_buffer("adjacency", Adjacency());
        RegisterComponents();
    }

    /// <param name="input">Windows, <c>[B, T, nodes, 2]</c>.</param>
    public override Tensor forward(Tensor input)
    {
        var adjacency = get_buffer("adjacency")!;
        var hidden = _block1.call(input.permute(0, 2, 1, 3), adjacency);
        hidden = _dropout.call(_temporal.call(_block2.call(hidden, adjacency)));
        hidden = _fc1.call(hidden.reshape(hidden.shape[0], Nodes, -1));
        return _fc2.call(hidden.flatten(1));
    }

    // A random graph about as dense as the face's: a product with a full matrix takes the same time whatever its edges are.
    private static Tensor Adjacency()
    {
        using var scope = NewDisposeScope();
        var edges = rand(Nodes, Nodes).lt(0.05);
        var graph = edges.logical_or(edges.t()).logical_or(eye(Nodes, dtype: ScalarType.Bool)).to(ScalarType.Float32);
        var scale = graph.sum(1).rsqrt();
        return (scale.unsqueeze(1) * graph * scale).MoveToOuterDisposeScope();
    }
}
