namespace Mpuc.Host.Plugins.Swapping;

/// <summary>A value of a <see cref="SwapSlot{T}"/> and the count of its leases.</summary>
internal sealed class LeasedValue<T>(T value)
    where T : class, IDisposable
{
    private readonly Lock _lock = new();
    private readonly TaskCompletionSource _gone = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _value = value;
    private int _leases;
    private bool _isClosed;

    public T Value => _value ?? throw new ObjectDisposedException(typeof(T).Name);

    /// <summary>Counts one lease more; false once the value is closed.</summary>
    public bool TryEnter()
    {
        lock (_lock)
        {
            _leases += _isClosed ? 0 : 1;
            return !_isClosed;
        }
    }

    public void Leave()
    {
        lock (_lock)
        {
            _leases--;
        }

        DisposeIfUnused();
    }

    /// <summary>Gives out no more leases.</summary>
    public Task CloseAsync()
    {
        lock (_lock)
        {
            _isClosed = true;
        }

        DisposeIfUnused();
        return _gone.Task;
    }

    private void DisposeIfUnused()
    {
        T? unused;
        lock (_lock)
        {
            unused = _isClosed && _leases == 0 ? _value : null;
            _value = unused is null ? _value : null;
        }

        if (unused is not null)
        {
            try
            {
                unused.Dispose();
                _gone.SetResult();
            }
            catch (Exception fault)
            {
                _gone.SetException(fault);
            }
        }
    }
}
