namespace Mpuc.Host.Protocol;

/// <summary>Keeps the fold that jobs are at, so that its data are read once.</summary>
internal sealed class FoldCache(Func<int, Fold> open) : IDisposable
{
    private (int Number, Fold Fold)? _current;

    /// <summary>A fold; the one before it is let go.</summary>
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
