using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The base of the layers that extend their input beyond its edges.</summary>
public abstract class PadBase : ParameterLessModule<Tensor, Tensor>
{
    private readonly PaddingModes _mode;

    /// <param name="name">The module's name.</param>
    /// <param name="mode">What the new elements are.</param>
    /// <param name="value">The new elements, if constant.</param>
    /// <param name="padding">The widths, as <c>torch.nn.functional.pad</c> takes them.</param>
    protected PadBase(string name, PaddingModes mode, double value, params long[] padding) : base(name)
        => (_mode, this.value, this.padding) = (mode, value, padding);

    /// <summary>Left and right widths of the last dimension, then of the one before it, and so on.</summary>
    public long[] padding { get; set; }

    public double value { get; set; }

    public override Tensor forward(Tensor input) => nn.functional.pad(input, padding, _mode, value);
}
