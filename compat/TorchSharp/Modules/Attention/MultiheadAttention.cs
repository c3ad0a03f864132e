using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// Attention with several heads (Vaswani et al. 2017). Sequences are <c>[length, batch, features]</c>, as in PyTorch with
/// batch_first false.
/// </summary>
public sealed class MultiheadAttention
    : nn.Module<Tensor, Tensor, Tensor, Tensor?, bool, Tensor?, Tuple<Tensor, Tensor?>>
{
    private readonly long _heads;
    private readonly double _dropout;
    private readonly bool _addZero;
    private readonly AttentionProjections _projections;
    private readonly Linear _output;
    private readonly Parameter? _extraKey;
    private readonly Parameter? _extraValue;

    internal MultiheadAttention(
        long embedded_dim, long num_heads, double dropout, bool bias, bool add_bias_kv, bool add_zero_attn, long? kdim, long? vdim)
        : base(nameof(MultiheadAttention))
    {
        if (num_heads <= 0 || embedded_dim % num_heads != 0)
        {
            throw new ArgumentException($"{embedded_dim} features do not divide into {num_heads} heads.", nameof(num_heads));
        }

        (_heads, _dropout, _addZero) = (num_heads, dropout, add_zero_attn);
        _projections = new AttentionProjections(embedded_dim, kdim ?? embedded_dim, vdim ?? embedded_dim, bias);
        foreach (var (name, parameter) in _projections.Parameters)
        {
            register_parameter(name, parameter);
        }

        if (add_bias_kv)
        {
            ConditionallyRegisterParameter("bias_k", _extraKey = new Parameter(nn.init.xavier_normal_(empty([1, 1, embedded_dim]))));
            ConditionallyRegisterParameter("bias_v", _extraValue = new Parameter(nn.init.xavier_normal_(empty([1, 1, embedded_dim]))));
        }

        register_module("out_proj", _output = nn.Linear(embedded_dim, embedded_dim, bias));
        if (_output.bias is { } outputBias)
        {
            nn.init.zeros_(outputBias);
        }
    }

    /// <inheritdoc cref="forward"/>
    public new Tuple<Tensor, Tensor?> call(
        Tensor query, Tensor key, Tensor value, Tensor? key_padding_mask = null, bool need_weights = true, Tensor? attn_mask = null)
        => base.call(query, key, value, key_padding_mask, need_weights, attn_mask);

    /// <summary>softmax(query key^T / sqrt(features per head)) value for every head, joined and projected.</summary>
    /// <param name="query"><c>[L, N, E]</c>.</param>
    /// <param name="key"><c>[S, N, kdim]</c>.</param>
    /// <param name="value"><c>[S, N, vdim]</c>.</param>
    /// <param name="key_padding_mask"><c>[N, S]</c>, bool: true where the key is padding.</param>
    /// <param name="need_weights">Whether the attention weights are returned.</param>
    /// <param name="attn_mask">
    /// <c>[L, S]</c> or <c>[N heads, L, S]</c>: bool, true where a query may not look, or numbers that are added.
    /// </param>
    /// <returns>The output <c>[L, N, E]</c> and the weights, mean over the heads, <c>[N, L, S]</c> (or null).</returns>
    public override Tuple<Tensor, Tensor?> forward(
        Tensor query, Tensor key, Tensor value, Tensor? key_padding_mask, bool need_weights, Tensor? attn_mask)
    {
        if (query.dim() != 3)
        {
            throw new ArgumentException(
                $"MultiheadAttention takes [length, batch, features], not {query.dim()} dimensions.", nameof(query));
        }

        using var scope = NewDisposeScope();
        var (length, batch, features) = (query.shape[0], query.shape[1], query.shape[2]);
        var (q, k, v) = _projections.Project(query, key, value);
        var mask = AttentionMask.Combine(attn_mask, key_padding_mask, batch, _heads, key.shape[0], q.dtype);
        if (_extraKey is not null && _extraValue is not null)
        {
            k = cat([k, _extraKey.expand(1, batch, features)]);
            v = cat([v, _extraValue.expand(1, batch, features)]);
            mask = AttentionMask.AllowOneMore(mask);
        }

        (q, k, v) = (SplitHeads(q), SplitHeads(k), SplitHeads(v));
        if (_addZero)
        {
            var zero = zeros([k.shape[0], 1, k.shape[2]], k.dtype, k.device);
            (k, v) = (cat([k, zero], 1), cat([v, zero], 1));
            mask = AttentionMask.AllowOneMore(mask);
        }

        var scores = (q / Math.Sqrt(features / _heads)).bmm(k.transpose(1, 2));
        var weights = nn.functional.softmax(mask is null ? scores : scores + mask, -1);
        var attended = nn.functional.dropout(weights, _dropout, training).bmm(v);
        var output = _output.call(attended.transpose(0, 1).reshape(length, batch, features));
        var meanWeights = need_weights ? weights.view(batch, _heads, length, -1).mean([1]) : null;
        return Tuple.Create(output.MoveToOuterDisposeScope(), meanWeights?.MoveToOuterDisposeScope());
    }

    // [length, N, heads * D] to [N * heads, length, D].
    private Tensor SplitHeads(Tensor projected)
    {
        var shape = projected.shape;
        return projected.reshape(shape[0], shape[1] * _heads, shape[2] / _heads).transpose(0, 1);
    }
}
