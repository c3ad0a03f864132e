using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            /// <summary>All parameters one after another, as one vector.</summary>
            public static Tensor parameters_to_vector(IEnumerable<Parameter> tensors)
            {
                using var scope = NewDisposeScope();
                return cat([.. tensors.Select(parameter => parameter.reshape(-1))]).MoveToOuterDisposeScope();
            }

            /// <summary>Copies the parts of a vector into the parameters, in their order.</summary>
            /// <exception cref="ArgumentException">The vector has another length than the parameters together.</exception>
            public static void vector_to_parameters(Tensor vec, IEnumerable<Parameter> tensors)
            {
                using var scope = NewDisposeScope();
                using var ungraded = no_grad();
                var parameters = tensors.ToList();
                var length = parameters.Sum(parameter => parameter.numel());
                if (vec.dim() != 1 || vec.numel() != length)
                {
                    throw new ArgumentException(
                        $"The parameters have {length} elements, the vector [{string.Join(", ", vec.shape)}].", nameof(vec));
                }

                var start = 0L;
                foreach (var parameter in parameters)
                {
                    parameter.copy_(vec.narrow(0, start, parameter.numel()).view(parameter.shape));
                    start += parameter.numel();
                }
            }

            /// <summary>What is done with sequences of different lengths.</summary>
            public static partial class rnn
            {
                /// <summary>
                /// Stacks sequences <c>[length, *]</c> into one tensor <c>[longest, N, *]</c>, or <c>[N, longest, *]</c>,
                /// padded at their ends.
                /// </summary>
                public static Tensor pad_sequence(IEnumerable<Tensor> sequences, bool batch_first = false, double padding_value = 0)
                {
                    using var scope = NewDisposeScope();
                    var list = sequences.ToList();
                    if (list.Count == 0)
                    {
                        throw new ArgumentException("pad_sequence takes one sequence or more.", nameof(sequences));
                    }

                    var longest = list.Max(sequence => sequence.shape[0]);
                    Tensor[] padded = [.. list.Select(sequence => Extend(sequence, longest, padding_value))];
                    return stack(padded, batch_first ? 0 : 1).MoveToOuterDisposeScope();
                }

                private static Tensor Extend(Tensor sequence, long length, double value)
                {
                    var widths = new long[2 * sequence.dim()];
                    widths[^1] = length - sequence.shape[0];
                    return functional.pad(sequence, widths, PaddingModes.Constant, value);
                }
            }
        }
    }
}
