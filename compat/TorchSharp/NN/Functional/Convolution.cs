namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>
            /// Cross-correlation of sequences: input <c>[N, C, L]</c> or <c>[C, L]</c>, weight <c>[out, C / groups, K]</c>.
            /// </summary>
            public static Tensor conv1d(
                Tensor input, Tensor weight, Tensor? bias = null,
                long? stride = null, long? padding = null, long? dilation = null, long groups = 1)
                => Aten.Conv1d.Call(input, weight, bias, new[] { stride ?? 1 }, new[] { padding ?? 0 }, new[] { dilation ?? 1 }, groups);

            public static Tensor conv1d_padding(
                Tensor input, Tensor weight, Tensor? bias = null,
                long? stride = null, Padding padding = Padding.Valid, long? dilation = null, long groups = 1)
                => Aten.Conv1dPadding.Call(input, weight, bias, new[] { stride ?? 1 }, Name(padding), new[] { dilation ?? 1 }, groups);

            /// <summary>
            /// Cross-correlation of images: input <c>[N, C, H, W]</c> or <c>[C, H, W]</c>, weight
            /// <c>[out, C / groups, K, K]</c>.
            /// </summary>
            public static Tensor conv2d(
                Tensor input, Tensor weight, Tensor? bias = null,
                long[]? strides = null, long[]? padding = null, long[]? dilation = null, long groups = 1)
                => Aten.Conv2d.Call(input, weight, bias, strides ?? [1, 1], padding ?? [0, 0], dilation ?? [1, 1], groups);

            public static Tensor conv2d_padding(
                Tensor input, Tensor weight, Tensor? bias = null,
                long[]? strides = null, Padding padding = Padding.Valid, long[]? dilation = null, long groups = 1)
                => Aten.Conv2dPadding.Call(input, weight, bias, strides ?? [1, 1], Name(padding), dilation ?? [1, 1], groups);

            /// <summary>
            /// Cross-correlation of volumes: input <c>[N, C, D, H, W]</c> or <c>[C, D, H, W]</c>, weight
            /// <c>[out, C / groups, K, K, K]</c>.
            /// </summary>
            public static Tensor conv3d(
                Tensor input, Tensor weight, Tensor? bias = null,
                long[]? strides = null, long[]? padding = null, long[]? dilation = null, long groups = 1)
                => Aten.Conv3d.Call(input, weight, bias, strides ?? [1, 1, 1], padding ?? [0, 0, 0], dilation ?? [1, 1, 1], groups);

            public static Tensor conv3d_padding(
                Tensor input, Tensor weight, Tensor? bias = null,
                long[]? strides = null, Padding padding = Padding.Valid, long[]? dilation = null, long groups = 1)
                => Aten.Conv3dPadding.Call(input, weight, bias, strides ?? [1, 1, 1], Name(padding), dilation ?? [1, 1, 1], groups);

            /// <summary>
            /// The gradient of <see cref="conv1d"/> as a layer: input <c>[N, C, L]</c>, weight <c>[C, out / groups, K]</c>.
            /// </summary>
            public static Tensor conv_transpose1d(
                Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, long? padding = null,
                long? output_padding = null, long? dilation = null, long groups = 1)
                => Aten.ConvTranspose1d.Call(
                    input, weight, bias, new[] { stride ?? 1 }, new[] { padding ?? 0 }, new[] { output_padding ?? 0 }, groups,
                    new[] { dilation ?? 1 });

            /// <summary>
            /// The gradient of <see cref="conv2d"/> as a layer: input <c>[N, C, H, W]</c>, weight
            /// <c>[C, out / groups, K, K]</c>.
            /// </summary>
            public static Tensor conv_transpose2d(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null,
                long[]? output_padding = null, long[]? dilation = null, long groups = 1)
                => Aten.ConvTranspose2d.Call(
                    input, weight, bias, strides ?? [1, 1], padding ?? [0, 0], output_padding ?? [0, 0], groups, dilation ?? [1, 1]);

            /// <summary>
            /// The gradient of <see cref="conv3d"/> as a layer: input <c>[N, C, D, H, W]</c>, weight
            /// <c>[C, out / groups, K, K, K]</c>.
            /// </summary>
            public static Tensor conv_transpose3d(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null,
                long[]? output_padding = null, long[]? dilation = null, long groups = 1)
                => Aten.ConvTranspose3d.Call(
                    input, weight, bias, strides ?? [1, 1, 1], padding ?? [0, 0, 0], output_padding ?? [0, 0, 0], groups,
                    dilation ?? [1, 1, 1]);

            private static string Name(Padding padding) => padding == Padding.Same ? "same" : "valid";

            private static partial class Aten
            {
                internal static readonly Operator Conv1d = new("aten::conv1d");
                internal static readonly Operator Conv2d = new("aten::conv2d");
                internal static readonly Operator Conv3d = new("aten::conv3d");
                internal static readonly Operator Conv1dPadding = new("aten::conv1d", "padding");
                internal static readonly Operator Conv2dPadding = new("aten::conv2d", "padding");
                internal static readonly Operator Conv3dPadding = new("aten::conv3d", "padding");
                internal static readonly Operator ConvTranspose1d = new("aten::conv_transpose1d");
                internal static readonly Operator ConvTranspose2d = new("aten::conv_transpose2d", "input");
                internal static readonly Operator ConvTranspose3d = new("aten::conv_transpose3d", "input");
            }
        }
    }
}
