using static TorchSharp.torch;

namespace Mpuc.Kernels;

/// <summary>
/// Dropout (Srivastava et al. 2014) together with what stands beside it in a Transformer's layer. What is dropped is a hash of one drawn number and the
/// element's place: nothing is stored for the backward pass. For tensors that <see cref="FusedAttention.Supports"/> accepts.
/// </summary>
public static class FusedDropout
{
    /// <summary>Adds to a residual what dropout leaves of values.</summary>
    /// <param name="values">Values of any shape.</param>
    /// <param name="residual">Values of the same shape.</param>
    /// <param name="dropout">The probability that an element is dropped, from 0 to below 1; 0 outside of training.</param>
    /// <returns>The sum; what is kept is scaled by <c>1 / (1 - dropout)</c>.</returns>
    public static Tensor Add(Tensor values, Tensor residual, double dropout) =>
        NativeOperators.DropoutAdd(values, residual, dropout, DropoutSeed.For(dropout));

    /// <summary>What dropout leaves of the rectified values.</summary>
    /// <param name="values">Values of any shape.</param>
    /// <param name="dropout">The probability that an element is dropped, from 0 to below 1; 0 outside of training.</param>
    /// <returns><c>relu(values)</c> where it is kept, scaled by <c>1 / (1 - dropout)</c>, else 0.</returns>
    public static Tensor Rectify(Tensor values, double dropout) => NativeOperators.DropoutRelu(values, dropout, DropoutSeed.For(dropout));
}
