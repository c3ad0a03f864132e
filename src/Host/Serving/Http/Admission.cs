using Microsoft.AspNetCore.Http;

namespace Mpuc.Host.Serving.Http;

/// <summary>
/// Takes in as many uploads as may be in the house and refuses the others at once; of those, lets as many work as there are hands. A caller
/// that uploads slowly holds a place in the house and no hand.
/// </summary>
internal sealed class Admission(ServeOptions options) : IDisposable
{
    private readonly SemaphoreSlim _hands = new(options.Concurrency);
    private int _inside;
    private int _working;

    /// <summary>Requests that are uploading, waiting or worked on.</summary>
    public int Inside => Volatile.Read(ref _inside);

    /// <summary>Requests that are worked on.</summary>
    public int Working => Volatile.Read(ref _working);

    /// <summary>Handles a request if there is a place for it.</summary>
    /// <exception cref="ProblemException">There is no place.</exception>
    public async Task EnterAsync(Func<Task> handle)
    {
        try
        {
            if (Interlocked.Increment(ref _inside) > options.Concurrency + options.Queue)
            {
                throw new ProblemException(
                    StatusCodes.Status503ServiceUnavailable, "The server is busy; try again after the seconds that Retry-After says.");
            }

            await handle().ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Decrement(ref _inside);
        }
    }

    /// <summary>Works as soon as a hand is free, and no longer than the time allows.</summary>
    /// <param name="cancellationToken">Cancelled where the caller has gone.</param>
    /// <exception cref="ProblemException">It took too long.</exception>
    public async Task<T> WorkAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        await _hands.WaitAsync(cancellationToken).ConfigureAwait(false);
        Interlocked.Increment(ref _working);
        try
        {
            return await Within(
                options.Timeout,
                work,
                StatusCodes.Status504GatewayTimeout,
                "The recording could not be worked on within {0} s; send a shorter one.",
                cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Decrement(ref _working);
            _hands.Release();
        }
    }

    /// <summary>Reads an upload, no longer than the time allows.</summary>
    /// <param name="cancellationToken">Cancelled where the caller has gone.</param>
    /// <exception cref="ProblemException">It took too long.</exception>
    public Task<T> ReadAsync<T>(Func<CancellationToken, Task<T>> read, CancellationToken cancellationToken) =>
        Within(options.Timeout, read, StatusCodes.Status408RequestTimeout, "The upload did not arrive within {0} s.", cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _hands.Dispose();

    private static async Task<T> Within<T>(
        TimeSpan limit, Func<CancellationToken, Task<T>> work, int status, string message, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(limit);
        try
        {
            return await work(deadline.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new ProblemException(
                status, string.Format(System.Globalization.CultureInfo.InvariantCulture, message, limit.TotalSeconds));
        }
    }
}
