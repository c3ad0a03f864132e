namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Resamples the spatial dimensions of <c>[N, C, L]</c>, <c>[N, C, H, W]</c> or <c>[N, C, D, H, W]</c>.</summary>
            /// <param name="x">The input.</param>
            /// <param name="size">The output's spatial sizes; either this or <paramref name="scale_factor"/>.</param>
            /// <param name="scale_factor">By how much each spatial size is multiplied (one number for all, or one for each).</param>
            /// <param name="mode">How to interpolate: linear needs 1 spatial dimension, bilinear and bicubic 2, trilinear 3.</param>
            /// <param name="align_corners">
            /// Whether the centres of the corner elements coincide (linear and cubic modes); otherwise their edges do.
            /// </param>
            /// <param name="recompute_scale_factor">
            /// Whether the sampling uses the ratio of the (rounded) sizes rather than the given factor.
            /// </param>
            /// <param name="antialias">Whether to filter when scaling down (bilinear and bicubic only).</param>
            public static Tensor interpolate(
                Tensor x, long[]? size = null, double[]? scale_factor = null, InterpolationMode mode = InterpolationMode.Nearest,
                bool? align_corners = null, bool recompute_scale_factor = false, bool antialias = false)
            {
                var spatial = (int)x.dim() - 2;
                RequireSpatial(x, spatial, mode);
                if (size is null == scale_factor is null)
                {
                    throw new ArgumentException("interpolate takes either a size or a scale factor.", nameof(size));
                }

                if (align_corners is not null
                    && mode is InterpolationMode.Nearest or InterpolationMode.NearestExact or InterpolationMode.Area)
                {
                    throw new ArgumentException($"align_corners has no meaning in the mode {mode}.", nameof(align_corners));
                }

                if (antialias && mode is not (InterpolationMode.Bilinear or InterpolationMode.Bicubic))
                {
                    throw new ArgumentException($"antialias is for the modes Bilinear and Bicubic, not {mode}.", nameof(antialias));
                }

                var sizes = Spread(size, spatial);
                var factors = Spread(scale_factor, spatial);
                if (factors is not null && (recompute_scale_factor || mode == InterpolationMode.Area))
                {
                    sizes = [.. factors.Select((factor, i) => (long)Math.Floor(x.shape[i + 2] * factor))];
                    factors = null;
                }

                return Resample(x, spatial, sizes, factors, mode, align_corners ?? false, antialias);
            }

            private static Tensor Resample(
                Tensor x, int spatial, long[]? sizes, double[]? factors, InterpolationMode mode, bool alignCorners, bool antialias)
                => mode switch
                {
                    InterpolationMode.Area when spatial == 1 => adaptive_avg_pool1d(x, sizes![0]),
                    InterpolationMode.Area when spatial == 2 => adaptive_avg_pool2d(x, sizes!),
                    InterpolationMode.Area => adaptive_avg_pool3d(x, sizes!),
                    InterpolationMode.Nearest => Aten.UpsampleNearest[spatial - 1].Call(x, sizes, factors),
                    InterpolationMode.NearestExact => Aten.UpsampleNearestExact[spatial - 1].Call(x, sizes, factors),
                    InterpolationMode.Bicubic when antialias => Aten.UpsampleBicubicSmooth.Call(x, sizes, alignCorners, factors),
                    InterpolationMode.Bicubic => Aten.UpsampleBicubic.Call(x, sizes, alignCorners, factors),
                    _ when antialias => Aten.UpsampleBilinearSmooth.Call(x, sizes, alignCorners, factors),
                    _ => Aten.UpsampleLinear[spatial - 1].Call(x, sizes, alignCorners, factors),
                };

            private static void RequireSpatial(Tensor x, int spatial, InterpolationMode mode)
            {
                var fits = mode switch
                {
                    InterpolationMode.Linear => spatial == 1,
                    InterpolationMode.Bilinear or InterpolationMode.Bicubic => spatial == 2,
                    InterpolationMode.Trilinear => spatial == 3,
                    _ => spatial is >= 1 and <= 3,
                };
                if (!fits)
                {
                    throw new ArgumentException($"The mode {mode} does not fit an input of {x.dim()} dimensions.", nameof(mode));
                }
            }

            private static T[]? Spread<T>(T[]? values, int count)
                => values switch
                {
                    null => null,
                    [var one] => [.. Enumerable.Repeat(one, count)],
                    _ when values.Length == count => values,
                    _ => throw new ArgumentException(
                        $"{values.Length} sizes or factors do not fit {count} spatial dimensions.", nameof(values)),
                };

            private static partial class Aten
            {
                internal static readonly Operator[] UpsampleNearest = OfEveryDimension("aten::upsample_nearest");
                internal static readonly Operator[] UpsampleNearestExact = OfEveryDimension("aten::_upsample_nearest_exact");
                internal static readonly Operator[] UpsampleLinear =
                [
                    new("aten::upsample_linear1d", "vec"),
                    new("aten::upsample_bilinear2d", "vec"),
                    new("aten::upsample_trilinear3d", "vec"),
                ];
                internal static readonly Operator UpsampleBicubic = new("aten::upsample_bicubic2d", "vec");
                internal static readonly Operator UpsampleBicubicSmooth = new("aten::_upsample_bicubic2d_aa", "vec");
                internal static readonly Operator UpsampleBilinearSmooth = new("aten::_upsample_bilinear2d_aa", "vec");

                private static Operator[] OfEveryDimension(string name)
                    => [.. Enumerable.Range(1, 3).Select(spatial => new Operator($"{name}{spatial}d", "vec"))];
            }
        }
    }
}
