namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>softmax(query key^T / sqrt(E) + mask) value (Vaswani et al. 2017, Eq. 1).</summary>
            /// <param name="query"><c>[*, L, E]</c>.</param>
            /// <param name="key"><c>[*, S, E]</c>.</param>
            /// <param name="value"><c>[*, S, V]</c>.</param>
            /// <param name="attn_mask">
            /// Broadcastable to <c>[*, L, S]</c>: bool, true where a query may look, or numbers that are added.
            /// </param>
            /// <param name="p">The probability with which a weight is dropped.</param>
            /// <param name="is_casual">Whether a position sees none after it (in place of a mask).</param>
            public static Tensor scaled_dot_product_attention(
                Tensor query, Tensor key, Tensor value, Tensor? attn_mask = null, double p = 0, bool is_casual = false)
            {
                if (is_casual && attn_mask is not null)
                {
                    throw new ArgumentException("A causal attention takes no other mask.", nameof(attn_mask));
                }

                using var scope = NewDisposeScope();
                var scores = (query / Math.Sqrt(query.shape[^1])).matmul(key.transpose(-2, -1));
                var allowed = is_casual
                    ? ones([query.shape[^2], key.shape[^2]], ScalarType.Bool, query.device).tril()
                    : attn_mask;
                var masked = allowed switch
                {
                    null => scores,
                    { dtype: ScalarType.Bool } => scores.masked_fill(allowed.logical_not(), double.NegativeInfinity),
                    _ => scores + allowed,
                };
                return dropout(softmax(masked, -1), p).matmul(value).MoveToOuterDisposeScope();
            }
        }
    }
}
