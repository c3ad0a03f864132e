using Mpuc.Plugins.Landmarks.Graphs;
using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Mpuc.Plugins.Landmarks.Backbones;

/// <summary>
/// One block of ST-GCN (Yu et al. 2018, Sec. 3.4; sizes of the authors' released code): gated convolution over time, graph convolution with
/// ReLU, gated convolution over time, batch normalisation of every node.
/// </summary>
internal sealed class StgcnBlock : nn.Module<Tensor, Tensor, Tensor>
{
    /// <summary>Frames that a block takes off a window's length.</summary>
    public const int FramesLost = 2 * (GatedTemporalConvolution.KernelSize - 1);

    [ComponentName(Name = "temporal1")]
    private readonly GatedTemporalConvolution _temporal1;

    [ComponentName(Name = "attention")]
    private readonly SpaceTimeAttention? _attention;

    [ComponentName(Name = "theta")]
    private readonly Parameter _theta;

    [ComponentName(Name = "temporal2")]
    private readonly GatedTemporalConvolution _temporal2;

    [ComponentName(Name = "norm")]
    private readonly BatchNorm2d _norm;

    /// <summary>Creates the block.</summary>
    public StgcnBlock(long inputs, long frames, StgcnOptions options)
        : base(nameof(StgcnBlock))
    {
        var bound = 1 / Math.Sqrt(options.GraphChannels);
        _temporal1 = new GatedTemporalConvolution(inputs, options.Channels);
        _attention = options.Attention ? new SpaceTimeAttention(FaceGraph.Nodes, frames - (FramesLost / 2)) : null;
        _theta = new Parameter(nn.init.uniform_(empty(options.Channels, options.GraphChannels), -bound, bound));
        _temporal2 = new GatedTemporalConvolution(options.GraphChannels, options.Channels);
        _norm = nn.BatchNorm2d(FaceGraph.Nodes);
        RegisterComponents();
    }

    /// <summary>Runs the block.</summary>
    /// <param name="values">Values, <c>[B, nodes, T, inputs]</c>.</param>
    /// <param name="adjacency">The normalised adjacency, <c>[nodes, nodes]</c>.</param>
    /// <returns>Values, <c>[B, nodes, T - 4, channels]</c>.</returns>
    public override Tensor forward(Tensor values, Tensor adjacency)
    {
        using var scope = NewDisposeScope();
        var hidden = _attention is null
            ? Mix(Map(_temporal1.call(values)), adjacency)
            : Map(_attention.call(Mix(_temporal1.call(values), adjacency)));
        return _norm.call(_temporal2.call(hidden.relu())).MoveToOuterDisposeScope();
    }

    // In the order [B, nodes, T, C] the graph convolution is one product per window, and without attention between them the map of the
    // channels may go first, which leaves a quarter of the columns.
    private static Tensor Mix(Tensor values, Tensor adjacency) =>
        adjacency.unsqueeze(0).expand(values.shape[0], -1, -1).bmm(values.flatten(2)).view(values.shape);

    private Tensor Map(Tensor values) => nn.functional.linear(values, _theta.t());
}
