namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>x1 x2 / (|x1| |x2|) along a dimension, each norm held at <paramref name="eps"/> or above.</summary>
            public static Tensor cosine_similarity(Tensor x1, Tensor x2, long dim = 1, double eps = 1e-8)
                => Aten.CosineSimilarity.Call(x1, x2, dim, eps);

            /// <summary>The p-norm of input1 - input2 + eps along the last dimension.</summary>
            public static Tensor pairwise_distance(Tensor input1, Tensor input2, double p = 2, double eps = 1e-6, bool keepdim = false)
                => Aten.PairwiseDistance.Call(input1, input2, p, eps, keepdim);

            private static partial class Aten
            {
                internal static readonly Operator CosineSimilarity = new("aten::cosine_similarity");
                internal static readonly Operator PairwiseDistance = new("aten::pairwise_distance");
            }
        }
    }
}
