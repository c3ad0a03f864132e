using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Extends a sequence with its mirror image.</summary>
public sealed class ReflectionPad1d : PadBase
{
    internal ReflectionPad1d(params long[] padding) : base(nameof(ReflectionPad1d), PaddingModes.Reflect, 0, padding)
    {
    }
}
