using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The distance of vectors along the last dimension.</summary>
public sealed class PairwiseDistance : ParameterLessModule<Tensor, Tensor, Tensor>
{
    internal PairwiseDistance(double p, double eps, bool keepdim) : base(nameof(PairwiseDistance))
        => (norm, this.eps, this.keepdim) = (p, eps, keepdim);

    /// <summary>The p of the p-norm.</summary>
    public double norm { get; set; }

    /// <summary>Added to the differences.</summary>
    public double eps { get; set; }

    public bool keepdim { get; set; }

    public override Tensor forward(Tensor input1, Tensor input2) => nn.functional.pairwise_distance(input1, input2, norm, eps, keepdim);
}
