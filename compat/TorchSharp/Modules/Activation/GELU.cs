using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>x times the cumulative normal distribution at x (Hendrycks and Gimpel 2016).</summary>
public sealed class GELU : ParameterLessModule<Tensor, Tensor>
{
    internal GELU(Approximate approximate, bool inplace) : base(nameof(GELU))
        => (this.approximate, this.inplace) = (approximate, inplace);

    /// <summary>How the cumulative distribution is computed.</summary>
    public enum Approximate
    {
        /// <summary>Exactly, by the error function.</summary>
        none,

        /// <summary>By tanh(sqrt(2/pi) (x + 0.044715 x^3)).</summary>
        tanh,
    }

    public Approximate approximate { get; set; }

    public bool inplace { get; set; }

    public override Tensor forward(Tensor tensor) => nn.functional.gelu(tensor, approximate, inplace);
}
