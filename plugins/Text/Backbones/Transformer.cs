using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Mpuc.Plugins.Text.Backbones;

/// <summary>
/// The paper's text backbone (Sec. III-A; sizes of the authors' released code): word vectors with sinusoidal positions through the encoder
/// of a Transformer (Vaswani et al. 2017; normalisation after each block), its mean over time, and a fully-connected layer to 512 features.
/// Attention does not see padding.
/// </summary>
internal sealed class Transformer : Backbone
{
    [ComponentName(Name = "encoder")]
    private readonly TransformerEncoder _encoder;

    [ComponentName(Name = "fc")]
    private readonly Linear _fc;

    private readonly double _dropout;

    /// <summary>Creates the network with fresh weights.</summary>
    /// <param name="context">The shape of a frame.</param>
    /// <param name="values">Values of <see cref="TransformerOptions.Schema"/>.</param>
    /// <exception cref="MpucException">The frame's size does not divide among the heads.</exception>
    public Transformer(BackboneContext context, OptionValues values)
        : base(TextConstants.Transformer)
    {
        ArgumentNullException.ThrowIfNull(context);
        var options = TransformerOptions.From(values, context.FrameSize);
        _dropout = options.Dropout;
        using (var layer = nn.TransformerEncoderLayer(context.FrameSize, options.Heads, options.FeedForward, options.Dropout))
        {
            _encoder = nn.TransformerEncoder(layer, options.Layers);
        }

        _fc = nn.Linear(context.FrameSize, FeatureSize);
        RegisterComponents();
    }

    /// <summary>What the host shows of the backbone.</summary>
    public static BackboneDescriptor Descriptor { get; } = new()
    {
        Kind = TextConstants.Kind,
        Name = TextConstants.Transformer,
        Description = "The paper's Transformer encoder over word vectors (Vaswani et al. 2017).",
        Options = TransformerOptions.Schema,
    };

    /// <inheritdoc/>
    public override Tensor forward(Tensor values, Tensor lengths)
    {
        using var scope = NewDisposeScope();
        var (frames, width) = (values.shape[1], values.shape[2]);
        var mask = FrameMask.Of(lengths, frames, values.dtype);
        var positioned = mask.Clear(values) + SinusoidalPositions.Of(frames, width, values);
        var input = nn.functional.dropout(positioned, _dropout, training);
        var hidden = _encoder.call(input.transpose(0, 1), null!, mask.Padding!).transpose(0, 1);
        var mean = nn.functional.dropout(mask.Mean(hidden), _dropout, training);
        return _fc.call(mean).MoveToOuterDisposeScope();
    }
}
