namespace Mpuc.Hdf5.Native;

/// <summary>An id of libhdf5 that is given back when it goes out of scope. Used under <see cref="Library.Gate"/> alone.</summary>
/// <param name="value">The id; negative where the call that should have made it failed.</param>
/// <param name="close">Gives it back.</param>
internal readonly ref struct Id(long value, Func<long, int> close)
{
    /// <summary>The id.</summary>
    public long Value { get; } = value;

    /// <summary>Whether there is none.</summary>
    public bool IsInvalid => Value < 0;

    /// <summary>Gives the id back.</summary>
    public void Dispose()
    {
        if (!IsInvalid)
        {
            _ = close(Value);
        }
    }
}
