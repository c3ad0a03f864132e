using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Extends an image with a constant.</summary>
public sealed class ConstantPad2d : PadBase
{
    internal ConstantPad2d(double value, params long[] padding) : base(nameof(ConstantPad2d), PaddingModes.Constant, value, padding)
    {
    }
}
