namespace Mpuc.Host.Data.Batches;

/// <summary>Divides recordings into batches of which none but an only one has a single recording.</summary>
internal static class BatchPlan
{
    /// <summary>Divides recordings.</summary>
    /// <param name="batchSize">Recordings per batch, at least 1; the last batch may have fewer, or one more.</param>
    public static IEnumerable<IReadOnlyList<UnlabelledRecording>> Chunk(IReadOnlyList<UnlabelledRecording> recordings, int batchSize)
    {
        var batches = Count(recordings.Count, batchSize);
        return Enumerable.Range(0, batches).Select(batch => (IReadOnlyList<UnlabelledRecording>)
            [.. recordings.Skip(batch * batchSize).Take(batch == batches - 1 ? recordings.Count : batchSize)]);
    }

    /// <summary>Counts the batches.</summary>
    /// <returns>The number of batches of <see cref="Chunk"/>.</returns>
    public static int Count(int recordings, int batchSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        var (full, rest) = (recordings / batchSize, recordings % batchSize);
        return rest > 1 || (rest == 1 && full == 0) ? full + 1 : full;
    }
}
