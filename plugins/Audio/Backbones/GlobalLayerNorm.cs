using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Mpuc.Plugins.Audio.Backbones;

/// <summary>
/// Global layer normalisation (Luo and Mesgarani 2019, Eq. 7 and 8): every window to zero mean and unit deviation over its channels and its
/// real frames, then a trained gain and offset per channel. Padding leaves as zeros, which is what a convolution takes to lie beyond a
/// window's end.
/// </summary>
internal sealed class GlobalLayerNorm : nn.Module<Tensor, FrameMask, Tensor>
{
    private const double Epsilon = 1e-5;

    [ComponentName(Name = "weight")]
    private readonly Parameter _weight;

    [ComponentName(Name = "bias")]
    private readonly Parameter _bias;

    /// <summary>Creates the layer with gain 1 and offset 0.</summary>
    public GlobalLayerNorm(long channels)
        : base(nameof(GlobalLayerNorm))
    {
        _weight = new Parameter(ones(channels));
        _bias = new Parameter(zeros(channels));
        RegisterComponents();
    }

    /// <summary>The gain, <c>[C]</c>.</summary>
    public Tensor Weight => _weight;

    /// <summary>The offset, <c>[C]</c>.</summary>
    public Tensor Bias => _bias;

    /// <summary>Normalises a batch.</summary>
    /// <param name="values">Values, <c>[B, T, C]</c>, finite in the padding.</param>
    /// <returns>Normalised values, <c>[B, T, C]</c>, zero in the padding.</returns>
    public override Tensor forward(Tensor values, FrameMask mask)
    {
        using var scope = NewDisposeScope();
        return (mask.IsFull ? NormalizeFull(values) : NormalizePadded(values, mask)).MoveToOuterDisposeScope();
    }

    // One fused operator, forward and backward: layer normalisation over [T, C] with the affine part repeated over time.
    private Tensor NormalizeFull(Tensor values)
    {
        long[] shape = [values.shape[1], values.shape[2]];
        return nn.functional.layer_norm(values, shape, _weight.expand(shape), _bias.expand(shape), Epsilon);
    }

    // Written so that few passes go over [B, T, C]; it still takes some four times as long as the fused operator.
    private Tensor NormalizePadded(Tensor values, FrameMask mask)
    {
        var (valid, size) = (mask.Valid!, mask.Counts! * values.shape[2]);
        var mean = valid.transpose(1, 2).bmm(values).sum(2, keepdim: true) / size;
        var centred = (values * valid) - (mean * valid);
        var variance = centred.square().sum([1, 2], keepdim: true) / size;
        return addcmul(valid * _bias, centred, (variance + Epsilon).rsqrt() * _weight, 1);
    }
}
