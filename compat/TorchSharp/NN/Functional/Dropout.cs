namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>
            /// Zeroes each element with probability <paramref name="p"/> and scales the others by 1 / (1 - p); nothing outside
            /// training.
            /// </summary>
            public static Tensor dropout(Tensor input, double p = 0.5, bool training = true, bool inplace = false)
                => (inplace ? Aten.DropoutInPlace : Aten.Dropout).Call(input, Probability(p), training);

            /// <summary>Dropout of whole channels of sequences <c>[N, C, L]</c> or <c>[C, L]</c>.</summary>
            public static Tensor dropout1d(Tensor input, double p = 0.5, bool training = true, bool inplace = false)
                => ChannelDropout(input, 1, p, training, inplace);

            /// <summary>Dropout of whole channels of images <c>[N, C, H, W]</c> or <c>[C, H, W]</c>.</summary>
            public static Tensor dropout2d(Tensor input, double p = 0.5, bool training = true, bool inplace = false)
                => ChannelDropout(input, 2, p, training, inplace);

            /// <summary>Dropout of whole channels of volumes <c>[N, C, D, H, W]</c> or <c>[C, D, H, W]</c>.</summary>
            public static Tensor dropout3d(Tensor input, double p = 0.5, bool training = true, bool inplace = false)
                => ChannelDropout(input, 3, p, training, inplace);

            /// <summary>Dropout that keeps the mean and the variance of inputs that are so distributed as SELU's outputs.</summary>
            public static Tensor alpha_dropout(Tensor input, double p = 0.5, bool training = false, bool inplace = false)
                => (inplace ? Aten.AlphaDropoutInPlace : Aten.AlphaDropout).Call(input, Probability(p), training);

            private static Tensor ChannelDropout(Tensor input, int spatialDimensions, double p, bool training, bool inplace)
            {
                var operation = inplace ? Aten.FeatureDropoutInPlace : Aten.FeatureDropout;
                if (input.dim() == spatialDimensions + 2)
                {
                    return operation.Call(input, Probability(p), training);
                }

                if (input.dim() != spatialDimensions + 1)
                {
                    throw new ArgumentException(
                        $"dropout{spatialDimensions}d takes {spatialDimensions + 2} dimensions, or one less, not {input.dim()}.",
                        nameof(input));
                }

                using var batched = input.unsqueeze(0);
                using var dropped = operation.Call(batched, Probability(p), training);
                return dropped.select(0, 0);
            }

            private static double Probability(double p)
                => p is >= 0 and <= 1 ? p : throw new ArgumentOutOfRangeException(
                    nameof(p), p, "A dropout probability lies between 0 and 1.");

            private static partial class Aten
            {
                internal static readonly Operator Dropout = new("aten::dropout");
                internal static readonly Operator DropoutInPlace = new("aten::dropout_");
                internal static readonly Operator FeatureDropout = new("aten::feature_dropout");
                internal static readonly Operator FeatureDropoutInPlace = new("aten::feature_dropout_");
                internal static readonly Operator AlphaDropout = new("aten::alpha_dropout");
                internal static readonly Operator AlphaDropoutInPlace = new("aten::alpha_dropout_");
            }
        }
    }
}
