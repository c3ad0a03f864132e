namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>1 - cos(input1, input2) for targets of 1, max(0, cos - margin) for targets of -1.</summary>
            /// <param name="input1"><c>[N, D]</c> or <c>[D]</c>.</param>
            /// <param name="input2">Of the same shape.</param>
            /// <param name="target"><c>[N]</c> or <c>[]</c>, 1 or -1.</param>
            /// <param name="margin">-1 to 1.</param>
            /// <param name="reduction">How the elements are combined.</param>
            public static Tensor cosine_embedding_loss(
                Tensor input1, Tensor input2, Tensor target, double margin = 0, Reduction reduction = Reduction.Mean)
                => Aten.CosineEmbedding.Call(input1, input2, target, margin, (long)reduction);

            /// <summary>max(0, |anchor - positive|_p - |anchor - negative|_p + margin).</summary>
            /// <param name="anchor"><c>[N, D]</c> or <c>[D]</c>.</param>
            /// <param name="positive">Of the same shape.</param>
            /// <param name="negative">Of the same shape.</param>
            /// <param name="margin">By how much the negative should be farther.</param>
            /// <param name="p">The norm.</param>
            /// <param name="eps">Added to the differences.</param>
            /// <param name="swap">Whether the negative's distance is the smaller of those to anchor and positive.</param>
            /// <param name="reduction">How the elements are combined.</param>
            public static Tensor triplet_margin_loss(
                Tensor anchor, Tensor positive, Tensor negative, double margin = 1, long p = 2, double eps = 1e-6,
                bool swap = false, Reduction reduction = Reduction.Mean)
                => Aten.TripletMargin.Call(anchor, positive, negative, margin, (double)p, eps, swap, (long)reduction);

            /// <summary>max(0, -target (input1 - input2) + margin), targets 1 and -1.</summary>
            public static Tensor margin_ranking_loss(
                Tensor input1, Tensor input2, Tensor target, double margin = 0, Reduction reduction = Reduction.Mean)
                => Aten.MarginRanking.Call(input1, input2, target, margin, (long)reduction);

            /// <summary>input for targets of 1, max(0, margin - input) for targets of -1.</summary>
            public static Tensor hinge_embedding_loss(Tensor input, Tensor target, double margin = 0, Reduction reduction = Reduction.Mean)
                => Aten.HingeEmbedding.Call(input, target, margin, (long)reduction);

            private static partial class Aten
            {
                internal static readonly Operator CosineEmbedding = new("aten::cosine_embedding_loss");
                internal static readonly Operator TripletMargin = new("aten::triplet_margin_loss");
                internal static readonly Operator MarginRanking = new("aten::margin_ranking_loss");
                internal static readonly Operator HingeEmbedding = new("aten::hinge_embedding_loss");
            }
        }
    }
}
