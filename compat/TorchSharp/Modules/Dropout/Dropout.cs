using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Zeroes, in training, elements, each with probability p; the others grow by 1 / (1 - p).</summary>
public sealed class Dropout : ParameterLessModule<Tensor, Tensor>
{
    internal Dropout(double p, bool inplace) : base(nameof(Dropout))
        => (this.p, this.inplace) = (p, inplace);

    /// <summary>0 to 1.</summary>
    public double p { get; set; }

    public bool inplace { get; set; }

    public override Tensor forward(Tensor tensor) => nn.functional.dropout(tensor, p, training, inplace);
}
