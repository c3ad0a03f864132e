namespace Mpuc.Hdf5;

/// <summary>The form in which a data set's values lie in its file.</summary>
/// <param name="Shape">The sizes of its axes.</param>
/// <param name="ElementSize">The bytes of an element.</param>
/// <param name="Chunk">The sizes of a chunk's axes; null where the values lie in one piece.</param>
/// <param name="Filters">The filters that a chunk has gone through, in their order.</param>
internal sealed record StoredShape(ulong[] Shape, int ElementSize, ulong[]? Chunk, IReadOnlyList<int> Filters)
{
    /// <summary>The bytes of a row.</summary>
    public int RowSize => Shape.Skip(1).Aggregate(ElementSize, (product, size) => checked(product * (int)size));

    /// <summary>The bytes of a whole chunk.</summary>
    public int ChunkSize => Chunk!.Aggregate(ElementSize, (product, size) => checked(product * (int)size));
}
