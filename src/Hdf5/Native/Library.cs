using System.Runtime.InteropServices;

namespace Mpuc.Hdf5.Native;

/// <summary>
/// The loaded library. It is not safe for several threads, in most builds, so every call into it happens under <see cref="Gate"/>.
/// </summary>
internal static unsafe class Library
{
    private const int NoPlugins = 0;

    private static readonly Lazy<nint> Loaded = new(Load);

    /// <summary>Held during every call, and during calls that belong together.</summary>
    public static Lock Gate { get; } = new();

    /// <summary>The formats of numbers that are read, by the ids of their types.</summary>
    public static IReadOnlyDictionary<long, NumberFormat> Numbers { get; private set; } = new Dictionary<long, NumberFormat>();

    /// <summary>The class of property lists for opening files.</summary>
    public static long FileAccessClass { get; private set; }

    /// <summary>Calls a function for every link of a group; the second version where there is one.</summary>
    public static delegate* unmanaged<long, int, int, ulong*, delegate* unmanaged<long, byte*, byte*, void*, int>, void*, int> Iterate { get; private set; }

    /// <summary>Describes a link; its first four bytes are the kind in every version.</summary>
    public static delegate* unmanaged<long, byte*, byte*, long, int> LinkInfo { get; private set; }

    /// <summary>Enters the library, loaded on the first call; errors are no longer printed on this thread.</summary>
    /// <returns>Leaves it.</returns>
    /// <exception cref="MpucException">There is no library, or it is too old.</exception>
    public static Lock.Scope Enter()
    {
        _ = Loaded.Value;
        var scope = Gate.EnterScope();
        _ = Functions.H5Eset_auto2(0, 0, 0);
        return scope;
    }

    /// <summary>Opens files whatever locks they have, where the library can.</summary>
    /// <param name="fileAccess">A property list for opening files.</param>
    public static void IgnoreLocks(long fileAccess)
    {
        if (NativeLibrary.TryGetExport(Loaded.Value, "H5Pset_file_locking", out var function))
        {
            _ = ((delegate* unmanaged<long, byte, byte, int>)function)(fileAccess, 0, 1);
        }
    }

    /// <summary>Finds the first library that there is.</summary>
    /// <param name="names">Names to try.</param>
    /// <returns>Its handle.</returns>
    /// <exception cref="MpucException">There is none.</exception>
    public static nint Find(IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            if (NativeLibrary.TryLoad(name, typeof(Library).Assembly, null, out var handle))
            {
                return handle;
            }
        }

        throw new MpucException(
            "HDF5 files (.csd) are read through libhdf5 1.10 or later, which is not installed; on Debian: apt-get install libhdf5-103-1 "
                + "(libhdf5-310 from Debian 13 on).");
    }

    private static nint Load()
    {
        var handle = Find(LibraryNames.ToTry());
        NativeLibrary.SetDllImportResolver(typeof(Library).Assembly, (name, _, _) => name == Functions.Name ? handle : 0);
        if (Functions.H5open() < 0 || Functions.H5get_libversion(out var major, out var minor, out var release) < 0)
        {
            throw new MpucException("libhdf5 was found but does not start.");
        }

        if (major == 1 && minor < 10)
        {
            throw new MpucException($"libhdf5 {major}.{minor}.{release} is too old to read .csd files; 1.10 or later is needed.");
        }

        // A file must not decide what code runs: its filters are those of the library itself or none.
        _ = Functions.H5PLset_loading_state(NoPlugins);
        Numbers = NumberFormat.All.ToDictionary(
            format => *(long*)NativeLibrary.GetExport(handle, $"H5T_{format.Key}_g"), format => format.Value);
        FileAccessClass = *(long*)NativeLibrary.GetExport(handle, "H5P_CLS_FILE_ACCESS_ID_g");
        Iterate = (
            delegate* unmanaged<long, int, int, ulong*, delegate* unmanaged<long, byte*, byte*, void*, int>, void*, int>)Newest(handle,
            "H5Literate");
        LinkInfo = (delegate* unmanaged<long, byte*, byte*, long, int>)Newest(handle, "H5Lget_info");
        return handle;
    }

    private static nint Newest(nint handle, string function) =>
        NativeLibrary.TryGetExport(handle, function + "2", out var second) ? second : NativeLibrary.GetExport(handle, function);
}
