using System.Runtime.InteropServices;
using Mpuc.Hdf5.Chunks;
using Mpuc.Hdf5.Native;

namespace Mpuc.Hdf5;

/// <summary>Where a data set's values lie, called under <see cref="Library.Gate"/>.</summary>
internal static unsafe class Storage
{
    private const int Chunked = 2;
    private const int Virtual = 3;
    private const int NameSize = 64;

    // A chunk is unpacked as a whole, whatever part of it is asked for.
    private const ulong MaxChunkBytes = 1UL << 29;

    /// <summary>
    /// Reads a data set's storage; refuses one that reads from other files, chunks that would fill the memory, and filters that are not
    /// ours.
    /// </summary>
    /// <param name="file">The file.</param>
    /// <param name="path">The data set's path.</param>
    /// <param name="id">The data set's id.</param>
    /// <param name="shape">The sizes of its axes.</param>
    /// <param name="elementSize">The bytes of an element.</param>
    /// <returns>The storage.</returns>
    /// <exception cref="MpucException">The data set is such a one, or damaged.</exception>
    public static StoredShape Of(Hdf5File file, string path, long id, ulong[] shape, int elementSize)
    {
        using var list = new Id(Functions.H5Dget_create_plist(id), Functions.H5Pclose);
        var layout = list.IsInvalid ? -1 : Functions.H5Pget_layout(list.Value);
        if (layout < 0)
        {
            throw file.Fault(path);
        }

        if (layout == Virtual || Functions.H5Pget_external_count(list.Value) > 0)
        {
            throw new MpucException(
                $"'{file.Path}', {path}: the data set's values lie in other files, which are not read; write them into this one.");
        }

        return new StoredShape(
            shape,
            elementSize,
            layout == Chunked ? Chunk(file, path, list.Value, shape.Length, elementSize) : null,
            Filters(file, path, list.Value));
    }

    private static ulong[] Chunk(Hdf5File file, string path, long list, int axes, int elementSize)
    {
        var sizes = new ulong[Math.Max(1, axes)];
        fixed (ulong* chunk = sizes)
        {
            if (axes == 0 || Functions.H5Pget_chunk(list, axes, chunk) != axes || sizes.Contains(0UL))
            {
                throw file.Fault(path);
            }
        }

        var bytes = (UInt128)elementSize;
        foreach (var size in sizes)
        {
            bytes *= size;
            if (bytes > MaxChunkBytes)
            {
                throw new MpucException(
                    $"'{file.Path}', {path}: a chunk of the data set has more than {MaxChunkBytes >> 20} MiB; write it in smaller ones.");
            }
        }

        return sizes;
    }

    private static List<int> Filters(Hdf5File file, string path, long list)
    {
        var filters = new List<int>();
        var name = stackalloc byte[NameSize];
        for (var place = 0; place < Functions.H5Pget_nfilters(list); place++)
        {
            nuint none = 0;
            uint flags, configuration;
            var filter = Functions.H5Pget_filter2(list, (uint)place, &flags, &none, null, NameSize, name, &configuration);
            if (filter is not (ChunkFilters.Deflate or ChunkFilters.Shuffle))
            {
                name[NameSize - 1] = 0;
                throw new MpucException(
                    $"'{file.Path}', {path}: the data set is packed with filter {filter} ({Marshal.PtrToStringUTF8((nint)name)}); gzip "
                        + "(deflate) and shuffle are read.");
            }

            filters.Add(filter);
        }

        return filters;
    }
}
