using System.IO.Compression;

namespace Mpuc.Hdf5.Chunks;

/// <summary>
/// Undoes the filters of a chunk here rather than in libhdf5, which believes that what comes out has a chunk's size: a stream that unpacks
/// to less would have it read past its memory.
/// </summary>
internal static class ChunkFilters
{
    /// <summary>zlib's deflate, h5py's <c>gzip</c>.</summary>
    public const int Deflate = 1;

    /// <summary>All first bytes of the elements, then all second ones, and so on.</summary>
    public const int Shuffle = 2;

    /// <summary>Undoes the filters.</summary>
    /// <param name="stored">A chunk as it is stored.</param>
    /// <param name="shape">The chunk's size and filters.</param>
    /// <param name="skipped">A bit for each filter that this chunk has not gone through.</param>
    /// <returns>The chunk's elements; null where they are more or fewer than a chunk has, or the stream is none.</returns>
    public static byte[]? Undo(byte[] stored, StoredShape shape, uint skipped)
    {
        byte[]? chunk = stored;
        for (var place = shape.Filters.Count - 1; place >= 0 && chunk is not null; place--)
        {
            if ((skipped & (1u << place)) == 0)
            {
                chunk = shape.Filters[place] == Deflate ? Inflate(chunk, shape.ChunkSize) : Unshuffle(chunk, shape.ElementSize);
            }
        }

        return chunk?.Length == shape.ChunkSize ? chunk : null;
    }

    private static byte[]? Inflate(byte[] packed, int size)
    {
        try
        {
            using var stream = new ZLibStream(new MemoryStream(packed), CompressionMode.Decompress);
            var chunk = new byte[size];
            stream.ReadExactly(chunk);
            return stream.ReadByte() < 0 ? chunk : null;
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException)
        {
            // The latter is how .NET says that there is too little, and that the bytes ask for a dictionary that nobody has.
            return null;
        }
    }

    private static byte[] Unshuffle(byte[] shuffled, int elementSize)
    {
        var (elements, chunk) = (shuffled.Length / elementSize, new byte[shuffled.Length]);
        for (var element = 0; element < elements; element++)
        {
            for (var part = 0; part < elementSize; part++)
            {
                chunk[(element * elementSize) + part] = shuffled[(part * elements) + element];
            }
        }

        // What does not fill an element stays at the end.
        shuffled.AsSpan(elements * elementSize).CopyTo(chunk.AsSpan(elements * elementSize));
        return chunk;
    }
}
