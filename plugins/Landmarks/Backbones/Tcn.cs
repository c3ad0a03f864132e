using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Mpuc.Plugins.Landmarks.Backbones;

/// <summary>
/// A light backbone for landmarks: the coordinates of a frame as one vector, a temporal convolutional network (Bai et al. 2018), its mean
/// over the real frames, and a fully-connected layer to 512 features. It reads windows of any length.
/// </summary>
internal sealed class Tcn : Backbone
{
    [ComponentName(Name = "input")]
    private readonly Linear _input;

    [ComponentName(Name = "blocks")]
    private readonly ModuleList<TcnBlock> _blocks;

    [ComponentName(Name = "fc")]
    private readonly Linear _fc;

    /// <summary>Creates the network with fresh weights.</summary>
    /// <param name="values">Values of <see cref="TcnOptions.Schema"/>.</param>
    /// <exception cref="MpucException">The options contradict each other.</exception>
    public Tcn(BackboneContext context, OptionValues values)
        : base(LandmarksConstants.Tcn)
    {
        ArgumentNullException.ThrowIfNull(context);
        var options = TcnOptions.From(values);
        _input = nn.Linear(context.FrameSize, options.Channels);
        _blocks = new ModuleList<TcnBlock>(
            [.. Enumerable.Range(0, options.Blocks).Select(index => new TcnBlock(options, dilation: 1 << index))]);
        _fc = nn.Linear(options.Channels, FeatureSize);
        RegisterComponents();
    }

    /// <summary>What the host shows of the backbone.</summary>
    public static BackboneDescriptor Descriptor { get; } = new()
    {
        Kind = LandmarksConstants.Kind,
        Name = LandmarksConstants.Tcn,
        Description = "A small temporal convolutional network on the coordinates: many times faster than stgcn, for windows of any length.",
        Options = TcnOptions.Schema,
    };

    /// <inheritdoc/>
    public override Tensor forward(Tensor values, Tensor lengths)
    {
        using var scope = NewDisposeScope();
        var mask = FrameMask.Of(lengths, values.shape[1], values.dtype);
        var hidden = mask.Clear(_input.call(mask.Clear(values.flatten(2))));
        foreach (var block in _blocks)
        {
            hidden = mask.Clear(block.call(hidden));
        }

        return _fc.call(mask.Mean(hidden)).MoveToOuterDisposeScope();
    }
}
