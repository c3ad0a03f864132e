namespace Mpuc.Host.Data.Content;

/// <summary>Finds recordings that are the same but for their name.</summary>
internal static class DuplicateFinder
{
    private const int Named = 5;

    /// <summary>Groups recordings with sources of the same names and the same content.</summary>
    /// <param name="recordings">The recordings; those without sources are left out.</param>
    /// <exception cref="MpucException">A source cannot be read.</exception>
    public static IReadOnlyList<IReadOnlyList<string>> Find(IReadOnlyList<Recording> recordings, RecordingHashes hashes, int workers)
    {
        try
        {
            return
            [
                .. recordings.Where(recording => recording.Sources.Count > 0)
                    .AsParallel().AsOrdered().WithDegreeOfParallelism(workers)
                    .Select(recording => (recording.Id, Hash: hashes.Of(recording)))
                    .AsSequential()
                    .GroupBy(pair => pair.Hash, pair => pair.Id, StringComparer.Ordinal)
                    .Where(same => same.Count() > 1)
                    .Select(same => (IReadOnlyList<string>)[.. same]),
            ];
        }
        catch (AggregateException exception) when (exception.InnerException is MpucException error)
        {
            throw new MpucException(error.Message, exception);
        }
    }

    /// <summary>Says which recordings are the same.</summary>
    public static IEnumerable<string> Describe(IReadOnlyList<IReadOnlyList<string>> duplicates)
    {
        if (duplicates.Count > 0)
        {
            var named = string.Join("; ", duplicates.Take(Named).Select(same => string.Join(" = ", same)));
            var more = duplicates.Count > Named ? $"; and {duplicates.Count - Named} more groups" : string.Empty;
            yield return $"Identical recordings, byte for byte in every source: {named}{more}.";
        }
    }
}
