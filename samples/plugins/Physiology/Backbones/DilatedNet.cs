using Mpuc;
using TorchSharp;
using static TorchSharp.torch;

namespace Samples.Physiology.Backbones;

/// <summary>
/// Three residual convolutions over time, each looking twice as far as the one before (after Bai et al. 2018), the mean over real frames,
/// fc to 512.
/// </summary>
internal sealed class DilatedNet : Backbone
{
    /// <summary>The backbone's name in configurations.</summary>
    public const string Name = "dilated";

    private static readonly Option<int> ChannelsOption = Option.Integer("channels", 32, "Channels of the convolutions.", 1, 4096);

    private readonly nn.Module<Tensor, Tensor> input;
    private readonly nn.Module<Tensor, Tensor> conv1;
    private readonly nn.Module<Tensor, Tensor> conv2;
    private readonly nn.Module<Tensor, Tensor> conv3;
    private readonly nn.Module<Tensor, Tensor> fc;

    /// <summary>Creates the network with fresh weights.</summary>
    /// <param name="context">The shape of a frame.</param>
    /// <param name="values">Values of the options.</param>
    public DilatedNet(BackboneContext context, OptionValues values)
        : base(nameof(DilatedNet))
    {
        var channels = values.Get(ChannelsOption);
        input = nn.Conv1d(context.FrameSize, channels, 1);
        conv1 = nn.Conv1d(channels, channels, 3, padding: 1);
        conv2 = nn.Conv1d(channels, channels, 3, padding: 2, dilation: 2);
        conv3 = nn.Conv1d(channels, channels, 3, padding: 4, dilation: 4);
        fc = nn.Linear(channels, FeatureSize);
        RegisterComponents();
    }

    /// <summary>What the host learns of the backbone.</summary>
    public static BackboneDescriptor Descriptor { get; } = new()
    {
        Kind = PhysiologyEncoder.Descriptor.Kind,
        Name = Name,
        Description = "Residual dilated convolutions over time.",
        Options = new OptionSchema(ChannelsOption),
    };

    /// <inheritdoc/>
    public override Tensor forward(Tensor values, Tensor lengths)
    {
        using var scope = NewDisposeScope();
        var mask = FrameMask.Of(lengths, values.shape[1], values.dtype);
        var hidden = mask.Clear(input.forward(mask.Clear(values).transpose(1, 2)), timeDimension: 2);
        foreach (var conv in new[] { conv1, conv2, conv3 })
        {
            hidden = mask.Clear(hidden + conv.forward(hidden).relu(), timeDimension: 2);
        }

        return fc.forward(mask.Mean(hidden.transpose(1, 2))).MoveToOuterDisposeScope();
    }
}
