using Mpuc;
using TorchSharp;
using static TorchSharp.torch;

namespace PluginName.Backbones;

/// <summary>Two convolutions over time, the mean over the real frames, and a linear layer to 512 features.</summary>
internal sealed class PluginNameNet : Backbone
{
    /// <summary>The backbone's name in configurations.</summary>
    public const string Name = "conv";

    private static readonly Option<int> ChannelsOption = Option.Integer("channels", 32, "Channels of the convolutions.", 1, 4096);

    private static readonly Option<double> DropoutOption = Option.Number(
        "dropout", 0.1, "The probability that a channel's mean is dropped in training.", 0, 0.99);

    // The fields' names are the names in checkpoints.
    private readonly nn.Module<Tensor, Tensor> conv1;
    private readonly nn.Module<Tensor, Tensor> conv2;
    private readonly nn.Module<Tensor, Tensor> dropout;
    private readonly nn.Module<Tensor, Tensor> fc;

    /// <summary>Creates the network with fresh weights.</summary>
    /// <param name="context">The shape of a frame and the number of frames in a window.</param>
    /// <param name="values">Values of the options.</param>
    public PluginNameNet(BackboneContext context, OptionValues values)
        : base(nameof(PluginNameNet))
    {
        var channels = values.Get(ChannelsOption);
        conv1 = nn.Conv1d(context.FrameSize, channels, 5, padding: 2);
        conv2 = nn.Conv1d(channels, channels, 5, padding: 2);
        dropout = nn.Dropout(values.Get(DropoutOption));
        fc = nn.Linear(channels, FeatureSize);
        RegisterComponents();
    }

    /// <summary>What the host shows of the backbone.</summary>
    public static BackboneDescriptor Descriptor { get; } = new()
    {
        Kind = "pluginName",
        Name = Name,
        Description = "Two convolutions over time.",
        Options = new OptionSchema(ChannelsOption, DropoutOption),
    };

    /// <summary>FILL IN: windows to features. The mask keeps padding out; the scope lets go of everything but the result.</summary>
    /// <param name="values">Windows, <c>[B, T, ...]</c>.</param>
    /// <param name="lengths">Valid lengths, <c>[B]</c>.</param>
    /// <returns>Features, <c>[B, 512]</c>.</returns>
    public override Tensor forward(Tensor values, Tensor lengths)
    {
        using var scope = NewDisposeScope();
        var mask = FrameMask.Of(lengths, values.shape[1], values.dtype);
        var hidden = mask.Clear(values.flatten(2)).transpose(1, 2);
        hidden = mask.Clear(conv1.forward(hidden).relu(), timeDimension: 2);
        hidden = mask.Clear(conv2.forward(hidden).relu(), timeDimension: 2);
        return fc.forward(dropout.forward(mask.Mean(hidden.transpose(1, 2)))).MoveToOuterDisposeScope();
    }
}
