using Mpuc.Kernels;
using TorchSharp;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Mpuc.Plugins.Audio.Backbones;

/// <summary>
/// One block of Conv-TasNet's separation network (Luo and Mesgarani 2019, Fig. 1C): 1x1 convolution, PReLU, norm, dilated depthwise
/// convolution, PReLU, norm, 1x1 convolution, and the block's input added. The paper's block has a skip path too; the authors' released
/// code has none.
/// </summary>
internal sealed class TcnBlock : nn.Module<Tensor, FrameMask, Tensor>
{
    [ComponentName(Name = "expand")]
    private readonly PointwiseConvolution _expand;

    [ComponentName(Name = "activation1")]
    private readonly ParametricRelu _activation1 = new();

    [ComponentName(Name = "norm1")]
    private readonly GlobalLayerNorm _norm1;

    [ComponentName(Name = "depthwise")]
    private readonly DepthwiseConvolution _depthwise;

    [ComponentName(Name = "activation2")]
    private readonly ParametricRelu _activation2 = new();

    [ComponentName(Name = "norm2")]
    private readonly GlobalLayerNorm _norm2;

    [ComponentName(Name = "reduce")]
    private readonly PointwiseConvolution _reduce;

    [ComponentName(Name = "residual")]
    private readonly ResidualDropout _residual;

    private readonly long _dilation;

    /// <summary>Creates the block.</summary>
    public TcnBlock(TcnOptions options, long dilation)
        : base(nameof(TcnBlock))
    {
        _dilation = dilation;
        _expand = new PointwiseConvolution(options.Channels, options.Hidden);
        _norm1 = new GlobalLayerNorm(options.Hidden);
        _depthwise = new DepthwiseConvolution(options.Hidden, options.KernelSize, dilation);
        _norm2 = new GlobalLayerNorm(options.Hidden);
        _reduce = new PointwiseConvolution(options.Hidden, options.Channels);
        _residual = new ResidualDropout(options.Dropout);
        RegisterComponents();
    }

    /// <summary>Runs the block.</summary>
    /// <param name="values">Values, <c>[B, T, channels]</c>, finite in the padding.</param>
    /// <returns>Values, <c>[B, T, channels]</c>, finite in the padding.</returns>
    public override Tensor forward(Tensor values, FrameMask mask)
    {
        var weights = Weights();
        return FusedTcnBlock.Supports(values, weights)
            ? FusedTcnBlock.Run(values, mask.Lengths, weights, _dilation, _residual.Probability)
            : ForwardPlain(values, mask);
    }

    // The same in libtorch's own operators: what the fused one is checked against, and what runs where it cannot.
    private Tensor ForwardPlain(Tensor values, FrameMask mask)
    {
        using var scope = NewDisposeScope();
        var expanded = _norm1.call(_activation1.call(_expand.call(values)), mask);
        var convolved = _norm2.call(_activation2.call(_depthwise.call(expanded)), mask);
        return _residual.call(values, _reduce.call(convolved)).MoveToOuterDisposeScope();
    }

    private TcnBlockWeights Weights() => new()
    {
        Expand = _expand.Weight,
        ExpandBias = _expand.Bias,
        Slope1 = _activation1.Weight,
        Gain1 = _norm1.Weight,
        Offset1 = _norm1.Bias,
        Depthwise = _depthwise.Weight,
        DepthwiseBias = _depthwise.Bias,
        Slope2 = _activation2.Weight,
        Gain2 = _norm2.Weight,
        Offset2 = _norm2.Bias,
        Reduce = _reduce.Weight,
        ReduceBias = _reduce.Bias,
    };
}
