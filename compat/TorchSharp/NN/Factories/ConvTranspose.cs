using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>
        /// The transpose of
        /// <see cref="Conv1d(long, long, long, long, long, long, PaddingModes, long, bool, Device, ScalarType?)"/>, as a layer;
        /// the output grows by output_padding at its end.
        /// </summary>
        public static ConvTranspose1d ConvTranspose1d(
            long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long output_padding = 0,
            long dilation = 1,
            PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true,
            Device? device = null, ScalarType? dtype = null)
            => new(
                in_channels, out_channels, [kernel_size], [stride], [padding],
                [output_padding], [dilation], padding_mode, groups, bias, device, dtype);

        /// <summary>
        /// The transpose of
        /// <see cref="Conv2d(long, long, long, long, long, long, PaddingModes, long, bool, Device, ScalarType?)"/>, as a layer;
        /// the output grows by output_padding at its end.
        /// </summary>
        public static ConvTranspose2d ConvTranspose2d(
            long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long output_padding = 0,
            long dilation = 1,
            PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true,
            Device? device = null, ScalarType? dtype = null)
            => new(
                in_channels, out_channels, [kernel_size, kernel_size], [stride, stride], [padding, padding],
                [output_padding, output_padding], [dilation, dilation], padding_mode, groups, bias, device, dtype);

        public static ConvTranspose2d ConvTranspose2d(
            long in_channels, long out_channels, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null,
            (long, long)? output_padding = null, (long, long)? dilation = null,
            PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true,
            Device? device = null, ScalarType? dtype = null)
            => new(
                in_channels, out_channels, Sizes(kernel_size), Sizes(stride, 1), Sizes(padding, 0),
                Sizes(output_padding, 0), Sizes(dilation, 1), padding_mode, groups, bias, device, dtype);

        /// <summary>
        /// The transpose of
        /// <see cref="Conv3d(long, long, long, long, long, long, PaddingModes, long, bool, Device, ScalarType?)"/>, as a layer;
        /// the output grows by output_padding at its end.
        /// </summary>
        public static ConvTranspose3d ConvTranspose3d(
            long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long output_padding = 0,
            long dilation = 1,
            PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true,
            Device? device = null, ScalarType? dtype = null)
            => new(
                in_channels, out_channels, [kernel_size, kernel_size, kernel_size], [stride, stride, stride], [padding, padding, padding],
                [output_padding, output_padding, output_padding], [dilation, dilation, dilation],
                padding_mode, groups, bias, device, dtype);

        public static ConvTranspose3d ConvTranspose3d(
            long in_channels, long out_channels, (long, long, long) kernel_size, (long, long, long)? stride = null,
            (long, long, long)? padding = null,
            (long, long, long)? output_padding = null, (long, long, long)? dilation = null,
            PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true,
            Device? device = null, ScalarType? dtype = null)
            => new(
                in_channels, out_channels, Sizes(kernel_size), Sizes(stride, 1), Sizes(padding, 0),
                Sizes(output_padding, 0), Sizes(dilation, 1), padding_mode, groups, bias, device, dtype);

        private static long[] Sizes((long, long)? sizes, long missing = 1)
            => sizes is var (height, width) ? [height, width] : [missing, missing];

        private static long[] Sizes((long, long, long)? sizes, long missing = 1)
            => sizes is var (depth, height, width) ? [depth, height, width] : [missing, missing, missing];
    }
}
