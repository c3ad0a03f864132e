using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Kernels;

/// <summary>
/// Multi-head self-attention (Vaswani et al. 2017, Sec. 3.2) between its two matrix products as one operator: a sequence's logits, softmax and weighted sums
/// stay in a core's cache. Sequences of different lengths lie one after the other, so that padding costs nothing.
/// </summary>
public static class FusedAttention
{
    /// <summary>Whether the operator can take these; if not, its plain counterpart has to.</summary>
    /// <param name="tokens">Tokens, <c>[N, width]</c>.</param>
    /// <returns>True for float32 on the CPU, while kernels are enabled.</returns>
    public static bool Supports(Tensor tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        return FusedKernels.Enabled && tokens.device_type == DeviceType.CPU && tokens.dtype == ScalarType.Float32;
    }

    /// <summary>Lets the tokens of each sequence attend to each other.</summary>
    /// <param name="projected">Queries, keys and values side by side, <c>[N, 3 * width]</c>, sequence after sequence.</param>
    /// <param name="lengths">The sequences' lengths, <c>[B]</c>, int64, each at least 1, together N.</param>
    /// <param name="heads">Heads, which divide the width.</param>
    /// <param name="dropout">The probability that an attention weight is dropped, from 0 to below 1; 0 outside of training.</param>
    /// <returns>What each token takes from its sequence, the heads side by side, <c>[N, width]</c>.</returns>
    /// <remarks>With dropout one number is drawn from the default generator, and the weights that are dropped follow from it.</remarks>
    public static Tensor Run(Tensor projected, Tensor lengths, long heads, double dropout) =>
        NativeOperators.Attention(projected, lengths, heads, dropout, DropoutSeed.For(dropout));
}
