using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A stack of Transformer encoder layers, all with the same starting values.</summary>
public sealed class TransformerEncoder
    : nn.Module<Tensor, Tensor?, Tensor?, Tensor>, nn.IModule<Tensor, Tensor, Tensor>, nn.IModule<Tensor, Tensor>
{
    private readonly ModuleList<TransformerEncoderLayer> _layers;

    internal TransformerEncoder(TransformerEncoderLayer encoder_layer, long num_layers) : base(nameof(TransformerEncoder))
    {
        _layers = new ModuleList<TransformerEncoderLayer>();
        for (var i = 0; i < num_layers; i++)
        {
            _layers.Add(encoder_layer.Clone());
        }

        register_module("layers", _layers);
    }

    public Tensor call(Tensor src) => base.call(src, null, null);

    public Tensor call(Tensor src, Tensor src_mask) => base.call(src, src_mask, null);

    /// <param name="src"><c>[L, N, E]</c>.</param>
    /// <param name="src_mask">
    /// <c>[L, L]</c> or <c>[N heads, L, L]</c>: bool, true where a position may not look, or numbers that are added; or null.
    /// </param>
    /// <param name="src_key_padding_mask"><c>[N, L]</c>, bool: true where the sequence is padding; or null.</param>
    public override Tensor forward(Tensor src, Tensor? src_mask, Tensor? src_key_padding_mask)
    {
        using var scope = NewDisposeScope();
        var output = src;
        foreach (var layer in _layers)
        {
            output = layer.Encode(output, src_mask, src_key_padding_mask);
        }

        return _layers.Count == 0 ? src.alias().MoveToOuterDisposeScope() : output.MoveToOuterDisposeScope();
    }
}
