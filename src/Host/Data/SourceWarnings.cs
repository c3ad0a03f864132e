namespace Mpuc.Host.Data;

/// <summary>What to tell a user about sources.</summary>
internal static class SourceWarnings
{
    /// <summary>Counts recordings that lack a source that others have.</summary>
    public static IEnumerable<string> MissingSources(IReadOnlyList<Recording> recordings) =>
        recordings.SelectMany(recording => recording.Sources.Keys).CountBy(name => name, StringComparer.Ordinal)
            .Where(source => source.Value < recordings.Count)
            .OrderBy(source => source.Key, StringComparer.Ordinal)
            .Select(source => (source.Key, Missing: recordings.Count - source.Value))
            .Select(source =>
                $"{source.Missing} of {recordings.Count} recordings have no source '{source.Key}' and take no part in its pairs.");
}
