using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Attention with several heads over sequences <c>[length, batch, features]</c>.</summary>
        /// <param name="embedded_dim">Features of the queries and of the output.</param>
        /// <param name="num_heads">Heads, among which the features are divided.</param>
        /// <param name="dropout">The probability with which a weight is dropped in training.</param>
        /// <param name="bias">Whether the projections have biases.</param>
        /// <param name="add_bias_kv">Whether a trained key and value are added to every sequence.</param>
        /// <param name="add_zero_attn">Whether a key and value of zeros are.</param>
        /// <param name="kdim">Features of the keys.</param>
        /// <param name="vdim">Features of the values.</param>
        public static MultiheadAttention MultiheadAttention(
            long embedded_dim, long num_heads, double dropout = 0, bool bias = true, bool add_bias_kv = false,
            bool add_zero_attn = false, long? kdim = null, long? vdim = null)
            => new(embedded_dim, num_heads, dropout, bias, add_bias_kv, add_zero_attn, kdim, vdim);

        /// <summary>A layer of a Transformer's encoder, normalised after each block.</summary>
        /// <param name="d_model">Features.</param>
        /// <param name="nhead">Heads.</param>
        /// <param name="dim_feedforward">Features inside the feed-forward block.</param>
        /// <param name="dropout">The probability with which an element is dropped in training.</param>
        /// <param name="activation">The feed-forward block's activation.</param>
        public static TransformerEncoderLayer TransformerEncoderLayer(
            long d_model = 512, long nhead = 8, long dim_feedforward = 2048, double dropout = 0.1,
            Activations activation = Activations.ReLU)
            => new(d_model, nhead, dim_feedforward, dropout, activation);

        /// <summary>A stack of layers that start as copies of the one given, which itself stays outside.</summary>
        public static TransformerEncoder TransformerEncoder(TransformerEncoderLayer encoder_layer, long num_layers)
            => new(encoder_layer, num_layers);
    }
}
