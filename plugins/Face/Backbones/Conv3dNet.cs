using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Mpuc.Plugins.Face.Backbones;

/// <summary>
/// A light backbone for faces, some 300 times cheaper than <c>r2plus1d</c>: three 3-D convolutions (Tran et al. 2015) that keep the frame
/// rate and reduce each frame 16-fold in width and height, batch normalisation and ReLU after each, the mean over time and space, and a
/// fully-connected layer to 512 features.
/// </summary>
internal sealed class Conv3dNet : Backbone
{
    private static readonly Option<int> ChannelsOption = Option.Integer(
        "channels", 16, "Channels after the first convolution; each further one doubles them.", 1, 256);

    private static readonly Option<double> DropoutOption = Option.Number(
        "dropout", 0.1, "The probability of dropout before the last layer.", 0, 0.95);

    [ComponentName(Name = "conv1")]
    private readonly Sequential _conv1;

    [ComponentName(Name = "conv2")]
    private readonly Sequential _conv2;

    [ComponentName(Name = "conv3")]
    private readonly Sequential _conv3;

    [ComponentName(Name = "dropout")]
    private readonly Dropout _dropout;

    [ComponentName(Name = "fc")]
    private readonly Linear _fc;

    /// <summary>Creates the network with fresh weights.</summary>
    /// <param name="context">The shape of a frame, <c>[C, H, W]</c>.</param>
    public Conv3dNet(BackboneContext context, OptionValues values)
        : base(FaceConstants.Conv3d)
    {
        ArgumentNullException.ThrowIfNull(context);
        var channels = values.Get(ChannelsOption);
        _conv1 = Stage(context.FrameShape[0], channels, kernel: 5, stride: 4);
        _conv2 = Stage(channels, 2 * channels, kernel: 3, stride: 2);
        _conv3 = Stage(2 * channels, 4 * channels, kernel: 3, stride: 2);
        _dropout = nn.Dropout(values.Get(DropoutOption));
        _fc = nn.Linear(4 * channels, FeatureSize);
        RegisterComponents();
    }

    /// <summary>What the host shows of the backbone.</summary>
    public static BackboneDescriptor Descriptor { get; } = new()
    {
        Kind = FaceConstants.Kind,
        Name = FaceConstants.Conv3d,
        Description = "Three 3-D convolutions with batch normalisation: for training on a CPU.",
        Options = new OptionSchema(ChannelsOption, DropoutOption),
    };

    /// <inheritdoc/>
    public override Tensor forward(Tensor values, Tensor lengths)
    {
        using var scope = NewDisposeScope();
        var hidden = ClipPadding.RepeatLastFrame(values, lengths).transpose(1, 2);
        hidden = _conv3.call(_conv2.call(_conv1.call(hidden)));
        return _fc.call(_dropout.call(hidden.mean([2, 3, 4]))).MoveToOuterDisposeScope();
    }

    private static Sequential Stage(long inputs, long outputs, long kernel, long stride) => nn.Sequential(
        nn.Conv3d(inputs, outputs, (3, kernel, kernel), stride: (1, stride, stride), padding: (1, kernel / 2, kernel / 2), bias: false),
        nn.BatchNorm3d(outputs),
        nn.ReLU(inplace: true));
}
