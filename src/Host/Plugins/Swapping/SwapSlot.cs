namespace Mpuc.Host.Plugins.Swapping;

/// <summary>
/// Something that many use at once and that is replaced while they do: whoever uses it takes a lease for as long as one piece of work
/// lasts, such as a request, and sees the same value throughout. What was replaced is disposed when its last lease is returned.
/// </summary>
/// <param name="value">The first value, which the slot owns.</param>
internal sealed class SwapSlot<T>(T value) : IDisposable
    where T : class, IDisposable
{
    private LeasedValue<T> _current = new(value);

    /// <summary>Takes a lease on the present value. Never waits for anything.</summary>
    /// <returns>The lease; its holder disposes it.</returns>
    /// <exception cref="ObjectDisposedException">The slot is disposed.</exception>
    public Lease<T> Take()
    {
        while (true)
        {
            var current = Volatile.Read(ref _current);
            if (current.TryEnter())
            {
                return new Lease<T>(current);
            }

            // Closed: either another value has just taken its place, or the slot is no more.
            ObjectDisposedException.ThrowIf(ReferenceEquals(current, Volatile.Read(ref _current)), this);
        }
    }

    /// <summary>Puts another value in the place of the present one. Leases taken from now on are leases on it.</summary>
    /// <param name="next">The next value, which the slot owns.</param>
    /// <returns>Ends when the last lease on the value before has been returned and that value is disposed.</returns>
    public Task SwapAsync(T next) => Interlocked.Exchange(ref _current, new LeasedValue<T>(next)).CloseAsync();

    /// <summary>Lets go of the present value, which is disposed once its last lease is returned.</summary>
    public void Dispose() => _ = Volatile.Read(ref _current).CloseAsync();
}

/// <summary>The right to use a value of a <see cref="SwapSlot{T}"/>, which is not disposed before the lease is.</summary>
internal sealed class Lease<T> : IDisposable
    where T : class, IDisposable
{
    private LeasedValue<T>? _value;

    internal Lease(LeasedValue<T> value) => _value = value;

    /// <summary>The value; not the holder's to dispose.</summary>
    public T Value => (_value ?? throw new ObjectDisposedException(nameof(Lease<>))).Value;

    /// <inheritdoc/>
    public void Dispose() => Interlocked.Exchange(ref _value, null)?.Leave();
}
