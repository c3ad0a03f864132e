namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>
            /// Normalises each channel by its mean and variance over the batch and space, then scales and shifts it (Ioffe and
            /// Szegedy 2015).
            /// </summary>
            /// <param name="input"><c>[N, C, *]</c>.</param>
            /// <param name="running_mean"><c>[C]</c>: updated in training, used outside it; null for the batch's own always.</param>
            /// <param name="running_var"><c>[C]</c>, as the mean; unbiased.</param>
            /// <param name="weight"><c>[C]</c> or null.</param>
            /// <param name="bias"><c>[C]</c> or null.</param>
            /// <param name="training">Whether the batch's statistics are used.</param>
            /// <param name="momentum">The share of the batch in the running statistics.</param>
            /// <param name="eps">Added to the variance.</param>
            public static Tensor batch_norm(
                Tensor input, Tensor? running_mean, Tensor? running_var, Tensor? weight = null, Tensor? bias = null,
                bool training = false, double momentum = 0.1, double eps = 1e-5)
                => Aten.BatchNorm.Call(input, weight, bias, running_mean, running_var, training, momentum, eps, true);

            /// <summary>
            /// Normalises each channel of each sample over space (Ulyanov et al. 2016); the parameters as in
            /// <see cref="batch_norm"/>.
            /// </summary>
            public static Tensor instance_norm(
                Tensor input, Tensor? running_mean = null, Tensor? running_var = null, Tensor? weight = null, Tensor? bias = null,
                bool use_input_stats = true, double momentum = 0.1, double eps = 1e-5)
                => Aten.InstanceNorm.Call(input, weight, bias, running_mean, running_var, use_input_stats, momentum, eps, true);

            /// <summary>Normalises over the last dimensions (Ba et al. 2016).</summary>
            /// <param name="input">Any shape that ends in <paramref name="normalized_shape"/>.</param>
            /// <param name="normalized_shape">The sizes of the last dimensions.</param>
            /// <param name="weight">Of the normalised shape, or null.</param>
            /// <param name="bias">Of the normalised shape, or null.</param>
            /// <param name="eps">Added to the variance.</param>
            public static Tensor layer_norm(
                Tensor input, long[] normalized_shape, Tensor? weight = null, Tensor? bias = null, double eps = 1e-5)
                => Aten.LayerNorm.Call(input, normalized_shape, weight, bias, eps, true);

            /// <summary>Normalises groups of channels of each sample (Wu and He 2018).</summary>
            /// <param name="input"><c>[N, C, *]</c>.</param>
            /// <param name="num_groups">Into how many groups the channels are split.</param>
            /// <param name="weight"><c>[C]</c> or null.</param>
            /// <param name="bias"><c>[C]</c> or null.</param>
            /// <param name="eps">Added to the variance.</param>
            public static Tensor group_norm(Tensor input, long num_groups, Tensor? weight = null, Tensor? bias = null, double eps = 1e-5)
                => Aten.GroupNorm.Call(input, num_groups, weight, bias, eps, true);

            /// <summary>Divides by the p-norm along a dimension, or by <paramref name="eps"/> where the norm is smaller.</summary>
            public static Tensor normalize(Tensor input, double p = 2, long dim = 1, double eps = 1e-12)
            {
                using var norm = Aten.VectorNorm.Call(input, p, new[] { dim }, true, Argument.None);
                using var divisor = Aten.ClampMin.Call(norm, eps);
                return input / divisor;
            }

            private static partial class Aten
            {
                internal static readonly Operator BatchNorm = new("aten::batch_norm");
                internal static readonly Operator InstanceNorm = new("aten::instance_norm");
                internal static readonly Operator LayerNorm = new("aten::layer_norm");
                internal static readonly Operator GroupNorm = new("aten::group_norm");
                internal static readonly Operator VectorNorm = new("aten::linalg_vector_norm");
                internal static readonly Operator ClampMin = new("aten::clamp_min");
            }
        }
    }
}
