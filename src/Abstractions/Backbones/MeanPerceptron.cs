using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Mpuc;

/// <summary>
/// A light backbone that any modality can offer: the mean of the real frames, then two fully-connected layers with ReLU and dropout between
/// them, as in deep averaging networks (Iyyer et al. 2015). The order of the frames is lost. Since contract 1.2.
/// </summary>
public sealed class MeanPerceptron : Backbone
{
    /// <summary>The name under which modalities offer it.</summary>
    public const string BackboneName = "mlp";

    private static readonly Option<int> HiddenOption = Option.Integer("hidden", 512, "Features between the two layers.", 1, 65536);

    private static readonly Option<double> DropoutOption = Option.Number(
        "dropout", 0.1, "The probability of dropout between the two layers.", 0, 0.95);

    /// <summary>The options: the hidden layer's size, and dropout.</summary>
    public static OptionSchema Schema { get; } = new(HiddenOption, DropoutOption);

    [ComponentName(Name = "fc1")]
    private readonly Linear _fc1;

    [ComponentName(Name = "fc2")]
    private readonly Linear _fc2;

    private readonly double _dropout;

    /// <summary>Creates the network with fresh weights.</summary>
    /// <param name="context">The shape of a frame; more than one dimension is flattened.</param>
    /// <param name="options">Values of <see cref="Schema"/>.</param>
    public MeanPerceptron(BackboneContext context, OptionValues options)
        : base(nameof(MeanPerceptron))
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(options);
        var hidden = options.Get(HiddenOption);
        _dropout = options.Get(DropoutOption);
        _fc1 = nn.Linear(context.FrameSize, hidden);
        _fc2 = nn.Linear(hidden, FeatureSize);
        RegisterComponents();
    }

    /// <summary>Describes the backbone for <see cref="PluginRegistration.RegisterBackbone"/>.</summary>
    /// <param name="kind">The kind of modality.</param>
    /// <param name="frames">What its frames are, such as <c>word vectors</c>.</param>
    /// <returns>The descriptor.</returns>
    public static BackboneDescriptor DescriptorFor(string kind, string frames) => new()
    {
        Kind = kind,
        Name = BackboneName,
        Description =
            $"The mean of the {frames} through two layers (Iyyer et al. 2015): many times faster than networks that see their order.",
        Options = Schema,
    };

    /// <inheritdoc/>
    public override Tensor forward(Tensor values, Tensor lengths)
    {
        ArgumentNullException.ThrowIfNull(values);
        using var scope = NewDisposeScope();
        var mask = FrameMask.Of(lengths, values.shape[1], values.dtype);
        var hidden = nn.functional.relu(_fc1.call(mask.Mean(mask.Clear(values.flatten(2)))));
        return _fc2.call(nn.functional.dropout(hidden, _dropout, training)).MoveToOuterDisposeScope();
    }
}
