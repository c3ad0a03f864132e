using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Extends a volume with a constant.</summary>
public sealed class ConstantPad3d : PadBase
{
    internal ConstantPad3d(double value, params long[] padding) : base(nameof(ConstantPad3d), PaddingModes.Constant, value, padding)
    {
    }
}
