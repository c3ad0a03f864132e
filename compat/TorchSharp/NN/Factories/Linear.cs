using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>The affine map of the last dimension, with PyTorch's starting values: uniform within 1/sqrt(inputs).</summary>
        public static Linear Linear(long inputSize, long outputSize, bool hasBias = true, Device? device = null, ScalarType? dtype = null)
            => new(inputSize, outputSize, hasBias, device, dtype);

        /// <summary>The affine map with given weights.</summary>
        public static Linear Linear(Parameter weight, Parameter? bias = null) => new(weight, bias);

        public static Bilinear Bilinear(
            long in1_features, long in2_features, long out_features, bool hasBias = true, Device? device = null, ScalarType? dtype = null)
            => new(in1_features, in2_features, out_features, hasBias, device, dtype);

        public static Identity Identity() => new();

        /// <summary>A table of vectors, normal at the start.</summary>
        /// <param name="num_embeddings">Rows.</param>
        /// <param name="embedding_dims">The size of a vector.</param>
        /// <param name="padding_idx">A row that starts at zero and is not trained.</param>
        /// <param name="max_norm">Rows that are used and longer than this are scaled to it.</param>
        /// <param name="norm_type">The p of that norm.</param>
        /// <param name="scale_grad_by_freq">Whether gradients are divided by how often a row occurs in the batch.</param>
        /// <param name="sparse">Whether the gradient of the table is a sparse tensor.</param>
        /// <param name="device">Where the table lies.</param>
        /// <param name="dtype">Its element type.</param>
        public static Embedding Embedding(
            long num_embeddings, long embedding_dims, long? padding_idx = null, double? max_norm = null, double norm_type = 2,
            bool scale_grad_by_freq = false, bool sparse = false, Device? device = null, ScalarType? dtype = null)
        {
            var table = new Parameter(empty([num_embeddings, embedding_dims], dtype, device));
            var embedding = new Embedding(table, padding_idx, max_norm, norm_type, scale_grad_by_freq, sparse);
            embedding.Reset();
            return embedding;
        }

        /// <summary>
        /// A table of the given vectors <c>[num_embeddings, embedding_dims]</c>, which are copied, and stay as they are in training
        /// if frozen; the other parameters as in <see cref="Embedding"/>.
        /// </summary>
        public static Embedding Embedding_from_pretrained(
            Tensor embeddings, bool freeze = true, long? padding_idx = null, double? max_norm = null, double norm_type = 2,
            bool scale_grad_by_freq = false, bool sparse = false, Device? device = null, ScalarType? dtype = null)
        {
            if (embeddings.dim() != 2)
            {
                throw new ArgumentException($"A table of embeddings has 2 dimensions, not {embeddings.dim()}.", nameof(embeddings));
            }

            using var detached = embeddings.detach();
            var copy = detached.to(dtype ?? embeddings.dtype, device ?? embeddings.device, copy: true);
            return new Embedding(new Parameter(copy, !freeze), padding_idx, max_norm, norm_type, scale_grad_by_freq, sparse);
        }

        /// <summary>A parameter made of a tensor, which gives its data away.</summary>
        public static Parameter Parameter(Tensor data, bool requires_grad = true) => new(data, requires_grad);
    }
}
