namespace Mpuc.Hdf5.Native;

/// <summary>What libhdf5 is called where it is installed.</summary>
internal static class LibraryNames
{
    // Binary interfaces since 1.10, whose ids have 64 bits: 1.10 is 103, 1.12 is 200, 1.14 is 310.
    private static readonly int[] Versions = [103, 200, 310];

    /// <summary>The names to try, in order: Debian's serial build first, other systems' builds, unversioned ones last.</summary>
    /// <returns>Names for the dynamic linker.</returns>
    public static IEnumerable<string> ToTry() =>
        OperatingSystem.IsWindows() ? ["hdf5.dll"]
        : OperatingSystem.IsMacOS() ? [.. Versions.Select(version => $"libhdf5.{version}.dylib"), "libhdf5.dylib"]
        :
        [
            .. Versions.Select(version => $"libhdf5_serial.so.{version}"),
            .. Versions.Select(version => $"libhdf5.so.{version}"),
            "libhdf5_serial.so",
            "libhdf5.so",
        ];
}
