using Mpuc.Plugins.Landmarks.Graphs;
using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Mpuc.Plugins.Landmarks.Backbones;

/// <summary>
/// The paper's backbone for landmarks (Sec. III-A; sizes of the authors' released code): a spatio-temporal graph convolutional network (Yu
/// et al. 2018) of two blocks and a last gated convolution over time, then a fully-connected layer from all frames of a node to 512 and one
/// from all nodes to 512 features.
/// </summary>
/// <remarks>
/// The fully-connected layers read every frame, so padding is zero there: it is cleared at the input, after each block and after the last
/// convolution. A frame counts as real as long as the first of the frames that it was made from is.
/// </remarks>
internal sealed class Stgcn : Backbone
{
    /// <summary>Frames that the five convolutions over time take off a window's length.</summary>
    public const int FramesLost = (2 * StgcnBlock.FramesLost) + GatedTemporalConvolution.KernelSize - 1;

    private const int TimeDimension = 2;

    [ComponentName(Name = "adjacency")]
    private readonly Tensor _adjacency;

    [ComponentName(Name = "block1")]
    private readonly StgcnBlock _block1;

    [ComponentName(Name = "block2")]
    private readonly StgcnBlock _block2;

    [ComponentName(Name = "temporal")]
    private readonly GatedTemporalConvolution _temporal;

    [ComponentName(Name = "fc1")]
    private readonly Linear _fc1;

    [ComponentName(Name = "fc2")]
    private readonly Linear _fc2;

    /// <summary>Creates the network with fresh weights.</summary>
    /// <param name="context">The shape of a frame, <c>[51, C]</c>, and the number of frames.</param>
    /// <param name="values">Values of <see cref="StgcnOptions.Schema"/>.</param>
    /// <exception cref="MpucException">The windows are too short, or the frames are not those of the graph.</exception>
    public Stgcn(BackboneContext context, OptionValues values)
        : base(LandmarksConstants.Stgcn)
    {
        ArgumentNullException.ThrowIfNull(context);
        Require(context);
        var options = StgcnOptions.From(values);
        var frames = context.WindowFrames;
        _adjacency = FaceGraph.NormalizedAdjacency(options.SelfLoops);
        _block1 = new StgcnBlock(context.FrameShape[1], frames, options);
        _block2 = new StgcnBlock(options.Channels, frames - StgcnBlock.FramesLost, options);
        _temporal = new GatedTemporalConvolution(options.Channels, options.Channels, options.Dropout);
        _fc1 = nn.Linear((frames - FramesLost) * options.Channels, FeatureSize);
        _fc2 = nn.Linear(FaceGraph.Nodes * FeatureSize, FeatureSize);
        RegisterComponents();
    }

    /// <summary>What the host shows of the backbone.</summary>
    public static BackboneDescriptor Descriptor { get; } = new()
    {
        Kind = LandmarksConstants.Kind,
        Name = LandmarksConstants.Stgcn,
        Description = "The paper's spatio-temporal graph convolutional network (Yu et al. 2018) on 51 points.",
        Options = StgcnOptions.Schema,
    };

    /// <inheritdoc/>
    public override Tensor forward(Tensor values, Tensor lengths)
    {
        using var scope = NewDisposeScope();
        var mask = FrameMask.Of(lengths, values.shape[1], values.dtype);
        var hidden = mask.Clear(values.transpose(1, 2).contiguous(), TimeDimension);
        hidden = mask.Clear(_block1.call(hidden, _adjacency), TimeDimension);
        hidden = mask.Clear(_block2.call(hidden, _adjacency), TimeDimension);
        hidden = mask.Clear(_temporal.call(hidden), TimeDimension);
        return _fc2.call(_fc1.call(hidden.flatten(2)).flatten(1)).MoveToOuterDisposeScope();
    }

    private static void Require(BackboneContext context)
    {
        if (context.FrameShape is not [FaceGraph.Nodes, _])
        {
            throw new MpucException(
                $"'{LandmarksConstants.Stgcn}' reads frames of {FaceGraph.Nodes} points, not of "
                    + $"[{string.Join(", ", context.FrameShape)}].");
        }

        if (context.WindowFrames <= FramesLost)
        {
            throw new MpucException(
                $"A window has {context.WindowFrames} frames of landmarks, but '{LandmarksConstants.Stgcn}' needs at least "
                    + $"{FramesLost + 1}, because its five " +
                $"convolutions over time take two frames each; raise 'window.seconds', or choose the backbone '{LandmarksConstants.Tcn}'.");
        }
    }
}
