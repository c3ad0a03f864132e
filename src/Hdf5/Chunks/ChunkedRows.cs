namespace Mpuc.Hdf5.Chunks;

/// <summary>Puts rows together out of the chunks that they lie in.</summary>
internal static class ChunkedRows
{
    /// <summary>Reads rows.</summary>
    /// <param name="shape">The data set.</param>
    /// <param name="first">The first row.</param>
    /// <param name="count">How many rows, at least 1; every axis has a size above 0.</param>
    /// <param name="read">Reads the chunk that begins at a place, unpacked.</param>
    /// <returns>The rows' bytes.</returns>
    public static byte[] Read(StoredShape shape, long first, long count, Func<ulong[], byte[]> read)
    {
        var rows = new byte[checked((int)count * shape.RowSize)];
        var begin = new ulong[shape.Shape.Length];
        var end = shape.Shape.ToArray();
        (begin[0], end[0]) = ((ulong)first, (ulong)(first + count));
        foreach (var corner in Places(begin, end, shape.Chunk!))
        {
            Copy(shape, read(corner), corner, begin, end, rows);
        }

        return rows;
    }

    // The chunks' first elements, of all chunks that overlap the box.
    private static IEnumerable<ulong[]> Places(ulong[] begin, ulong[] end, ulong[] step)
    {
        ulong[] start = [.. begin.Zip(step, (place, size) => place / size * size)];
        var place = start.ToArray();
        for (var axis = 0; axis >= 0;)
        {
            yield return [.. place];
            for (axis = place.Length - 1; axis >= 0; axis--)
            {
                place[axis] += step[axis];
                if (place[axis] < end[axis])
                {
                    break;
                }

                place[axis] = start[axis];
            }
        }
    }

    private static void Copy(StoredShape shape, byte[] chunk, ulong[] corner, ulong[] begin, ulong[] end, byte[] rows)
    {
        var axes = corner.Length;
        ulong[] from = [.. corner.Zip(begin, Math.Max)];
        ulong[] to = [.. corner.Select((place, axis) => Math.Min(place + shape.Chunk![axis], end[axis]))];

        // Whole runs of the last axis at once.
        var (run, step) = ((int)(to[^1] - from[^1]) * shape.ElementSize, Enumerable.Repeat(1UL, axes).ToArray());
        step[^1] = to[^1] - from[^1];
        foreach (var place in Places(from, to, step, from))
        {
            var (source, target) = (0UL, 0UL);
            for (var axis = 0; axis < axes; axis++)
            {
                source = (source * shape.Chunk![axis]) + place[axis] - corner[axis];
                target = (target * (axis == 0 ? 1 : shape.Shape[axis])) + place[axis] - begin[axis];
            }

            chunk.AsSpan((int)source * shape.ElementSize, run).CopyTo(rows.AsSpan((int)target * shape.ElementSize));
        }
    }

    private static IEnumerable<ulong[]> Places(ulong[] begin, ulong[] end, ulong[] step, ulong[] origin) =>
        Places([.. begin.Zip(origin, (place, zero) => place - zero)], [.. end.Zip(origin, (place, zero) => place - zero)], step)
            .Select(place => place.Zip(origin, (offset, zero) => offset + zero).ToArray());
}
