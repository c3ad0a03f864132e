using Mpuc.Hdf5.Native;

namespace Mpuc.Hdf5;

/// <summary>Where a data set's values lie.</summary>
internal static unsafe class Storage
{
    private const int Chunked = 2;
    private const int Virtual = 3;

    // libhdf5 unpacks a chunk as a whole, whatever part of it is asked for.
    private const ulong MostChunkValues = 1UL << 27;

    /// <summary>Refuses data sets that read from other files, and chunks that would fill the memory.</summary>
    /// <param name="file">The file.</param>
    /// <param name="path">The data set's path.</param>
    /// <param name="id">The data set's id.</param>
    /// <param name="rank">The number of its axes.</param>
    /// <exception cref="MpucException">The data set is such a one, or damaged.</exception>
    public static void Check(Hdf5File file, string path, long id, int rank)
    {
        using var list = new Id(Functions.H5Dget_create_plist(id), Functions.H5Pclose);
        var layout = list.IsInvalid ? -1 : Functions.H5Pget_layout(list.Value);
        if (layout < 0)
        {
            throw file.Fault(path);
        }

        if (layout == Virtual || Functions.H5Pget_external_count(list.Value) > 0)
        {
            throw new MpucException($"'{file.Path}', {path}: the data set's values lie in other files, which are not read; write them into this one.");
        }

        if (layout == Chunked)
        {
            CheckChunk(file, path, list.Value, rank);
        }
    }

    private static void CheckChunk(Hdf5File file, string path, long list, int rank)
    {
        var sizes = stackalloc ulong[Math.Max(1, rank)];
        if (Functions.H5Pget_chunk(list, rank, sizes) < 0)
        {
            throw file.Fault(path);
        }

        UInt128 values = 1;
        for (var axis = 0; axis < rank; axis++)
        {
            values *= sizes[axis];
            if (values > MostChunkValues)
            {
                throw new MpucException($"'{file.Path}', {path}: a chunk of the data set holds more than {MostChunkValues} values; write it in smaller ones.");
            }
        }
    }
}
