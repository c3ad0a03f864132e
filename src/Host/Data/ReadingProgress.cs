namespace Mpuc.Host.Data;

/// <summary>How far the reading of recordings has come.</summary>
/// <param name="Done">Sequences read or found in the cache.</param>
/// <param name="Total">Sequences in all.</param>
public sealed record ReadingProgress(int Done, int Total);
