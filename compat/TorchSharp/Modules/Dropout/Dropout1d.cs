using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Zeroes, in training, channels of sequences <c>[N, C, L]</c>, each with probability p; the others grow by 1 / (1 - p).</summary>
public sealed class Dropout1d : ParameterLessModule<Tensor, Tensor>
{
    internal Dropout1d(double p, bool inplace) : base(nameof(Dropout1d))
        => (this.p, this.inplace) = (p, inplace);

    /// <summary>0 to 1.</summary>
    public double p { get; set; }

    public bool inplace { get; set; }

    public override Tensor forward(Tensor tensor) => nn.functional.dropout1d(tensor, p, training, inplace);
}
