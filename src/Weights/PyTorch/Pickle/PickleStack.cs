namespace Mpuc.Weights.PyTorch.Pickle;

/// <summary>The stack of a pickle's machine.</summary>
/// <param name="source">Says what is wrong.</param>
internal sealed class PickleStack(PickleSource source)
{
    private readonly List<object?> _items = [];
    private readonly Stack<int> _marks = [];

    /// <summary>How many items there are.</summary>
    public int Count => _items.Count;

    /// <summary>Puts an item on top.</summary>
    public void Push(object? item) => _items.Add(item);

    /// <summary>Sets a mark that <see cref="PopToMark"/> goes back to.</summary>
    public void Mark() => _marks.Push(_items.Count);

    /// <summary>Takes the topmost item.</summary>
    public object? Pop()
    {
        var item = Peek();
        _items.RemoveAt(_items.Count - 1);
        return item;
    }

    /// <summary>Takes the topmost items, in the order in which they were put there.</summary>
    /// <param name="count">How many.</param>
    public object?[] Pop(int count)
    {
        var items = new object?[count];
        for (var index = count; index-- > 0;)
        {
            items[index] = Pop();
        }

        return items;
    }

    /// <summary>Takes the items above the last mark, in the order in which they were put there, and the mark.</summary>
    public object?[] PopToMark()
    {
        if (!_marks.TryPop(out var mark))
        {
            throw source.Refuse("is damaged: its pickle goes back to a mark that it never set");
        }

        object?[] items = [.. _items.Skip(mark)];
        _items.RemoveRange(mark, items.Length);
        return items;
    }

    /// <summary>The topmost item. Nothing reaches below the last mark.</summary>
    public object? Peek() => _items.Count > (_marks.TryPeek(out var mark) ? mark : 0)
        ? _items[^1]
        : throw source.Refuse("is damaged: its pickle takes more off its stack than it put there");

    /// <summary>The topmost item, which must be of a type.</summary>
    public T Peek<T>() => Peek() is T item ? item : throw Unexpected<T>();

    /// <summary>Takes the topmost item, which must be of a type.</summary>
    public T Pop<T>() => Pop() is T item ? item : throw Unexpected<T>();

    private MpucException Unexpected<T>() => source.Refuse($"is damaged: its pickle has something else where {Noun(typeof(T))} is due");

    private static string Noun(Type type) =>
        type == typeof(PickleDictionary) ? "a dictionary"
        : type == typeof(List<object?>) ? "a list"
        : type == typeof(object?[]) ? "a tuple"
        : type == typeof(PickleGlobal) ? "a function"
        : "a text";
}
