namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>input weights^T + bias.</summary>
            /// <param name="input"><c>[*, in]</c>.</param>
            /// <param name="weights"><c>[out, in]</c>.</param>
            /// <param name="bias"><c>[out]</c> or null.</param>
            public static Tensor linear(Tensor input, Tensor weights, Tensor? bias = null) => Aten.Linear.Call(input, weights, bias);

            /// <summary>input1^T weight_k input2 + bias_k for every output k.</summary>
            /// <param name="input1"><c>[*, in1]</c>.</param>
            /// <param name="input2"><c>[*, in2]</c>.</param>
            /// <param name="weight"><c>[out, in1, in2]</c>.</param>
            /// <param name="bias"><c>[out]</c> or null.</param>
            public static Tensor bilinear(Tensor input1, Tensor input2, Tensor weight, Tensor? bias = null)
                => Aten.Bilinear.Call(input1, input2, weight, bias);

            /// <summary>A new dimension at the end that is 1 at the class and 0 elsewhere.</summary>
            /// <param name="x">Classes, int64.</param>
            /// <param name="num_classes">The number of classes; the largest class plus one if -1.</param>
            public static Tensor one_hot(Tensor x, long num_classes = -1) => Aten.OneHot.Call(x, num_classes);

            private static partial class Aten
            {
                internal static readonly Operator Linear = new("aten::linear");
                internal static readonly Operator Bilinear = new("aten::bilinear");
                internal static readonly Operator OneHot = new("aten::one_hot");
            }
        }
    }
}
