using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>The base of the losses with weights for classes or elements, which are part of the module's state.</summary>
public abstract class WeightedLoss<T1, T2, TResult> : Loss<T1, T2, TResult>
{
    /// <param name="weight">The weights, or null.</param>
    /// <param name="reduction">How the elements are combined.</param>
    public WeightedLoss(Tensor? weight = null, nn.Reduction reduction = nn.Reduction.Mean) : base(reduction)
    {
        this.weight = weight;
        ConditionallyRegisterBuffer(nameof(weight), weight);
    }

    public Tensor? weight { get; }
}
