using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The base of the transposed convolutions.</summary>
public abstract class ConvolutionTranspose : Convolution
{
    protected ConvolutionTranspose(
        string name, long in_channels, long out_channels, long[] kernel_size, long[] stride, long[] padding, Padding? padding_type,
        long[] dilation, bool transposed, long[] output_padding, long groups, bool bias, PaddingModes padding_mode,
        Device? device = null, ScalarType? dtype = null)
        : base(
            name, in_channels, out_channels, kernel_size, stride, padding, padding_type, dilation,
            transposed, output_padding, groups, bias, RequireZeros(padding_mode), device, dtype)
    {
    }

    public override Tensor forward(Tensor input) => forward(input, null);

    /// <param name="input">Channels and spatial dimensions, with or without a batch.</param>
    /// <param name="output_size">
    /// The spatial size of the output, of which a stride leaves several possible; null for the layer's output_padding.
    /// </param>
    public abstract Tensor forward(Tensor input, long[]? output_size);

    private protected long[] OutputPadding(Tensor input, long[]? output_size)
    {
        if (output_size is null)
        {
            return output_padding;
        }

        var spatial = input.shape[^kernel_size.Length..];
        var wanted = output_size[^kernel_size.Length..];
        var extra = new long[spatial.Length];
        for (var i = 0; i < spatial.Length; i++)
        {
            var smallest = ((spatial[i] - 1) * stride[i]) - (2 * padding[i]) + (dilation[i] * (kernel_size[i] - 1)) + 1;
            extra[i] = wanted[i] - smallest;
            if (extra[i] < 0 || extra[i] >= stride[i])
            {
                throw new ArgumentException(
                    $"The output can have a size of {smallest} to {smallest + stride[i] - 1} in spatial dimension {i}, not {wanted[i]}.",
                    nameof(output_size));
            }
        }

        return extra;
    }

    private static PaddingModes RequireZeros(PaddingModes mode)
        => mode == PaddingModes.Zeros ? mode : throw new ArgumentException(
            $"Transposed convolutions pad with zeros, not {mode}.", nameof(mode));
}
