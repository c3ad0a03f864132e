using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Kernels;

/// <summary>Automatic mixed precision: operators that lose little by it compute in a shorter type, of which TorchSharp's API has no part.</summary>
public static class ReducedPrecision
{
    /// <summary>Whether this build has it: it has not with TorchSharp's package.</summary>
    public static bool IsAvailable => NativeOperators.IsAvailable;

    /// <summary>Lets eligible operators of this thread compute in a shorter type until the result is disposed.</summary>
    /// <param name="device">The kind of device.</param>
    /// <param name="type"><see cref="ScalarType.BFloat16"/>, or on CUDA <see cref="ScalarType.Float16"/>.</param>
    /// <returns>Ends it.</returns>
    public static IDisposable On(DeviceType device, ScalarType type) => NativeOperators.Autocast(device, type);
}
