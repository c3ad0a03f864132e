namespace TorchSharp;

/// <summary>
/// What is in a scope, told apart by identity, because tensors compare by value. A tensor knows its place here, so that it is found without hashing; any other
/// object is looked for.
/// </summary>
internal sealed class ScopeContents
{
    private readonly List<IDisposable> items = [];

    internal int Count => items.Count;

    internal IDisposable Last => items[^1];

    internal IDisposable[] ToArray() => [.. items];

    internal bool Contains(IDisposable item) => Find(item) >= 0;

    /// <summary>Adds what is not in it yet.</summary>
    internal void Add(IDisposable item)
    {
        if (item is IScoped scoped) {
            scoped.Place = items.Count;
        } else if (Contains(item)) {
            return;
        }

        items.Add(item);
    }

    /// <summary>Takes an object out; the last one moves to its place.</summary>
    internal bool Remove(IDisposable item)
    {
        var place = Find(item);
        if (place < 0) {
            return false;
        }

        var last = items.Count - 1;
        items[place] = items[last];
        items.RemoveAt(last);
        if (place < last && items[place] is IScoped moved) {
            moved.Place = place;
        }

        return true;
    }

    private int Find(IDisposable item)
    {
        if (item is not IScoped scoped) {
            return items.FindIndex(other => ReferenceEquals(other, item));
        }

        return scoped.Place < items.Count && ReferenceEquals(items[scoped.Place], item) ? scoped.Place : -1;
    }
}
