using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Extends a sequence with its edge.</summary>
public sealed class ReplicationPad1d : PadBase
{
    internal ReplicationPad1d(params long[] padding) : base(nameof(ReplicationPad1d), PaddingModes.Replicate, 0, padding)
    {
    }
}
