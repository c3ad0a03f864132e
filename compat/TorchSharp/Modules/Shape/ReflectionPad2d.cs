using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Extends an image with its mirror image.</summary>
public sealed class ReflectionPad2d : PadBase
{
    internal ReflectionPad2d(params long[] padding) : base(nameof(ReflectionPad2d), PaddingModes.Reflect, 0, padding)
    {
    }
}
