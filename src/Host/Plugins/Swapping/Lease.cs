namespace Mpuc.Host.Plugins.Swapping;

/// <summary>The right to use a value of a <see cref="SwapSlot{T}"/>, which is not disposed before the lease is.</summary>
/// <typeparam name="T">What is used.</typeparam>
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
