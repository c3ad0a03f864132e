namespace Mpuc.Host.Protocol;

/// <summary>Keeps the fold that jobs are at, so that its data are read once.</summary>
/// <param name="open">Reads a fold by its number.</param>
internal sealed class FoldCache(Func<int, Fold> open) : IDisposable
{
    private (int Number, Fold Fold)? _current;

    /// <summary>A fold; the one before it is let go.</summary>
    /// <param name="number">The fold's number.</param>
    /// <returns>The fold, which stays the cache's.</returns>
    public Fold Get(int number)
    {
        if (_current?.Number != number)
        {
            Dispose();
            _current = (number, open(number));
        }

        return _current!.Value.Fold;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _current?.Fold.Dispose();
        _current = null;
    }
}
