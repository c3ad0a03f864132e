namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>exp(x) over its sum along a dimension.</summary>
            /// <param name="input">Any shape.</param>
            /// <param name="dim">The dimension that sums to 1 afterwards.</param>
            /// <param name="dtype">A type to compute in; the input's if null.</param>
            public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null)
                => Aten.Softmax.Call(input, dim, dtype);

            /// <summary>The logarithm of the softmax along a dimension.</summary>
            public static Tensor log_softmax(Tensor x, long dim) => Aten.LogSoftmax.Call(x, dim, Argument.None);

            /// <summary>The softmax of -x along a dimension.</summary>
            public static Tensor softmin(Tensor x, long dim)
            {
                using var negative = x.neg();
                return softmax(negative, dim);
            }

            /// <summary>The softmax over the channels of images <c>[N, C, H, W]</c> or <c>[C, H, W]</c>.</summary>
            public static Tensor softmax2d(Tensor x)
                => x.dim() is 3 or 4
                    ? softmax(x, -3)
                    : throw new ArgumentException(
                        $"softmax2d takes [N, C, H, W] or [C, H, W], not a tensor of {x.dim()} dimensions.", nameof(x));

            private static partial class Aten
            {
                internal static readonly Operator Softmax = new("aten::softmax", "int");
                internal static readonly Operator LogSoftmax = new("aten::log_softmax", "int");
            }
        }
    }
}
