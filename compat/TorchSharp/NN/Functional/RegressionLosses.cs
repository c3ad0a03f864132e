namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>(input - target)^2.</summary>
            public static Tensor mse_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean)
                => Aten.MeanSquaredError.Call(input, target, (long)reduction);

            /// <summary>|input - target|.</summary>
            public static Tensor l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean)
                => Aten.L1.Call(input, target, (long)reduction);

            /// <summary>d^2 / (2 beta) for |d| &lt; beta, |d| - beta / 2 otherwise; d = input - target.</summary>
            public static Tensor smooth_l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean, double beta = 1)
                => Aten.SmoothL1.Call(input, target, (long)reduction, beta);

            /// <summary>d^2 / 2 for |d| &lt; delta, delta (|d| - delta / 2) otherwise; d = input - target (Huber 1964).</summary>
            public static Tensor huber_loss(Tensor input, Tensor target, double delta = 1, Reduction reduction = Reduction.Mean)
                => Aten.Huber.Call(input, target, (long)reduction, delta);

            private static partial class Aten
            {
                internal static readonly Operator MeanSquaredError = new("aten::mse_loss");
                internal static readonly Operator L1 = new("aten::l1_loss");
                internal static readonly Operator SmoothL1 = new("aten::smooth_l1_loss");
                internal static readonly Operator Huber = new("aten::huber_loss");
            }
        }
    }
}
