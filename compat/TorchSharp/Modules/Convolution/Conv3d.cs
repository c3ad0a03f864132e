using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Cross-correlation of volumes <c>[N, C, D, H, W]</c> or <c>[C, D, H, W]</c> with trained kernels.</summary>
public sealed class Conv3d : Convolution
{
    internal Conv3d(
        long in_channels, long out_channels, long[] kernel_size, long[] stride, long[] padding, Padding? padding_type, long[] dilation,
        PaddingModes padding_mode, long groups, bool bias, Device? device, ScalarType? dtype)
        : base(
            nameof(Conv3d), in_channels, out_channels, kernel_size, stride, padding, padding_type, dilation,
            false, new long[3], groups, bias, padding_mode, device, dtype)
    {
    }

    public override Tensor forward(Tensor input)
        => Pad(input, (padded, rest) => nn.functional.conv3d(padded, weight, bias, stride, rest, dilation, groups));
}
