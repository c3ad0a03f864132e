using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Zeroes, in training, elements, so that mean and variance stay as SELU made them, each with probability p.</summary>
public sealed class AlphaDropout : ParameterLessModule<Tensor, Tensor>
{
    internal AlphaDropout(double p, bool inplace) : base(nameof(AlphaDropout))
        => (this.p, this.inplace) = (p, inplace);

    /// <summary>0 to 1.</summary>
    public double p { get; set; }

    public bool inplace { get; set; }

    public override Tensor forward(Tensor tensor) => nn.functional.alpha_dropout(tensor, p, training, inplace);
}
