using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>
/// Until disposed, operators that lose little by it compute in a shorter type on one kind of device, on this thread. TorchSharp's public
/// API has no such thing.
/// </summary>
internal sealed class Autocast : IDisposable
{
    private readonly DeviceType device;
    private readonly ScalarType type;
    private readonly bool wasEnabled;

    internal Autocast(DeviceType device, ScalarType type)
    {
        this.device = device;
        this.type = type;
        NativeError.Check(NativeMethods.mpuc_autocast((int)device, out var enabled));
        wasEnabled = enabled != 0;
        Set(enabled: true);
    }

    public void Dispose() => Set(wasEnabled);

    private void Set(bool enabled) => NativeError.Check(NativeMethods.mpuc_set_autocast((int)device, enabled ? 1 : 0, (int)type));
}
