using System.Runtime.InteropServices;

namespace Mpuc.Host.Tensors;

/// <summary>
/// Settings of the process that must stand before libtorch is loaded. The program makes them; an application that embeds the encoders
/// decides by itself.
/// </summary>
internal static partial class NativeTuning
{
    // malloc.h of glibc.
    private const int TrimThreshold = -1;
    private const int TopPad = -2;
    private const int MapsAtMost = -4;

    // Any limit below the most that a step holds is given back and faulted in again, step by step.
    private const int Never = -1;
    private const int Pad = 64 << 20;

    private static readonly string[] UserSettings =
        ["MALLOC_TRIM_THRESHOLD_", "MALLOC_TOP_PAD_", "MALLOC_MMAP_MAX_", "MALLOC_MMAP_THRESHOLD_", "GLIBC_TUNABLES"];

    /// <summary>
    /// On Linux: large tensors stay mapped between steps, since touching fresh pages costs more than the arithmetic on them, and idle
    /// OpenMP threads sleep, since spinning ones take the cores from the threads that prepare batches. Settings of the user's environment
    /// hold.
    /// </summary>
    public static void Apply()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        try
        {
            _ = SetVariable("OMP_WAIT_POLICY", "passive", overwrite: 0);
            if (Array.TrueForAll(UserSettings, name => Environment.GetEnvironmentVariable(name) is null))
            {
                _ = SetOption(MapsAtMost, 0);
                _ = SetOption(TrimThreshold, Never);
                _ = SetOption(TopPad, Pad);
            }
        }
        catch (EntryPointNotFoundException)
        {
            // A C library without mallopt, such as musl, for which there is no libtorch either.
        }
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetVariable(string name, string value, int overwrite);

    [LibraryImport("libc", EntryPoint = "mallopt")]
    private static partial int SetOption(int option, int value);
}
