using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Mpuc.Plugins.Face.Backbones.R2Plus1d;

/// <summary>
/// The paper's backbone for faces (Sec. III-A): R(2+1)D with 18 layers (Tran et al. 2018), whose parameters have torchvision's names and
/// shapes so that its checkpoints load; then dropout and a fully-connected layer to 512 features, as in the authors' released code. Every
/// layer works on <c>[B, T, H, W, C]</c>.
/// </summary>
internal sealed class R2Plus1dNet : Backbone
{
    private const long StemChannels = 64;

    // What torchvision's stem has between its two convolutions.
    private const long StemMiddle = 45;

    [ComponentName(Name = "stem")]
    private readonly Sequential _stem;

    [ComponentName(Name = "layer1")]
    private readonly Sequential _layer1;

    [ComponentName(Name = "layer2")]
    private readonly Sequential _layer2;

    [ComponentName(Name = "layer3")]
    private readonly Sequential _layer3;

    [ComponentName(Name = "layer4")]
    private readonly Sequential _layer4;

    [ComponentName(Name = "dropout")]
    private readonly Dropout _dropout;

    [ComponentName(Name = "fc")]
    private readonly Linear _fc;

    /// <summary>Creates the network, with fresh weights or those of a checkpoint of torchvision.</summary>
    /// <param name="context">The shape of a frame, <c>[C, H, W]</c>.</param>
    /// <param name="values">Values of <see cref="R2Plus1dOptions.Schema"/>.</param>
    /// <param name="weights">Reads the checkpoint, where one is named.</param>
    /// <exception cref="MpucException">The checkpoint cannot be read or is another network's.</exception>
    public R2Plus1dNet(BackboneContext context, OptionValues values, IWeightsStore weights)
        : base(FaceConstants.R2Plus1d)
    {
        ArgumentNullException.ThrowIfNull(context);
        var options = R2Plus1dOptions.From(values);
        _stem = nn.Sequential(
            FactoredConvolution.OverSpace(context.FrameShape[0], StemMiddle, kernel: 7, stride: 2),
            new ChannelBatchNorm(StemMiddle),
            nn.ReLU(inplace: true),
            FactoredConvolution.OverTime(StemMiddle, StemChannels, kernel: 3, stride: 1),
            new ChannelBatchNorm(StemChannels),
            nn.ReLU(inplace: true));
        _layer1 = Layer(StemChannels, 64, stride: 1);
        _layer2 = Layer(64, 128, stride: 2);
        _layer3 = Layer(128, 256, stride: 2);
        _layer4 = Layer(256, FeatureSize, stride: 2);
        _dropout = nn.Dropout(options.Dropout);
        _fc = nn.Linear(FeatureSize, FeatureSize);
        RegisterComponents();
        if (options.Weights.Length > 0 && !context.IsRestored)
        {
            TorchvisionWeights.Load(this, weights, options.Weights);
        }
    }

    /// <summary>What the host shows of the backbone.</summary>
    public static BackboneDescriptor Descriptor { get; } = new()
    {
        Kind = FaceConstants.Kind,
        Name = FaceConstants.R2Plus1d,
        Description = "The paper's R(2+1)D-18 (Tran et al. 2018), which can start from torchvision's weights.",
        Options = R2Plus1dOptions.Schema,
    };

    /// <inheritdoc/>
    public override Tensor forward(Tensor values, Tensor lengths)
    {
        using var scope = NewDisposeScope();
        var hidden = ClipPadding.RepeatLastFrame(values, lengths).permute(0, 1, 3, 4, 2).contiguous();
        hidden = _layer1.call(_stem.call(hidden));
        hidden = _layer4.call(_layer3.call(_layer2.call(hidden)));
        return _fc.call(_dropout.call(hidden.mean([1, 2, 3]))).MoveToOuterDisposeScope();
    }

    private static Sequential Layer(long inputs, long outputs, long stride) => nn.Sequential(
        new ResidualBlock(inputs, outputs, stride),
        new ResidualBlock(outputs, outputs, stride: 1));
}
