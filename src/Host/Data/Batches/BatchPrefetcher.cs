namespace Mpuc.Host.Data.Batches;

/// <summary>Builds batches ahead of their consumer on the thread pool, in order, never more than a fixed number at once.</summary>
internal static class BatchPrefetcher
{
    /// <summary>Builds batches ahead.</summary>
    /// <param name="ahead">How many batches may be in the making or wait for the consumer, at least 1.</param>
    /// <param name="cancellationToken">Ends the enumeration with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>
    /// The batches, which the consumer owns. When the enumeration ends, early or by an exception included, no work is under way and every
    /// batch that was not consumed is disposed.
    /// </returns>
    public static IEnumerable<WindowBatch> Run(
        IEnumerable<IReadOnlyList<UnlabelledRecording>> plan,
        Func<IReadOnlyList<UnlabelledRecording>, CancellationToken, WindowBatch> build,
        int ahead,
        CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var pending = new Queue<Task<WindowBatch>>();
        try
        {
            foreach (var recordings in plan)
            {
                pending.Enqueue(Task.Run(() => build(recordings, stop.Token), stop.Token));
                if (pending.Count >= ahead)
                {
                    yield return pending.Dequeue().GetAwaiter().GetResult();
                }
            }

            while (pending.Count > 0)
            {
                yield return pending.Dequeue().GetAwaiter().GetResult();
            }
        }
        finally
        {
            stop.Cancel();
            Discard(pending);
        }
    }

    // The consumer has left or has seen the first failure, so neither results nor failures of the rest matter.
    private static void Discard(Queue<Task<WindowBatch>> pending)
    {
        foreach (var task in pending)
        {
            _ = Task.WhenAny(task).GetAwaiter().GetResult();
            if (task.IsCompletedSuccessfully)
            {
                task.Result.Dispose();
            }
        }
    }
}
