namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Means under windows chosen so that a sequence <c>[N, C, L]</c> comes out with a given length.</summary>
            public static Tensor adaptive_avg_pool1d(Tensor input, long output_size)
                => Aten.AdaptiveAvgPool1d.Call(input, new[] { output_size });

            /// <summary>Means under windows chosen so that an image <c>[N, C, H, W]</c> comes out with a given height and width.</summary>
            public static Tensor adaptive_avg_pool2d(Tensor input, long[] output_size) => Aten.AdaptiveAvgPool2d.Call(input, output_size);

            public static Tensor adaptive_avg_pool2d(Tensor input, long output_size)
                => adaptive_avg_pool2d(input, [output_size, output_size]);

            public static Tensor adaptive_avg_pool2d(Tensor input, (long, long) output_size)
                => adaptive_avg_pool2d(input, [output_size.Item1, output_size.Item2]);

            /// <summary>Means under windows chosen so that a volume <c>[N, C, D, H, W]</c> comes out with a given size.</summary>
            public static Tensor adaptive_avg_pool3d(Tensor input, long[] output_size) => Aten.AdaptiveAvgPool3d.Call(input, output_size);

            public static Tensor adaptive_avg_pool3d(Tensor input, long output_size)
                => adaptive_avg_pool3d(input, [output_size, output_size, output_size]);

            public static Tensor adaptive_avg_pool3d(Tensor input, (long, long, long) output_size)
                => adaptive_avg_pool3d(input, [output_size.Item1, output_size.Item2, output_size.Item3]);

            /// <summary>Maxima under windows chosen so that a sequence comes out with a given length.</summary>
            public static Tensor adaptive_max_pool1d(Tensor input, long output_size)
                => First(adaptive_max_pool1d_with_indices(input, output_size));

            public static (Tensor output, Tensor indices) adaptive_max_pool1d_with_indices(Tensor input, long output_size)
                => Aten.AdaptiveMaxPool1d.Call2(input, new[] { output_size });

            /// <summary>Maxima under windows chosen so that an image comes out with a given height and width.</summary>
            public static Tensor adaptive_max_pool2d(Tensor input, long[] output_size)
                => First(adaptive_max_pool2d_with_indices(input, output_size));

            public static (Tensor output, Tensor indices) adaptive_max_pool2d_with_indices(Tensor input, long[] output_size)
                => Aten.AdaptiveMaxPool2d.Call2(input, output_size);

            /// <summary>Maxima under windows chosen so that a volume comes out with a given size.</summary>
            public static Tensor adaptive_max_pool3d(Tensor input, long[] output_size)
                => First(adaptive_max_pool3d_with_indices(input, output_size));

            public static (Tensor output, Tensor indices) adaptive_max_pool3d_with_indices(Tensor input, long[] output_size)
                => Aten.AdaptiveMaxPool3d.Call2(input, output_size);

            private static Tensor First((Tensor Output, Tensor Indices) pooled)
            {
                pooled.Indices.Dispose();
                return pooled.Output;
            }

            private static partial class Aten
            {
                internal static readonly Operator AdaptiveAvgPool1d = new("aten::adaptive_avg_pool1d");
                internal static readonly Operator AdaptiveAvgPool2d = new("aten::adaptive_avg_pool2d");
                internal static readonly Operator AdaptiveAvgPool3d = new("aten::adaptive_avg_pool3d");
                internal static readonly Operator AdaptiveMaxPool1d = new("aten::adaptive_max_pool1d");
                internal static readonly Operator AdaptiveMaxPool2d = new("aten::adaptive_max_pool2d");
                internal static readonly Operator AdaptiveMaxPool3d = new("aten::adaptive_max_pool3d");
            }
        }
    }
}
