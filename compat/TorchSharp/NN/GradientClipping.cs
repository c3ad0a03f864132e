using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>What is done with the parameters of a model as a whole.</summary>
        public static partial class utils
        {
            private static readonly Operator VectorNorm = new("aten::linalg_vector_norm");

            /// <summary>Scales all gradients by one factor, so that their joint norm is at most <paramref name="max_norm"/>.</summary>
            /// <param name="tensors">Parameters; those without a gradient do not count.</param>
            /// <param name="max_norm">The largest norm.</param>
            /// <param name="norm_type">The p of the p-norm; infinity for the largest element.</param>
            /// <returns>The norm before.</returns>
            public static double clip_grad_norm_(IEnumerable<Parameter> tensors, double max_norm, double norm_type = 2)
            {
                using var scope = NewDisposeScope();
                using var ungraded = no_grad();
                var gradients = Gradients(tensors);
                if (gradients.Length == 0)
                {
                    return 0;
                }

                var norms = Array.ConvertAll(gradients, gradient => Norm(gradient, norm_type).to(gradients[0].device));
                var total = Norm(stack(norms), norm_type).to(ScalarType.Float64).item<double>();
                var factor = max_norm / (total + 1e-6);
                if (!(factor >= 1))
                {
                    Foreach.MulInPlace(gradients, factor);
                }

                return total;
            }

            /// <summary>
            /// Holds every element of the gradients between -<paramref name="clip_value"/> and <paramref name="clip_value"/>.
            /// </summary>
            public static void clip_grad_value_(IEnumerable<Parameter> tensors, double clip_value)
            {
                using var scope = NewDisposeScope();
                using var ungraded = no_grad();
                foreach (var gradient in Gradients(tensors))
                {
                    gradient.clamp_(-clip_value, clip_value);
                }
            }

            private static Tensor[] Gradients(IEnumerable<Parameter> parameters)
                => [.. parameters.Select(parameter => parameter.grad).OfType<Tensor>()];

            private static Tensor Norm(Tensor tensor, double order) => VectorNorm.Call(tensor, order, Argument.None, false, Argument.None);
        }
    }
}
