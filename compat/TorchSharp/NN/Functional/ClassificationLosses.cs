namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>The negative log-probability of the target under the softmax of the logits.</summary>
            /// <param name="input">Logits, <c>[N, C]</c>, <c>[N, C, *]</c> or <c>[C]</c>.</param>
            /// <param name="target">Classes (int64, the input's shape without C), or probabilities of the input's shape.</param>
            /// <param name="weight">A weight for every class, <c>[C]</c>; the mean divides by the weights of the targets.</param>
            /// <param name="ignore_index">A class that does not count.</param>
            /// <param name="reduction">How the elements are combined.</param>
            /// <param name="label_smoothing">The share of the target, 0 to 1, that is spread evenly over all classes.</param>
            public static Tensor cross_entropy(
                Tensor input, Tensor target, Tensor? weight = null, long ignore_index = -100,
                Reduction reduction = Reduction.Mean, double label_smoothing = 0)
                => Aten.CrossEntropy.Call(input, target, weight, (long)reduction, ignore_index, label_smoothing);

            /// <summary>The negative of the target's element.</summary>
            /// <param name="input">Log-probabilities, <c>[N, C]</c>, <c>[N, C, *]</c> or <c>[C]</c>.</param>
            /// <param name="target">Classes (int64); -100 does not count.</param>
            /// <param name="weight">A weight for every class, <c>[C]</c>.</param>
            /// <param name="reduction">How the elements are combined.</param>
            public static Tensor nll_loss(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean)
                => Aten.Nll.Call(input, target, weight, (long)reduction, -100L);

            /// <summary>-(t log x + (1 - t) log(1 - x)), the logarithms held at -100 or above.</summary>
            /// <param name="input">Probabilities.</param>
            /// <param name="target">Of the same shape, 0 to 1.</param>
            /// <param name="weight">A weight for every element.</param>
            /// <param name="reduction">How the elements are combined.</param>
            public static Tensor binary_cross_entropy(
                Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean)
                => Aten.BinaryCrossEntropy.Call(input, target, weight, (long)reduction);

            /// <summary>The binary cross-entropy of the sigmoid of the logits, without overflow.</summary>
            /// <param name="input">Logits.</param>
            /// <param name="target">Of the same shape, 0 to 1.</param>
            /// <param name="weight">A weight for every element.</param>
            /// <param name="reduction">How the elements are combined.</param>
            /// <param name="pos_weights">A factor for the positive part, for every class.</param>
            public static Tensor binary_cross_entropy_with_logits(
                Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean, Tensor? pos_weights = null)
                => Aten.BinaryCrossEntropyWithLogits.Call(input, target, weight, pos_weights, (long)reduction);

            /// <summary>
            /// target (log target - input): the Kullback-Leibler divergence of the target from exp(input), element by element.
            /// </summary>
            /// <param name="input">Log-probabilities.</param>
            /// <param name="target">Log-probabilities, or probabilities.</param>
            /// <param name="log_target">Which of the two.</param>
            /// <param name="reduction">How the elements are combined; <c>Sum</c> over the batch size is the divergence itself.</param>
            public static Tensor kl_div(Tensor input, Tensor target, bool log_target = true, Reduction reduction = Reduction.Mean)
                => Aten.KlDivergence.Call(input, target, (long)reduction, log_target);

            /// <summary>log(1 + exp(-target input)), targets 1 and -1.</summary>
            public static Tensor soft_margin_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean)
                => Aten.SoftMargin.Call(input, target, (long)reduction);

            private static partial class Aten
            {
                internal static readonly Operator CrossEntropy = new("aten::cross_entropy_loss");
                internal static readonly Operator Nll = new("aten::nll_loss_nd");
                internal static readonly Operator BinaryCrossEntropy = new("aten::binary_cross_entropy");
                internal static readonly Operator BinaryCrossEntropyWithLogits = new("aten::binary_cross_entropy_with_logits");
                internal static readonly Operator KlDivergence = new("aten::kl_div");
                internal static readonly Operator SoftMargin = new("aten::soft_margin_loss");
            }
        }
    }
}
