using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Mpuc.Plugins.Audio.Backbones;

/// <summary>
/// PReLU (He et al. 2015) with one trained slope a for all channels: x where x is above 0, a x elsewhere. The state is that of
/// <c>nn.PReLU</c>.
/// </summary>
internal sealed class ParametricRelu : nn.Module<Tensor, Tensor>
{
    [ComponentName(Name = "weight")]
    private readonly Parameter _weight;

    /// <summary>Creates the layer with slope 1/4.</summary>
    public ParametricRelu()
        : base(nameof(ParametricRelu))
    {
        _weight = new Parameter(full(1, 0.25, ScalarType.Float32));
        RegisterComponents();
    }

    /// <summary>The slope, <c>[1]</c>.</summary>
    public Tensor Weight => _weight;

    /// <summary>Applies the function to every element.</summary>
    public override Tensor forward(Tensor values) =>
        values.device_type == DeviceType.CPU ? ForwardOnCpu(values) : nn.functional.prelu(values, _weight);

    // libtorch 1.13's own PReLU takes twice as long as this: its backward pass goes through the elements one by one. A leaky ReLU with the
    // slope's present value has the same result and the same gradient for x. What it lacks, the gradient for a, comes from a term of value
    // 0: (a - a) min(x, 0).
    private Tensor ForwardOnCpu(Tensor values)
    {
        using var scope = NewDisposeScope();
        using var slope = _weight.detach();
        var result = nn.functional.leaky_relu(values, slope.ToDouble());
        if (is_grad_enabled() && _weight.requires_grad)
        {
            result.addcmul_(values.detach().clamp_max(0), _weight - slope, 1);
        }

        return result.MoveToOuterDisposeScope();
    }
}
