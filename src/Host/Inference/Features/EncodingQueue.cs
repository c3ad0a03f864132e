namespace Mpuc.Host.Inference.Features;

/// <summary>
/// Encodes for any number of callers, one pass after the other: what several of them wait for goes through the encoders together. A caller
/// whose recordings cannot be encoded fails alone.
/// </summary>
/// <param name="mostRecordings">Recordings of one pass, at most, but for a caller that brings more.</param>
internal sealed class EncodingQueue(int mostRecordings, Action<IReadOnlyList<EncodingJob>, CancellationToken> encode)
{
    private readonly Lock _lock = new();
    private readonly List<EncodingJob> _waiting = [];
    private bool _isWorking;

    /// <summary>Told of the number of recordings of every pass.</summary>
    public Action<int> OnPass { get; set; } = _ => { };

    /// <summary>Works on a caller's recordings.</summary>
    public async Task RunAsync(EncodingJob job)
    {
        lock (_lock)
        {
            _waiting.Add(job);
            if (!_isWorking)
            {
                _isWorking = true;
                _ = Task.Run(Work);
            }
        }

        await job.Done.WaitAsync(job.CancellationToken).ConfigureAwait(false);
    }

    private void Work()
    {
        while (Next() is { Count: > 0 } jobs)
        {
            OnPass(jobs.Sum(job => job.Read.Recordings.Count));
            if (jobs.Count == 1 || !TryTogether(jobs))
            {
                jobs.ForEach(Alone);
            }
        }
    }

    private List<EncodingJob> Next()
    {
        lock (_lock)
        {
            _waiting.RemoveAll(job => job.CancellationToken.IsCancellationRequested);
            var jobs = new List<EncodingJob>();
            foreach (var job in _waiting)
            {
                if (jobs.Count == 0
                    || (
                        jobs.Sum(one => one.Read.Recordings.Count) + job.Read.Recordings.Count <= mostRecordings
                            && jobs.TrueForAll(job.Suits)))
                {
                    jobs.Add(job);
                }
            }

            _waiting.RemoveAll(jobs.Contains);
            _isWorking = jobs.Count > 0;
            return jobs;
        }
    }

    // A caller that goes while its recordings are encoded takes their files along; the others are done without it then.
    private bool TryTogether(List<EncodingJob> jobs)
    {
        using var everyone = new Gone(jobs);
        try
        {
            encode(jobs, everyone.Token);
            return true;
        }
        catch (Exception)
        {
            return false;
        }
    }

    private void Alone(EncodingJob job)
    {
        try
        {
            if (!job.Done.IsCompleted && !job.CancellationToken.IsCancellationRequested)
            {
                encode([job], job.CancellationToken);
            }
        }
        catch (Exception exception)
        {
            job.Fail(exception);
        }
    }

    /// <summary>Cancelled when the last of the callers has gone: until then somebody wants the pass.</summary>
    private sealed class Gone : IDisposable
    {
        private readonly CancellationTokenSource _source = new();
        private readonly CancellationTokenRegistration[] _registrations;
        private int _left;

        public Gone(List<EncodingJob> jobs)
        {
            _left = jobs.Count;
            _registrations = [.. jobs.Select(job => job.CancellationToken.Register(Leave))];
        }

        public CancellationToken Token => _source.Token;

        public void Dispose()
        {
            Array.ForEach(_registrations, registration => registration.Dispose());
            _source.Dispose();
        }

        private void Leave()
        {
            if (Interlocked.Decrement(ref _left) == 0)
            {
                _source.Cancel();
            }
        }
    }
}
