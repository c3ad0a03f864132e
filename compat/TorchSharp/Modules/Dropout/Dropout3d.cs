using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// Zeroes, in training, channels of volumes <c>[N, C, D, H, W]</c>, each with probability p; the others grow by 1 / (1 - p).
/// </summary>
public sealed class Dropout3d : ParameterLessModule<Tensor, Tensor>
{
    internal Dropout3d(double p, bool inplace) : base(nameof(Dropout3d))
        => (this.p, this.inplace) = (p, inplace);

    /// <summary>0 to 1.</summary>
    public double p { get; set; }

    public bool inplace { get; set; }

    public override Tensor forward(Tensor input) => nn.functional.dropout3d(input, p, training, inplace);
}
