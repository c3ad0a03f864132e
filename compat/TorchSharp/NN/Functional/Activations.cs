using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>The layers and losses as functions: what a module computes, given its parameters.</summary>
        public static partial class functional
        {
            /// <summary>max(0, x).</summary>
            public static Tensor relu(Tensor x, bool inplace = false) => (inplace ? Aten.ReluInPlace : Aten.Relu).Call(x);

            /// <summary>min(max(0, x), 6).</summary>
            public static Tensor relu6(Tensor x, bool inplace = false) => hardtanh(x, 0, 6, inplace);

            /// <summary>x for x &gt; 0, negative_slope x otherwise.</summary>
            public static Tensor leaky_relu(Tensor input, double negative_slope = 0.01, bool inplace = false)
                => (inplace ? Aten.LeakyReluInPlace : Aten.LeakyRelu).Call(input, negative_slope);

            /// <summary>x for x &gt; 0, weight x otherwise; the weight is one number or one per channel (dimension 1).</summary>
            public static Tensor prelu(Tensor input, Tensor weight) => Aten.Prelu.Call(input, weight);

            /// <summary>x for x &gt; 0, alpha (exp(x) - 1) otherwise.</summary>
            public static Tensor elu(Tensor x, double alpha, bool inplace = false)
                => (inplace ? Aten.EluInPlace : Aten.Elu).Call(x, alpha, 1.0, 1.0);

            /// <summary>The scaled ELU of self-normalising networks (Klambauer et al. 2017).</summary>
            public static Tensor selu(Tensor x, bool inplace = false) => (inplace ? Aten.SeluInPlace : Aten.Selu).Call(x);

            /// <summary>max(0, x) + min(0, alpha (exp(x / alpha) - 1)).</summary>
            public static Tensor celu(Tensor x, double alpha, bool inplace = false)
                => (inplace ? Aten.CeluInPlace : Aten.Celu).Call(x, alpha);

            /// <summary>x times the cumulative normal distribution at x (Hendrycks and Gimpel 2016).</summary>
            public static Tensor gelu(Tensor x) => gelu(x, Modules.GELU.Approximate.none);

            public static Tensor gelu(Tensor x, bool inplace) => gelu(x, Modules.GELU.Approximate.none, inplace);

            /// <summary>The same, exact or through the hyperbolic tangent.</summary>
            public static Tensor gelu(Tensor x, Modules.GELU.Approximate approximate, bool inplace = false)
                => (inplace ? Aten.GeluInPlace : Aten.Gelu).Call(x, approximate == Modules.GELU.Approximate.tanh ? "tanh" : "none");

            /// <summary>x sigmoid(x).</summary>
            public static Tensor silu(Tensor x, bool inplace = false) => (inplace ? Aten.SiluInPlace : Aten.Silu).Call(x);

            /// <summary>x tanh(softplus(x)).</summary>
            public static Tensor mish(Tensor x, bool inplace = false) => (inplace ? Aten.MishInPlace : Aten.Mish).Call(x);

            /// <summary>log(1 + exp(beta x)) / beta; x itself where beta x exceeds the threshold.</summary>
            public static Tensor softplus(Tensor x, double beta = 1, double threshold = 20) => Aten.Softplus.Call(x, beta, threshold);

            /// <summary>a sigmoid(b), a and b the halves of the input along a dimension.</summary>
            public static Tensor glu(Tensor input, long dim = -1) => Aten.Glu.Call(input, dim);

            private static partial class Aten
            {
                internal static readonly Operator Relu = new("aten::relu");
                internal static readonly Operator ReluInPlace = new("aten::relu_");
                internal static readonly Operator LeakyRelu = new("aten::leaky_relu");
                internal static readonly Operator LeakyReluInPlace = new("aten::leaky_relu_");
                internal static readonly Operator Prelu = new("aten::prelu");
                internal static readonly Operator Elu = new("aten::elu");
                internal static readonly Operator EluInPlace = new("aten::elu_");
                internal static readonly Operator Selu = new("aten::selu");
                internal static readonly Operator SeluInPlace = new("aten::selu_");
                internal static readonly Operator Celu = new("aten::celu");
                internal static readonly Operator CeluInPlace = new("aten::celu_");
                internal static readonly Operator Gelu = new("aten::gelu");
                internal static readonly Operator GeluInPlace = new("aten::gelu_");
                internal static readonly Operator Silu = new("aten::silu");
                internal static readonly Operator SiluInPlace = new("aten::silu_");
                internal static readonly Operator Mish = new("aten::mish");
                internal static readonly Operator MishInPlace = new("aten::mish_");
                internal static readonly Operator Softplus = new("aten::softplus");
                internal static readonly Operator Glu = new("aten::glu");
            }
        }
    }
}
