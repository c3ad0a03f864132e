using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Brings attention masks into the form that is added to the scores: 0 where a query may look, minus infinity where not.</summary>
internal static class AttentionMask
{
    /// <summary>Joins the mask of queries and keys with that of padded keys.</summary>
    /// <returns>Broadcastable to <c>[N heads, L, S]</c>, or null where there is no mask.</returns>
    internal static Tensor? Combine(Tensor? attention, Tensor? padding, long batch, long heads, long keys, ScalarType dtype)
    {
        var allowed = attention is null ? null : Additive(attention, dtype);
        if (padding is null)
        {
            return allowed;
        }

        if (!padding.shape.AsSpan().SequenceEqual([batch, keys]))
        {
            throw new ArgumentException(
                $"The key padding mask has shape [{string.Join(", ", padding.shape)}], not [{batch}, {keys}] (batch, keys).",
                nameof(padding));
        }

        var padded = Additive(padding, dtype)
            .view(batch, 1, 1, keys)
            .expand(batch, heads, 1, keys)
            .reshape(batch * heads, 1, keys);
        return allowed is null ? padded : allowed + padded;
    }

    /// <summary>Lets every query look at one more key, at the end.</summary>
    internal static Tensor? AllowOneMore(Tensor? mask) => mask is null ? null : nn.functional.pad(mask, (0, 1));

    private static Tensor Additive(Tensor mask, ScalarType dtype)
        => mask.is_floating_point()
            ? mask.to(dtype)
            : zeros(mask.shape, dtype, mask.device).masked_fill(mask.to(ScalarType.Bool), double.NegativeInfinity);
}
