using System.Runtime.InteropServices;

namespace TorchSharp;

/// <summary>Tensors, automatic differentiation and neural networks over libtorch, under TorchSharp's names.</summary>
public static partial class torch
{
    /// <summary>The version of the libtorch that this runs on.</summary>
    public static unsafe string __version__ => Marshal.PtrToStringUTF8((IntPtr)NativeMethods.mpuc_version())!;

    public static int get_num_threads() => NativeMethods.mpuc_threads();

    public static int get_num_interop_threads() => NativeMethods.mpuc_interop_threads();

    /// <summary>How many threads one operator may use.</summary>
    public static void set_num_threads(int num) => NativeError.Check(NativeMethods.mpuc_set_threads(num));

    /// <summary>How many operators may run at once; only before the first parallel work.</summary>
    public static void set_num_interop_threads(int num) => NativeError.Check(NativeMethods.mpuc_set_interop_threads(num));

    public static ScalarType get_default_dtype() => (ScalarType)NativeMethods.mpuc_default_dtype();

    public static void set_default_dtype(ScalarType dtype) => NativeError.Check(NativeMethods.mpuc_set_default_dtype((int)dtype));

    public static bool cuda_is_available() => cuda.is_available();

    public static bool mps_is_available()
    {
        NativeError.Check(NativeMethods.mpuc_device_count((int)DeviceType.MPS, out var count));
        return count > 0;
    }

    /// <summary>Checks that the device is usable; without one it is the CPU.</summary>
    public static Device InitializeDevice(Device? device)
    {
        var chosen = device ?? CPU;
        InitializeDeviceType(chosen.type);
        return chosen;
    }

    public static void InitializeDeviceType(DeviceType deviceType)
    {
        if (!TryInitializeDeviceType(deviceType)) {
            throw new InvalidOperationException(
                $"This libtorch has no {deviceType} device; use the CPU, or a libtorch and a machine that have one.");
        }
    }

    public static bool TryInitializeDeviceType(DeviceType deviceType) => deviceType switch
    {
        DeviceType.CPU or DeviceType.META => true,
        DeviceType.CUDA => cuda_is_available(),
        DeviceType.MPS => mps_is_available(),
        _ => false,
    };

    public static bool can_cast(ScalarType from, ScalarType to) => NativeMethods.mpuc_can_cast((int)from, (int)to) != 0;

    public static ScalarType promote_types(ScalarType type1, ScalarType type2) =>
        (ScalarType)NativeMethods.mpuc_promote_types((int)type1, (int)type2);

    public static bool are_deterministic_algorithms_enabled() => (NativeMethods.mpuc_deterministic() & 1) != 0;

    public static bool is_deterministic_algorithms_warn_only_enabled() => (NativeMethods.mpuc_deterministic() & 2) != 0;

    /// <summary>Refuses, or only warns of, operators without a deterministic implementation; disposing restores what was before.</summary>
    public static IDisposable use_deterministic_algorithms(bool mode = true, bool warn_only = false) =>
        new DeterministicMode(mode, warn_only);

    public static class cuda
    {
        public static bool is_available() => device_count() > 0;

        public static int device_count()
        {
            NativeError.Check(NativeMethods.mpuc_device_count((int)DeviceType.CUDA, out var count));
            return count;
        }

        public static bool is_cudnn_available()
        {
            NativeError.Check(NativeMethods.mpuc_has_cudnn(out var available));
            return available != 0;
        }

        /// <summary>Seeds the default generator of the first CUDA device, where there is one.</summary>
        public static void manual_seed(long seed) => Seed(seed, Math.Min(device_count(), 1));

        public static void manual_seed_all(long seed) => Seed(seed, device_count());

        private static void Seed(long seed, int devices)
        {
            for (var index = 0; index < devices; index++) {
                NativeError.Check(NativeMethods.mpuc_generator_default((int)DeviceType.CUDA, index, out var generator));
                var status = NativeMethods.mpuc_generator_set_seed(generator, unchecked((ulong)seed));
                NativeMethods.mpuc_generator_release(generator);
                NativeError.Check(status);
            }
        }
    }

    private sealed class DeterministicMode : IDisposable
    {
        private readonly bool wasEnabled = are_deterministic_algorithms_enabled();
        private readonly bool wasWarnOnly = is_deterministic_algorithms_warn_only_enabled();

        internal DeterministicMode(bool enabled, bool warnOnly) => Set(enabled, warnOnly);

        public void Dispose() => Set(wasEnabled, wasWarnOnly);

        private static void Set(bool enabled, bool warnOnly) =>
            NativeError.Check(NativeMethods.mpuc_set_deterministic(enabled ? 1 : 0, warnOnly ? 1 : 0));
    }
}
