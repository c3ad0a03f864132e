using Mpuc.Hdf5.Chunks;

namespace Mpuc.Hdf5.Tests;

/// <summary>Rows put together out of chunks are those of the whole array, whatever the shapes.</summary>
[TestFixture]
internal sealed class ChunkedRowsTests
{
    [Test]
    public void Rows_of_random_arrays_in_random_chunks([Range(1, 60)] int seed)
    {
        var random = new Random(seed);
        var axes = random.Next(1, 5);
        ulong[] shape = [.. Enumerable.Range(0, axes).Select(_ => (ulong)random.Next(1, 7))];
        ulong[] chunk = [.. shape.Select(size => (ulong)random.Next(1, (int)size + 2))];
        var size = random.Next(1, 4);
        var stored = new StoredShape(shape, size, chunk, []);
        var array = new byte[shape.Aggregate(size, (product, length) => product * (int)length)];
        random.NextBytes(array);

        var first = random.Next((int)shape[0]);
        var count = random.Next(1, (int)shape[0] - first + 1);
        var rows = ChunkedRows.Read(stored, first, count, corner => Cut(stored, array, corner));

        Assert.That(rows, Is.EqualTo(array[(first * stored.RowSize)..((first + count) * stored.RowSize)]));
    }

    [Test]
    public void Only_the_chunks_of_the_rows_are_read()
    {
        var read = new List<string>();
        ChunkedRows.Read(new StoredShape([10, 4], 1, [3, 2], []), 4, 3, corner =>
        {
            read.Add(string.Join(',', corner));
            return new byte[6];
        });
        Assert.That(read, Is.EqualTo(new[] { "3,0", "3,2", "6,0", "6,2" }));
    }

    // One element at a time; what lies beyond the array stays 0.
    private static byte[] Cut(StoredShape stored, byte[] array, ulong[] corner)
    {
        var chunk = new byte[stored.ChunkSize];
        for (var element = 0; element < chunk.Length / stored.ElementSize; element++)
        {
            var (rest, place, scale, isInside) = ((ulong)element, 0UL, 1UL, true);
            for (var axis = corner.Length - 1; axis >= 0; axis--)
            {
                var at = corner[axis] + (rest % stored.Chunk![axis]);
                rest /= stored.Chunk[axis];
                isInside &= at < stored.Shape[axis];
                (place, scale) = (place + (at * scale), scale * stored.Shape[axis]);
            }

            if (isInside)
            {
                array.AsSpan((int)place * stored.ElementSize, stored.ElementSize).CopyTo(chunk.AsSpan(element * stored.ElementSize));
            }
        }

        return chunk;
    }
}
