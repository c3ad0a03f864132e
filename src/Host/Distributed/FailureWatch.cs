using System.Globalization;
using System.Runtime.InteropServices;
using Mpuc.Kernels;

namespace Mpuc.Host.Distributed;

/// <summary>
/// Learns of it when a process of the group ends, and why: from what the process itself wrote into the store, or from the signs of life that it no longer
/// gives. A process that computes does not look into the store, so a thread does it, and ends the process where it does not notice by itself.
/// </summary>
internal sealed class FailureWatch : IDisposable
{
    private const string FailureKey = "failure";
    private const string CancelKey = "cancel";

    /// <summary>How often a process gives a sign of life and looks for others'.</summary>
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    /// <summary>
    /// The beats without a sign of life after which a process counts as ended. Beats are counted rather than seconds, so that a pause of this process's own
    /// makes no other one silent.
    /// </summary>
    private const int Silence = 15;

    /// <summary>The time that a process has to end by itself after another has.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private readonly ProcessStore _store;
    private readonly int _rank;
    private readonly int _size;
    private readonly Action<string> _end;
    private readonly Thread _thread;
    private readonly Timer _judge;
    private readonly CancellationTokenSource _cancelled = new();
    private readonly ManualResetEventSlim _known = new();
    private readonly ManualResetEventSlim _stopped = new();
    private readonly Dictionary<int, (string? Sign, int Beats)> _signs = [];
    private int _unanswered;
    private volatile string? _failure;

    /// <summary>Starts to watch.</summary>
    /// <param name="store">The store, for this object alone: it is used from a thread.</param>
    /// <param name="rank">This process's number.</param>
    /// <param name="size">The number of processes.</param>
    /// <param name="end">Ends the process with a message.</param>
    public FailureWatch(ProcessStore store, int rank, int size, Action<string> end)
    {
        (_store, _rank, _size, _end) = (store, rank, size, end);
        _thread = new Thread(Watch) { IsBackground = true, Name = "failure watch" };
        _judge = new Timer(_ => Judge(), null, Beat, Beat);
        _thread.Start();
    }

    /// <summary>Cancelled where whoever started the processes asks them to stop.</summary>
    public CancellationToken Cancelled => _cancelled.Token;

    /// <summary>Asks all processes to stop.</summary>
    /// <param name="store">The store.</param>
    public static void Cancel(ProcessStore store) => store.Set(CancelKey, "yes");

    /// <summary>Tells all processes that one of them ended; the first to be told of stays.</summary>
    /// <param name="store">The store.</param>
    /// <param name="message">A sentence.</param>
    public static void Report(ProcessStore store, string message)
    {
        if (store.TryGet(FailureKey) is null)
        {
            store.Set(FailureKey, message);
        }
    }

    /// <summary>Tells the others why this process ends, and waits until they know.</summary>
    /// <param name="message">A sentence; ignored where another process ended first.</param>
    public void Report(string message)
    {
        if (_failure is not null)
        {
            return;
        }

        _stopped.Set();
        try
        {
            Report(_store, $"Process {_rank} of {_size} ended: {message}");
            _store.Set(KnownKey(_rank), "yes");
            for (var waited = TimeSpan.Zero; waited < Grace && !OthersKnow(); waited += Beat / 4)
            {
                Thread.Sleep(Beat / 4);
            }
        }
        catch (ExternalException)
        {
            // The store went first, which the others have noticed as well.
        }
    }

    /// <summary>Finds out why a call that needs all processes failed.</summary>
    /// <param name="exception">What the call gave.</param>
    /// <returns>What to throw.</returns>
    public MpucException Explain(ExternalException exception)
    {
        _known.Wait((Silence * Beat) + Grace);
        return new MpucException(
            _failure ?? $"Process {_rank} of {_size} lost the connection to another process ({exception.Message.TrimEnd('.')}).", exception);
    }

    /// <summary>Throws where another process has ended.</summary>
    /// <exception cref="MpucException">It has; the message says which and why.</exception>
    public void ThrowIfKnown()
    {
        if (_failure is { } failure)
        {
            throw new MpucException(failure);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stopped.Set();
        _judge.Dispose();
        if (_thread.Join(Grace))
        {
            _store.Dispose();
        }
    }

    private static string BeatKey(int rank) => string.Create(CultureInfo.InvariantCulture, $"beat/{rank}");

    private static string KnownKey(int rank) => string.Create(CultureInfo.InvariantCulture, $"known/{rank}");

    private void Watch()
    {
        try
        {
            for (var beat = 0L; !_stopped.Wait(Beat); beat++)
            {
                _store.Set(BeatKey(_rank), beat.ToString(CultureInfo.InvariantCulture));
                if (_store.TryGet(FailureKey) is { } failure)
                {
                    _store.Set(KnownKey(_rank), "yes");
                    Learn(failure);
                    return;
                }

                if (_store.TryGet(CancelKey) is not null)
                {
                    _cancelled.Cancel();
                }

                FindSilent();
                Volatile.Write(ref _unanswered, 0);
            }
        }
        catch (ExternalException)
        {
            Learn("The process that the others of its group meet at is gone, which is process 0 or the one that started them.");
        }
    }

    // Process 0 looks after all others, and process 1 after process 0.
    private void FindSilent()
    {
        var others = _rank == 0 ? Enumerable.Range(1, _size - 1) : _rank == 1 ? [0] : [];
        foreach (var other in others)
        {
            var sign = _store.TryGet(BeatKey(other));
            var last = _signs.GetValueOrDefault(other);
            _signs[other] = (sign, sign is not null && sign == last.Sign ? last.Beats + 1 : 0);
            if (_signs[other].Beats > Silence)
            {
                Report(_store, $"Process {other} of {_size} ended without a word, or its machine did: it gave no sign of life for {Silence} seconds.");
            }
        }
    }

    // A machine that is switched off does not even close its connections, so the thread may wait for an answer that never comes.
    private void Judge()
    {
        if (Interlocked.Increment(ref _unanswered) > Silence && !_known.IsSet && !_stopped.IsSet)
        {
            Learn($"The process that the others of its group meet at, process 0 or the one that started them, gave no answer for {Silence} seconds.");
        }
    }

    private void Learn(string failure)
    {
        _failure = failure;
        _known.Set();
        if (!_stopped.Wait(Grace))
        {
            _end(failure);
        }
    }

    private bool OthersKnow() => Enumerable.Range(0, _size).All(rank => rank == _rank || _store.TryGet(KnownKey(rank)) is not null);
}
