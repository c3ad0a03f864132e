namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>1 / (1 + exp(-x)).</summary>
            public static Tensor sigmoid(Tensor x) => sigmoid(x, false);

            public static Tensor sigmoid(Tensor x, bool inplace) => (inplace ? Aten.SigmoidInPlace : Aten.Sigmoid).Call(x);

            /// <summary>log(sigmoid(x)), without overflow.</summary>
            public static Tensor logsigmoid(Tensor x) => Aten.LogSigmoid.Call(x);

            /// <summary>The hyperbolic tangent.</summary>
            public static Tensor tanh(Tensor x, bool inplace = false) => (inplace ? Aten.TanhInPlace : Aten.Tanh).Call(x);

            /// <summary>x held between min_val and max_val.</summary>
            public static Tensor hardtanh(Tensor x, double min_val = -1, double max_val = 1, bool inplace = false)
                => (inplace ? Aten.HardtanhInPlace : Aten.Hardtanh).Call(x, min_val, max_val);

            /// <summary>relu6(x + 3) / 6.</summary>
            public static Tensor hardsigmoid(Tensor input, bool inplace = false)
                => (inplace ? Aten.HardsigmoidInPlace : Aten.Hardsigmoid).Call(input);

            /// <summary>x relu6(x + 3) / 6.</summary>
            public static Tensor hardswish(Tensor input, bool inplace = false)
                => (inplace ? Aten.HardswishInPlace : Aten.Hardswish).Call(input);

            /// <summary>x where |x| &gt; lambda, 0 elsewhere.</summary>
            public static Tensor hardshrink(Tensor x, double lambda = 0.5) => Aten.Hardshrink.Call(x, lambda);

            /// <summary>x moved towards zero by lambda.</summary>
            public static Tensor softshrink(Tensor x, double lambda = 0.5) => Aten.Softshrink.Call(x, lambda);

            /// <summary>x - tanh(x).</summary>
            public static Tensor tanhshrink(Tensor x, bool inplace = false)
            {
                using var squashed = x.tanh();
                return inplace ? x.sub_(squashed).alias() : x - squashed;
            }

            /// <summary>x / (1 + |x|).</summary>
            public static Tensor softsign(Tensor x, bool inplace = false)
            {
                using var magnitude = x.abs();
                using var denominator = magnitude + 1;
                return inplace ? x.div_(denominator).alias() : x / denominator;
            }

            /// <summary>x where x exceeds the threshold, value elsewhere.</summary>
            public static Tensor threshold(Tensor x, double threshold, double value, bool inplace = false)
                => (inplace ? Aten.ThresholdInPlace : Aten.Threshold).Call(x, threshold, value);

            private static partial class Aten
            {
                internal static readonly Operator Sigmoid = new("aten::sigmoid");
                internal static readonly Operator SigmoidInPlace = new("aten::sigmoid_");
                internal static readonly Operator LogSigmoid = new("aten::log_sigmoid");
                internal static readonly Operator Tanh = new("aten::tanh");
                internal static readonly Operator TanhInPlace = new("aten::tanh_");
                internal static readonly Operator Hardtanh = new("aten::hardtanh");
                internal static readonly Operator HardtanhInPlace = new("aten::hardtanh_");
                internal static readonly Operator Hardsigmoid = new("aten::hardsigmoid");
                internal static readonly Operator HardsigmoidInPlace = new("aten::hardsigmoid_");
                internal static readonly Operator Hardswish = new("aten::hardswish");
                internal static readonly Operator HardswishInPlace = new("aten::hardswish_");
                internal static readonly Operator Hardshrink = new("aten::hardshrink");
                internal static readonly Operator Softshrink = new("aten::softshrink");
                internal static readonly Operator Threshold = new("aten::threshold");
                internal static readonly Operator ThresholdInPlace = new("aten::threshold_");
            }
        }
    }
}
