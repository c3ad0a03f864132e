using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>The base of the losses of three inputs.</summary>
public abstract class Loss<T1, T2, T3, TResult> : nn.Module<T1, T2, T3, TResult>
{
    /// <param name="reduction">How the elements are combined.</param>
    public Loss(nn.Reduction reduction = nn.Reduction.Mean) : base(nameof(Loss<,,,>)) => this.reduction = reduction;

    public nn.Reduction reduction { get; }
}
