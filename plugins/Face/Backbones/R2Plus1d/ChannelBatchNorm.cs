using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Mpuc.Plugins.Face.Backbones.R2Plus1d;

/// <summary>
/// Batch normalisation (Ioffe and Szegedy 2015) of the last dimension of <c>[B, T, H, W, C]</c>, with the state, starting values and
/// constants of PyTorch's <c>BatchNorm3d</c>, whose operator takes several times as long in this memory order.
/// </summary>
internal sealed class ChannelBatchNorm : nn.Module<Tensor, Tensor>
{
    private const double Momentum = 0.1;
    private const double Epsilon = 1e-5;

    [ComponentName(Name = "weight")]
    private readonly Parameter _weight;

    [ComponentName(Name = "bias")]
    private readonly Parameter _bias;

    [ComponentName(Name = "running_mean")]
    private readonly Tensor _mean;

    [ComponentName(Name = "running_var")]
    private readonly Tensor _variance;

    [ComponentName(Name = "num_batches_tracked")]
    private readonly Tensor _batches;

    /// <summary>Creates the layer with gain 1 and offset 0.</summary>
    public ChannelBatchNorm(long channels)
        : base(nameof(ChannelBatchNorm))
    {
        (_weight, _bias) = (new Parameter(ones(channels)), new Parameter(zeros(channels)));
        (_mean, _variance, _batches) = (zeros(channels), ones(channels), zeros([], ScalarType.Int64));
        RegisterComponents();
    }

    /// <summary>Normalises clips: by their own statistics while training, else by the running ones.</summary>
    /// <param name="values">Clips, <c>[B, T, H, W, C]</c>.</param>
    /// <returns>Clips, <c>[B, T, H, W, C]</c>.</returns>
    public override Tensor forward(Tensor values)
    {
        using var scope = NewDisposeScope();
        if (training)
        {
            using var noGrad = no_grad();
            _batches.add_(1);
        }

        var images = values.flatten(0, 1).permute(0, 3, 1, 2);
        return nn.functional.batch_norm(images, _mean, _variance, _weight, _bias, training, Momentum, Epsilon)
            .permute(0, 2, 3, 1)
            .reshape(values.shape)
            .MoveToOuterDisposeScope();
    }
}
