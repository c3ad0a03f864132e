using System.Runtime.InteropServices;

namespace Mpuc.Hdf5.Native;

/// <summary>Why libhdf5's last call failed.</summary>
internal static unsafe class LastError
{
    private const int FromTheCause = 0;

    /// <summary>What the library says of the cause, such as <c>required filter 'lzf' is not registered</c>.</summary>
    /// <returns>Its words; that it does not say where it does not.</returns>
    public static string Describe()
    {
        byte* text = null;
        _ = Functions.H5Ewalk2(Functions.Default, FromTheCause, &Visit, &text);
        return text is null ? "libhdf5 does not say why" : Marshal.PtrToStringUTF8((nint)text)!;
    }

    // The first entry is the cause; the others say what failed because of it.
    [UnmanagedCallersOnly]
    private static int Visit(uint depth, Functions.ErrorEntry* entry, void* data)
    {
        if (depth == 0)
        {
            *(byte**)data = entry->Description;
        }

        return 0;
    }
}
