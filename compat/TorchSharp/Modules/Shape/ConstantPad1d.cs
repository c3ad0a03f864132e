using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Extends a sequence with a constant.</summary>
public sealed class ConstantPad1d : PadBase
{
    internal ConstantPad1d(double value, params long[] padding) : base(nameof(ConstantPad1d), PaddingModes.Constant, value, padding)
    {
    }
}
