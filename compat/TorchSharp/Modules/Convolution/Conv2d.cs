using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Cross-correlation of images <c>[N, C, H, W]</c> or <c>[C, H, W]</c> with trained kernels.</summary>
public sealed class Conv2d : Convolution
{
    internal Conv2d(
        long in_channels, long out_channels, long[] kernel_size, long[] stride, long[] padding, Padding? padding_type, long[] dilation,
        PaddingModes padding_mode, long groups, bool bias, Device? device, ScalarType? dtype)
        : base(
            nameof(Conv2d), in_channels, out_channels, kernel_size, stride, padding, padding_type, dilation,
            false, new long[2], groups, bias, padding_mode, device, dtype)
    {
    }

    public override Tensor forward(Tensor input)
        => Pad(input, (padded, rest) => nn.functional.conv2d(padded, weight, bias, stride, rest, dilation, groups));
}
