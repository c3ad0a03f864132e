namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Fills tensors with starting values, in place and without a trace in the gradient graph.</summary>
        public static partial class init
        {
            public static Tensor zeros_(Tensor tensor) => constant_(tensor, 0);

            public static Tensor ones_(Tensor tensor) => constant_(tensor, 1);

            public static Tensor constant_(Tensor tensor, Scalar val) => Fill(tensor, () => Aten.Fill.CallVoid(tensor, val));

            /// <summary>Uniform between <paramref name="low"/> and <paramref name="high"/>.</summary>
            public static Tensor uniform_(Tensor tensor, double low = 0, double high = 1, Generator? generator = null)
                => Fill(tensor, () => Aten.Uniform.CallVoid(tensor, low, high, generator));

            public static Tensor normal_(Tensor tensor, double mean = 0, double std = 1, Generator? generator = null)
                => Fill(tensor, () => Aten.Normal.CallVoid(tensor, mean, std, generator));

            /// <summary>Normal, restricted to between <paramref name="a"/> and <paramref name="b"/>.</summary>
            public static Tensor trunc_normal_(
                Tensor tensor, double mean = 0, double std = 1, double a = -2, double b = 2, Generator? generator = null)
            {
                // Uniform between the distribution's values at both ends, then through its inverse.
                var low = (2 * NormalCdf((a - mean) / std)) - 1;
                var high = (2 * NormalCdf((b - mean) / std)) - 1;
                uniform_(tensor, low, high, generator);
                return Fill(tensor, () =>
                {
                    Aten.Erfinv.CallVoid(tensor);
                    Aten.Mul.CallVoid(tensor, std * Math.Sqrt(2));
                    Aten.Add.CallVoid(tensor, mean);
                    Aten.Clamp.CallVoid(tensor, a, b);
                });
            }

            /// <summary>Ones on the diagonal of a matrix, zeros elsewhere.</summary>
            public static Tensor eye_(Tensor tensor)
            {
                RequireMatrix(tensor, tensor.dim() == 2, "eye_ fills matrices");
                return Fill(tensor, () =>
                {
                    using var identity = eye(tensor.shape[0], tensor.shape[1], tensor.dtype, tensor.device);
                    tensor.copy_(identity);
                });
            }

            /// <summary>
            /// A (semi-)orthogonal matrix times <paramref name="gain"/> (Saxe et al. 2013); dimensions beyond the first are
            /// one.
            /// </summary>
            public static Tensor orthogonal_(Tensor tensor, double gain = 1)
            {
                RequireMatrix(tensor, tensor.dim() >= 2, "orthogonal_ fills tensors of two or more dimensions");
                using var scope = NewDisposeScope();
                using var ungraded = no_grad();
                var rows = tensor.shape[0];
                var columns = tensor.numel() / rows;
                var tall = normal_(empty([Math.Max(rows, columns), Math.Min(rows, columns)], tensor.dtype, tensor.device));
                var (q, r) = Aten.Qr.Call2(tall, "reduced");

                // The signs of R's diagonal make the distribution uniform.
                var signed = q * r.diagonal().sign();
                var oriented = rows < columns ? signed.t() : signed;
                tensor.copy_(oriented.reshape(tensor.shape) * gain);
                return tensor;
            }

            private static Tensor Fill(Tensor tensor, Action fill)
            {
                using (no_grad())
                {
                    fill();
                }

                return tensor;
            }

            private static void RequireMatrix(Tensor tensor, bool fits, string what)
            {
                if (!fits)
                {
                    throw new ArgumentException($"{what}, not a tensor of {tensor.dim()} dimensions.", nameof(tensor));
                }
            }

            private static double NormalCdf(double x)
            {
                using var argument = torch.tensor(x / Math.Sqrt(2), ScalarType.Float64);
                using var value = argument.erf();
                return (1 + value.item<double>()) / 2;
            }

            private static class Aten
            {
                internal static readonly Operator Fill = new("aten::fill_", "Scalar");
                internal static readonly Operator Uniform = new("aten::uniform_");
                internal static readonly Operator Normal = new("aten::normal_");
                internal static readonly Operator Erfinv = new("aten::erfinv_");
                internal static readonly Operator Mul = new("aten::mul_", "Scalar");
                internal static readonly Operator Add = new("aten::add_", "Scalar");
                internal static readonly Operator Clamp = new("aten::clamp_");
                internal static readonly Operator Qr = new("aten::linalg_qr");
            }
        }
    }
}
