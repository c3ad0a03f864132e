using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>x1^T weight_k x2 + bias_k for every output k.</summary>
public sealed class Bilinear : nn.Module<Tensor, Tensor, Tensor>
{
    private Parameter _weight;
    private Parameter? _bias;

    internal Bilinear(long in1_features, long in2_features, long out_features, bool hasBias, Device? device, ScalarType? dtype)
        : base(nameof(Bilinear))
    {
        (this.in1_features, this.in2_features, this.out_features) = (in1_features, in2_features, out_features);
        weight = _weight = new Parameter(empty([out_features, in1_features, in2_features], dtype, device));
        bias = hasBias ? new Parameter(empty([out_features], dtype, device)) : null;
        StartingValues.Uniform(1 / Math.Sqrt(in1_features), _weight, _bias);
    }

    public long in1_features { get; set; }

    public long in2_features { get; set; }

    public long out_features { get; set; }

    /// <summary><c>[out_features, in1_features, in2_features]</c>.</summary>
    public Parameter weight
    {
        get => _weight;
        set => ConditionallyRegisterParameter(nameof(weight), _weight = value);
    }

    /// <summary><c>[out_features]</c>, or null.</summary>
    public Parameter? bias
    {
        get => _bias;
        set => ConditionallyRegisterParameter(nameof(bias), _bias = value);
    }

    public override Tensor forward(Tensor input1, Tensor input2) => nn.functional.bilinear(input1, input2, weight, bias);
}
