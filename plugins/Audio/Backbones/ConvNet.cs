using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Mpuc.Plugins.Audio.Backbones;

/// <summary>
/// A light acoustic backbone: two strided convolutions, mean and standard deviation over time (statistics pooling, Snyder et al. 2018), and
/// a fully-connected layer to 512 features.
/// </summary>
internal sealed class ConvNet : Backbone
{
    // Keeps the deviation's gradient finite where a channel is constant over time.
    private const double VarianceFloor = 1e-5;

    [ComponentName(Name = "conv1")]
    private readonly StridedConvolution _conv1;

    [ComponentName(Name = "conv2")]
    private readonly StridedConvolution _conv2;

    [ComponentName(Name = "fc")]
    private readonly Linear _fc;

    private readonly int _stride;

    /// <summary>Creates the network with fresh weights.</summary>
    /// <param name="values">Values of <see cref="ConvNetOptions.Schema"/>.</param>
    /// <exception cref="MpucException">The options contradict each other.</exception>
    public ConvNet(BackboneContext context, OptionValues values)
        : base(AudioConstants.Conv)
    {
        ArgumentNullException.ThrowIfNull(context);
        var options = ConvNetOptions.From(values);
        _stride = options.Stride;
        _conv1 = new StridedConvolution(context.FrameSize, options.Channels, options);
        _conv2 = new StridedConvolution(options.Channels, 2 * options.Channels, options);
        _fc = nn.Linear(4 * options.Channels, FeatureSize);
        RegisterComponents();
    }

    /// <summary>What the host shows of the backbone.</summary>
    public static BackboneDescriptor Descriptor { get; } = new()
    {
        Kind = AudioConstants.Kind,
        Name = AudioConstants.Conv,
        Description = "Two strided convolutions with mean and deviation over time: several times faster than tcn.",
        Options = ConvNetOptions.Schema,
    };

    /// <inheritdoc/>
    public override Tensor forward(Tensor values, Tensor lengths)
    {
        using var scope = NewDisposeScope();
        var frames = values.shape[1];
        var hidden = FrameMask.Of(lengths, frames, values.dtype).Clear(values.flatten(2));
        var mask = Strided(ref lengths, ref frames, values.dtype);
        hidden = _conv1.call(hidden, mask);
        mask = Strided(ref lengths, ref frames, values.dtype);
        hidden = _conv2.call(hidden, mask);
        var mean = mask.Mean(hidden);
        var variance = mask.Mean((hidden - mean.unsqueeze(1)).square());
        return _fc.call(cat([mean, (variance + VarianceFloor).sqrt()], 1)).MoveToOuterDisposeScope();
    }

    // An output frame is real where the input frame at its kernel's middle is.
    private FrameMask Strided(ref Tensor lengths, ref long frames, ScalarType type)
    {
        lengths = (lengths + (_stride - 1)).div(_stride, RoundingMode.floor);
        frames = (frames + _stride - 1) / _stride;
        return FrameMask.Of(lengths, frames, type);
    }
}
