using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// Self-attention and a feed-forward block, each added to its input and then normalised (Vaswani et al. 2017). Sequences are
/// <c>[length, batch, features]</c>.
/// </summary>
public sealed class TransformerEncoderLayer
    : nn.Module<Tensor, Tensor>, nn.IModule<Tensor, Tensor, Tensor>, nn.IModule<Tensor, Tensor, Tensor, Tensor>
{
    private readonly (long Features, long Heads, long FeedForward, double Dropout, nn.Activations Activation) _settings;
    private readonly MultiheadAttention _attention;
    private readonly Linear _expand;
    private readonly Linear _contract;
    private readonly LayerNorm _afterAttention;
    private readonly LayerNorm _afterFeedForward;

    internal TransformerEncoderLayer(long d_model, long nhead, long dim_feedforward, double dropout, nn.Activations activation)
        : base(nameof(TransformerEncoderLayer))
    {
        _settings = (d_model, nhead, dim_feedforward, dropout, activation);
        register_module("self_attn", _attention = nn.MultiheadAttention(d_model, nhead, dropout));
        register_module("linear1", _expand = nn.Linear(d_model, dim_feedforward));
        register_module("linear2", _contract = nn.Linear(dim_feedforward, d_model));
        register_module("norm1", _afterAttention = nn.LayerNorm(d_model));
        register_module("norm2", _afterFeedForward = nn.LayerNorm(d_model));
    }

    public Tensor call(Tensor src, Tensor src_mask) => Encode(src, src_mask, null);

    /// <param name="src"><c>[L, N, E]</c>.</param>
    /// <param name="src_mask">
    /// <c>[L, L]</c> or <c>[N heads, L, L]</c>: bool, true where a position may not look, or numbers that are added; or null.
    /// </param>
    /// <param name="src_key_padding_mask"><c>[N, L]</c>, bool: true where the sequence is padding; or null.</param>
    public Tensor call(Tensor src, Tensor src_mask, Tensor src_key_padding_mask) => Encode(src, src_mask, src_key_padding_mask);

    public override Tensor forward(Tensor src) => Encode(src, null, null);

    internal Tensor Encode(Tensor src, Tensor? mask, Tensor? keyPaddingMask)
    {
        using var scope = NewDisposeScope();
        var attended = _attention.call(src, src, src, keyPaddingMask, false, mask).Item1;
        var normalized = _afterAttention.call(src + Drop(attended));
        var expanded = _expand.call(normalized);
        var active = _settings.Activation == nn.Activations.GELU ? nn.functional.gelu(expanded) : nn.functional.relu(expanded);
        var contracted = _contract.call(Drop(active));
        return _afterFeedForward.call(normalized + Drop(contracted)).MoveToOuterDisposeScope();
    }

    /// <summary>A layer of its own with the same values.</summary>
    internal TransformerEncoderLayer Clone()
    {
        var (features, heads, feedForward, dropout, activation) = _settings;
        var clone = new TransformerEncoderLayer(features, heads, feedForward, dropout, activation);
        var original = parameters().First();
        clone.to(original.device, original.dtype);
        clone.load_state_dict(state_dict());
        clone.train(training);
        return clone;
    }

    private Tensor Drop(Tensor values) => nn.functional.dropout(values, _settings.Dropout, training);
}
