using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Instance normalisation of <c>[N, C, L]</c> or <c>[C, L]</c>.</summary>
public sealed class InstanceNorm1d : InstanceNorm
{
    internal InstanceNorm1d(
        long num_features, double eps, double momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype)
        : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, nameof(InstanceNorm1d))
    {
    }

    protected override long GetNumberOfBatchDimensions() => 2;

    protected override void ValidateInputDimensions(Tensor input) => RequireDimensions(input, 2, 3);
}
