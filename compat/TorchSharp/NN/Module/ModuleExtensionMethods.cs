using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>
/// Moves modules between devices and converts their floating-point parameters and buffers. The module itself is changed and
/// returned, so that the call keeps the module's type. Its tensors keep their identity: optimizers made before stay valid.
/// </summary>
public static class ModuleExtensionMethods
{
    public static T to<T>(this T module, Device device, ScalarType type, bool non_blocking = false) where T : nn.Module
        => Self(module, module._to(device, type, non_blocking));

    public static T to<T>(this T module, DeviceType deviceType, int deviceIndex = -1, bool non_blocking = false) where T : nn.Module
        => Self(module, module._to(deviceType, deviceIndex, non_blocking));

    public static T to<T>(this T module, Device device, bool non_blocking = false) where T : nn.Module
        => Self(module, module._to(device.type, device.index, non_blocking));

    public static T to<T>(this T module, string device, bool non_blocking = false) where T : nn.Module
        => module.to(new Device(device), non_blocking);

    public static T to<T>(this T module, ScalarType type, bool non_blocking = false) where T : nn.Module
        => Self(module, module._to(type, non_blocking));

    /// <summary>To the device and element type of another tensor.</summary>
    public static T to<T>(this T module, Tensor other, bool non_blocking = false) where T : nn.Module
        => Self(module, module._to(other, non_blocking));

    public static T cpu<T>(this T module, bool non_blocking = false) where T : nn.Module
        => module.to(DeviceType.CPU, -1, non_blocking);

    public static T cuda<T>(this T module, int deviceIndex = -1, bool non_blocking = false) where T : nn.Module
        => module.to(DeviceType.CUDA, deviceIndex, non_blocking);

    public static T half<T>(this T module, bool non_blocking = false) where T : nn.Module
        => module.to(ScalarType.Float16, non_blocking);

    public static T bfloat16<T>(this T module, bool non_blocking = false) where T : nn.Module
        => module.to(ScalarType.BFloat16, non_blocking);

    public static T @float<T>(this T module, bool non_blocking = false) where T : nn.Module
        => module.to(ScalarType.Float32, non_blocking);

    public static T @double<T>(this T module, bool non_blocking = false) where T : nn.Module
        => module.to(ScalarType.Float64, non_blocking);

    private static T Self<T>(T module, nn.Module _) where T : nn.Module => module;
}
