using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Mpuc.Plugins.Text.Backbones;

/// <summary>
/// A light text backbone: the mean of the word vectors, then two fully-connected layers with ReLU and dropout between them, as in deep averaging networks
/// (Iyyer et al. 2015). The order of the words is lost.
/// </summary>
internal sealed class Mlp : Backbone
{
    [ComponentName(Name = "fc1")]
    private readonly Linear _fc1;

    [ComponentName(Name = "fc2")]
    private readonly Linear _fc2;

    private readonly double _dropout;

    /// <summary>Creates the network with fresh weights.</summary>
    /// <param name="context">The shape of a frame.</param>
    /// <param name="values">Values of <see cref="MlpOptions.Schema"/>.</param>
    public Mlp(BackboneContext context, OptionValues values)
        : base(TextConstants.Mlp)
    {
        ArgumentNullException.ThrowIfNull(context);
        var options = MlpOptions.From(values);
        _dropout = options.Dropout;
        _fc1 = nn.Linear(context.FrameSize, options.Hidden);
        _fc2 = nn.Linear(options.Hidden, FeatureSize);
        RegisterComponents();
    }

    /// <summary>What the host shows of the backbone.</summary>
    public static BackboneDescriptor Descriptor { get; } = new()
    {
        Kind = TextConstants.Kind,
        Name = TextConstants.Mlp,
        Description = "The mean of the word vectors through two layers (Iyyer et al. 2015): many times faster than transformer.",
        Options = MlpOptions.Schema,
    };

    /// <inheritdoc/>
    public override Tensor forward(Tensor values, Tensor lengths)
    {
        using var scope = NewDisposeScope();
        var mask = FrameMask.Of(lengths, values.shape[1], values.dtype);
        var hidden = nn.functional.relu(_fc1.call(mask.Mean(mask.Clear(values))));
        return _fc2.call(nn.functional.dropout(hidden, _dropout, training)).MoveToOuterDisposeScope();
    }
}
