using System.Collections.Concurrent;

namespace Mpuc.Host.Runs;

/// <summary>
/// Work that a cancelled process should be given the time to finish, such as a training's step and its checkpoint; all else is ended within
/// seconds.
/// </summary>
internal static class FinishingWork
{
    private static readonly ConcurrentDictionary<object, TimeSpan> UnderWay = [];

    /// <summary>The longest that any work under way may take after a cancellation; zero where there is none.</summary>
    public static TimeSpan Longest => UnderWay.IsEmpty ? TimeSpan.Zero : UnderWay.Values.DefaultIfEmpty(TimeSpan.Zero).Max();

    /// <summary>Begins such work.</summary>
    /// <param name="limit">How long it may take after a cancellation.</param>
    /// <returns>Ends it when disposed.</returns>
    public static IDisposable Begin(TimeSpan limit)
    {
        var work = new Work();
        UnderWay[work] = limit;
        return work;
    }

    private sealed class Work : IDisposable
    {
        public void Dispose() => UnderWay.TryRemove(this, out _);
    }
}
