using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Mpuc.Plugins.Audio.Backbones;

/// <summary>
/// The paper's acoustic backbone (Sec. III-A; sizes of the authors' released code): the temporal convolutional network of Conv-TasNet (Luo
/// and Mesgarani 2019), its mean over time, and a fully-connected layer to 512 features. Every layer works on <c>[B, T, C]</c>.
/// </summary>
internal sealed class Tcn : Backbone
{
    [ComponentName(Name = "norm")]
    private readonly GlobalLayerNorm _norm;

    [ComponentName(Name = "bottleneck")]
    private readonly PointwiseConvolution _bottleneck;

    [ComponentName(Name = "blocks")]
    private readonly ModuleList<TcnBlock> _blocks;

    [ComponentName(Name = "activation")]
    private readonly ParametricRelu _activation = new();

    [ComponentName(Name = "fc")]
    private readonly Linear _fc;

    /// <summary>Creates the network with fresh weights.</summary>
    /// <param name="values">Values of <see cref="TcnOptions.Schema"/>.</param>
    /// <exception cref="MpucException">The options contradict each other.</exception>
    public Tcn(BackboneContext context, OptionValues values)
        : base(AudioConstants.Tcn)
    {
        ArgumentNullException.ThrowIfNull(context);
        var options = TcnOptions.From(values);
        _norm = new GlobalLayerNorm(context.FrameSize);
        _bottleneck = new PointwiseConvolution(context.FrameSize, options.Channels);
        _blocks = new ModuleList<TcnBlock>([.. Enumerable.Range(0, options.Repeats * options.Blocks)
            .Select(index => new TcnBlock(options, dilation: 1L << (index % options.Blocks)))]);
        _fc = nn.Linear(options.Channels, FeatureSize);
        RegisterComponents();
    }

    /// <summary>What the host shows of the backbone.</summary>
    public static BackboneDescriptor Descriptor { get; } = new()
    {
        Kind = AudioConstants.Kind,
        Name = AudioConstants.Tcn,
        Description = "The paper's temporal convolutional network, after Conv-TasNet (Luo and Mesgarani 2019).",
        Options = TcnOptions.Schema,
    };

    /// <inheritdoc/>
    public override Tensor forward(Tensor values, Tensor lengths)
    {
        using var scope = NewDisposeScope();
        var mask = FrameMask.Of(lengths, values.shape[1], values.dtype);
        var hidden = _bottleneck.call(_norm.call(mask.Clear(values.flatten(2)), mask));
        foreach (var block in _blocks)
        {
            hidden = block.call(hidden, mask);
        }

        return _fc.call(_activation.call(mask.Mean(hidden))).MoveToOuterDisposeScope();
    }
}
