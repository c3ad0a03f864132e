using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>x for x &gt; 0, weight x otherwise, with a trained weight, one in all or one per channel (dimension 1).</summary>
public sealed class PReLU : nn.Module<Tensor, Tensor>
{
    private Parameter _weight;

    internal PReLU(long num_parameters, double init, Device? device, ScalarType? dtype) : base(nameof(PReLU))
    {
        (this.num_parameters, this.init) = (num_parameters, init);
        weight = _weight = new Parameter(nn.init.constant_(empty([num_parameters], dtype, device), init));
    }

    /// <summary>1, or the number of channels.</summary>
    public long num_parameters { get; }

    /// <summary>The weight at the start.</summary>
    public double init { get; }

    public Parameter weight
    {
        get => _weight;
        set => ConditionallyRegisterParameter(nameof(weight), _weight = value);
    }

    public override Tensor forward(Tensor tensor) => nn.functional.prelu(tensor, weight);
}
