using Mpuc.Kernels;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Mpuc.Plugins.Text.Backbones;

/// <summary>
/// A Transformer encoder's layers (post-norm, rectified) over words alone: the valid frames of all windows lie one after the other, so padding is never
/// computed, and what stands between the matrix products is fused. The result is the module's own, to rounding.
/// </summary>
/// <param name="encoder">The module that holds the weights, under PyTorch's names.</param>
/// <param name="options">Its sizes.</param>
internal sealed class PackedLayers(TransformerEncoder encoder, TransformerOptions options)
{
    /// <summary>Encodes windows.</summary>
    /// <param name="values">Words, <c>[B, T, width]</c>, float32 on the CPU.</param>
    /// <param name="mask">Which of them are valid.</param>
    /// <param name="training">Whether to drop elements.</param>
    /// <returns>Encoded words, <c>[B, T, width]</c>, 0 in the padding.</returns>
    public Tensor Run(Tensor values, FrameMask mask, bool training)
    {
        using var scope = NewDisposeScope();
        var (batch, frames, width) = (values.shape[0], values.shape[1], values.shape[2]);
        var tokens = values.reshape(-1, width);
        if (mask.IsFull)
        {
            return Encode(tokens, full([batch], frames, ScalarType.Int64), training).view(batch, frames, width).MoveToOuterDisposeScope();
        }

        var places = mask.Valid.view(-1).nonzero().view(-1);
        var encoded = Encode(tokens.index_select(0, places), mask.Lengths, training);
        return zeros_like(tokens).index_copy(0, places, encoded).view(batch, frames, width).MoveToOuterDisposeScope();
    }

    private Tensor Encode(Tensor tokens, Tensor lengths, bool training)
    {
        var weights = encoder.named_parameters().ToDictionary(parameter => parameter.name, parameter => (Tensor)parameter.parameter, StringComparer.Ordinal);
        for (var layer = 0; layer < options.Layers; layer++)
        {
            tokens = Layer(tokens, lengths, name => weights[$"layers.{layer}.{name}"], training ? options.Dropout : 0);
        }

        return tokens;
    }

    private Tensor Layer(Tensor tokens, Tensor lengths, Func<string, Tensor> weight, double dropout)
    {
        var projected = nn.functional.linear(tokens, weight("self_attn.in_proj_weight"), weight("self_attn.in_proj_bias"));
        var attended = Linear(FusedAttention.Run(projected, lengths, options.Heads, dropout), "self_attn.out_proj");
        tokens = Normalise(FusedDropout.Add(attended, tokens, dropout), "norm1");
        var expanded = FusedDropout.Rectify(Linear(tokens, "linear1"), dropout);
        return Normalise(FusedDropout.Add(Linear(expanded, "linear2"), tokens, dropout), "norm2");

        Tensor Linear(Tensor input, string name) => nn.functional.linear(input, weight($"{name}.weight"), weight($"{name}.bias"));

        Tensor Normalise(Tensor input, string name) => nn.functional.layer_norm(input, [input.shape[1]], weight($"{name}.weight"), weight($"{name}.bias"));
    }
}
