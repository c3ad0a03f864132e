namespace Mpuc.Host.Plugins.Loading;

/// <summary>Calls foreign code on a thread of its own and stops waiting after a while.</summary>
internal static class GuardedCall
{
    /// <summary>Runs a call.</summary>
    /// <param name="call">The call; should it end after the timeout, its result is disposed.</param>
    /// <exception cref="TimeoutException">The call did not end in time; its thread goes on in the background.</exception>
    /// <exception cref="Exception">Whatever the call threw.</exception>
    public static T Run<T>(string name, TimeSpan timeout, Func<T> call)
        where T : IDisposable
    {
        var outcome = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() =>
        {
            try
            {
                outcome.SetResult(call());
            }
            catch (Exception e)
            {
                outcome.SetException(e);
            }
        })
        {
            IsBackground = true,
            Name = name,
        };
        thread.Start();
        if (thread.Join(timeout))
        {
            return outcome.Task.GetAwaiter().GetResult();
        }

        _ = outcome.Task.ContinueWith(
            static late => late.Result.Dispose(),
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnRanToCompletion,
            TaskScheduler.Default);
        throw new TimeoutException($"it did not come back within {timeout.TotalSeconds:0.###} seconds");
    }
}
