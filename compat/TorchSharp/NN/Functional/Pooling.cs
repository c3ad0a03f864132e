namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>The largest element under a window of a sequence <c>[N, C, L]</c> or <c>[C, L]</c>.</summary>
            /// <param name="input">The sequence.</param>
            /// <param name="kernel_size">The window's width.</param>
            /// <param name="stride">The window's step; its width if null.</param>
            /// <param name="padding">The width added at both ends, of minus infinity.</param>
            /// <param name="dilation">The step between the window's elements.</param>
            /// <param name="ceil_mode">Whether a window that reaches beyond the end counts.</param>
            public static Tensor max_pool1d(
                Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false)
                => Aten.MaxPool1d.Call(
                    input, new[] { kernel_size }, new[] { stride ?? kernel_size }, new[] { padding ?? 0 }, new[] { dilation ?? 1 },
                    ceil_mode);

            /// <summary>The largest elements, and where in the sequence they were.</summary>
            public static (Tensor output, Tensor indices) max_pool1d_with_indices(
                Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false)
                => Aten.MaxPool1dWithIndices.Call2(
                    input, new[] { kernel_size }, new[] { stride ?? kernel_size }, new[] { padding ?? 0 }, new[] { dilation ?? 1 },
                    ceil_mode);

            /// <summary>The largest element under a window of an image <c>[N, C, H, W]</c> or <c>[C, H, W]</c>.</summary>
            public static Tensor max_pool2d(
                Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null,
                bool ceil_mode = false)
                => Aten.MaxPool2d.Call(input, kernel_size, strides ?? kernel_size, padding ?? [0, 0], dilation ?? [1, 1], ceil_mode);

            public static Tensor max_pool2d(
                Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false)
                => max_pool2d(
                    input, [kernel_size, kernel_size], Twice(stride), Twice(padding), Twice(dilation), ceil_mode);

            public static Tensor max_pool2d(
                Tensor input, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null,
                (long, long)? dilation = null, bool ceil_mode = false)
                => max_pool2d(input, List(kernel_size)!, List(stride), List(padding), List(dilation), ceil_mode);

            public static (Tensor output, Tensor indices) max_pool2d_with_indices(
                Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null,
                bool ceil_mode = false)
                => Aten.MaxPool2dWithIndices.Call2(
                    input, kernel_size, strides ?? kernel_size, padding ?? [0, 0], dilation ?? [1, 1], ceil_mode);

            /// <summary>The largest element under a window of a volume <c>[N, C, D, H, W]</c> or <c>[C, D, H, W]</c>.</summary>
            public static Tensor max_pool3d(
                Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null,
                bool ceil_mode = false)
                => Aten.MaxPool3d.Call(input, kernel_size, strides ?? kernel_size, padding ?? [0, 0, 0], dilation ?? [1, 1, 1], ceil_mode);

            public static (Tensor output, Tensor indices) max_pool3d_with_indices(
                Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null,
                bool ceil_mode = false)
                => Aten.MaxPool3dWithIndices.Call2(
                    input, kernel_size, strides ?? kernel_size, padding ?? [0, 0, 0], dilation ?? [1, 1, 1], ceil_mode);

            /// <summary>The mean under a window of a sequence <c>[N, C, L]</c> or <c>[C, L]</c>.</summary>
            /// <param name="input">The sequence.</param>
            /// <param name="kernel_size">The window's width.</param>
            /// <param name="stride">The window's step; its width if null.</param>
            /// <param name="padding">The width of zeros added at both ends.</param>
            /// <param name="ceil_mode">Whether a window that reaches beyond the end counts.</param>
            /// <param name="count_include_pad">Whether the mean divides by the padding's elements too.</param>
            public static Tensor avg_pool1d(
                Tensor input, long kernel_size, long? stride = null, long? padding = null, bool ceil_mode = false,
                bool count_include_pad = true)
                => Aten.AvgPool1d.Call(
                    input, new[] { kernel_size }, new[] { stride ?? kernel_size }, new[] { padding ?? 0 }, ceil_mode, count_include_pad);

            /// <summary>
            /// The mean under a window of an image <c>[N, C, H, W]</c> or <c>[C, H, W]</c>, or the sum over
            /// <paramref name="divisor_override"/>.
            /// </summary>
            public static Tensor avg_pool2d(
                Tensor input, long[] kernel_size, long[]? stride = null, long[]? padding = null,
                bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null)
                => Aten.AvgPool2d.Call(
                    input, kernel_size, stride ?? kernel_size, padding ?? [0, 0], ceil_mode, count_include_pad, divisor_override);

            public static Tensor avg_pool2d(
                Tensor input, long kernel_size, long? stride = null, long padding = 0,
                bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null)
                => avg_pool2d(
                    input, [kernel_size, kernel_size], Twice(stride), [padding, padding], ceil_mode, count_include_pad, divisor_override);

            public static Tensor avg_pool2d(
                Tensor input, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null,
                bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null)
                => avg_pool2d(input, List(kernel_size)!, List(stride), List(padding), ceil_mode, count_include_pad, divisor_override);

            /// <summary>The mean under a window of a volume <c>[N, C, D, H, W]</c> or <c>[C, D, H, W]</c>.</summary>
            public static Tensor avg_pool3d(
                Tensor input, long[] kernel_size, long[]? stride = null, long[]? padding = null,
                bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null)
                => Aten.AvgPool3d.Call(
                    input, kernel_size, stride ?? kernel_size, padding ?? [0, 0, 0], ceil_mode, count_include_pad, divisor_override);

            private static long[]? Twice(long? size) => size is { } length ? [length, length] : null;

            private static long[]? List((long, long)? sizes) => sizes is var (height, width) ? [height, width] : null;

            private static partial class Aten
            {
                internal static readonly Operator MaxPool1d = new("aten::max_pool1d");
                internal static readonly Operator MaxPool2d = new("aten::max_pool2d");
                internal static readonly Operator MaxPool3d = new("aten::max_pool3d");
                internal static readonly Operator MaxPool1dWithIndices = new("aten::max_pool1d_with_indices");
                internal static readonly Operator MaxPool2dWithIndices = new("aten::max_pool2d_with_indices");
                internal static readonly Operator MaxPool3dWithIndices = new("aten::max_pool3d_with_indices");
                internal static readonly Operator AvgPool1d = new("aten::avg_pool1d");
                internal static readonly Operator AvgPool2d = new("aten::avg_pool2d");
                internal static readonly Operator AvgPool3d = new("aten::avg_pool3d");
            }
        }
    }
}
