using System.Runtime.InteropServices;

namespace Mpuc.Hdf5.Native;

/// <summary>
/// libhdf5's functions, those whose signature is the same in every version since 1.10. Ids have 64 bits; a negative result is a failure.
/// </summary>
internal static unsafe partial class Functions
{
    /// <summary>The library's name in the imports below, which <see cref="Library"/> resolves.</summary>
    public const string Name = "hdf5";

    /// <summary>The property list of all defaults.</summary>
    public const long Default = 0;

    [LibraryImport(Name)]
    public static partial int H5open();

    [LibraryImport(Name)]
    public static partial int H5get_libversion(out uint major, out uint minor, out uint release);

    [LibraryImport(Name)]
    public static partial int H5PLset_loading_state(uint mask);

    [LibraryImport(Name)]
    public static partial int H5Eset_auto2(long stack, nint function, nint data);

    [LibraryImport(Name)]
    public static partial int H5Ewalk2(long stack, int direction, delegate* unmanaged<uint, ErrorEntry*, void*, int> visit, void* data);

    [LibraryImport(Name)]
    public static partial long H5Fopen(byte* path, uint flags, long access);

    [LibraryImport(Name)]
    public static partial int H5Fclose(long file);

    [LibraryImport(Name)]
    public static partial long H5Gopen2(long location, byte* name, long access);

    [LibraryImport(Name)]
    public static partial int H5Gclose(long group);

    [LibraryImport(Name)]
    public static partial long H5Dopen2(long location, byte* name, long access);

    [LibraryImport(Name)]
    public static partial int H5Dclose(long dataset);

    [LibraryImport(Name)]
    public static partial long H5Dget_space(long dataset);

    [LibraryImport(Name)]
    public static partial long H5Dget_type(long dataset);

    [LibraryImport(Name)]
    public static partial long H5Dget_create_plist(long dataset);

    [LibraryImport(Name)]
    public static partial int H5Dread(long dataset, long memoryType, long memorySpace, long fileSpace, long transfer, void* buffer);

    [LibraryImport(Name)]
    public static partial ulong H5Dget_offset(long dataset);

    [LibraryImport(Name)]
    public static partial int H5Dget_chunk_storage_size(long dataset, ulong* offset, ulong* size);

    [LibraryImport(Name)]
    public static partial int H5Dread_chunk(long dataset, long transfer, ulong* offset, uint* skippedFilters, void* buffer);

    [LibraryImport(Name)]
    public static partial int H5Sget_simple_extent_ndims(long space);

    [LibraryImport(Name)]
    public static partial int H5Sget_simple_extent_dims(long space, ulong* sizes, ulong* maximum);

    [LibraryImport(Name)]
    public static partial long H5Screate_simple(int rank, ulong* sizes, ulong* maximum);

    [LibraryImport(Name)]
    public static partial int H5Sselect_hyperslab(long space, int operation, ulong* start, ulong* stride, ulong* count, ulong* block);

    [LibraryImport(Name)]
    public static partial int H5Sclose(long space);

    [LibraryImport(Name)]
    public static partial int H5Tget_class(long type);

    [LibraryImport(Name)]
    public static partial nuint H5Tget_size(long type);

    [LibraryImport(Name)]
    public static partial int H5Tis_variable_str(long type);

    [LibraryImport(Name)]
    public static partial int H5Tequal(long first, long second);

    [LibraryImport(Name)]
    public static partial int H5Tclose(long type);

    [LibraryImport(Name)]
    public static partial long H5Pcreate(long listClass);

    [LibraryImport(Name)]
    public static partial int H5Pset_fapl_sec2(long list);

    [LibraryImport(Name)]
    public static partial int H5Pget_layout(long list);

    [LibraryImport(Name)]
    public static partial int H5Pget_chunk(long list, int rank, ulong* sizes);

    [LibraryImport(Name)]
    public static partial int H5Pget_external_count(long list);

    [LibraryImport(Name)]
    public static partial int H5Pget_nfilters(long list);

    [LibraryImport(Name)]
    public static partial int H5Pget_filter2(
        long list, uint place, uint* flags, nuint* parameterCount, uint* parameters, nuint nameSize, byte* name, uint* configuration);

    [LibraryImport(Name)]
    public static partial int H5Pclose(long list);

    /// <summary>The beginning of <c>H5E_error2_t</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct ErrorEntry
    {
        public long Class;
        public long Major;
        public long Minor;
        public uint Line;
        public byte* Function;
        public byte* File;
        public byte* Description;
    }
}
