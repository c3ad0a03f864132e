using System.Collections;
using System.Diagnostics.CodeAnalysis;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A dictionary of modules in the order of their addition, registered under their keys.</summary>
public class ModuleDict<T> : nn.Module, IEnumerable<(string, T)> where T : nn.Module
{
    private readonly OrderedDictionary<string, T> _modules = new(StringComparer.Ordinal);

    public ModuleDict() : base(nameof(ModuleDict<>))
    {
    }

    public int Count => _modules.Count;

    public ICollection<string> Keys => _modules.Keys;

    public ICollection<T> Values => _modules.Values;

    public T this[string key]
    {
        get => _modules[key];
        set => Change(() => _modules[key] = value);
    }

    public (string, T) this[int index]
    {
        get => (_modules.GetAt(index).Key, _modules.GetAt(index).Value);
        set => Change(() => _modules.SetAt(index, value.Item1, value.Item2));
    }

    public void Add(string key, T value)
    {
        register_module(key, value);
        _modules.Add(key, value);
    }

    public void Add((string, T) item) => Add(item.Item1, item.Item2);

    public void Insert(int index, (string, T) item) => Change(() => _modules.Insert(index, item.Item1, item.Item2));

    public bool Remove(string key)
    {
        var present = ContainsKey(key);
        Change(() => _modules.Remove(key));
        return present;
    }

    public void RemoveAt(int index) => Change(() => _modules.RemoveAt(index));

    public void Clear() => Change(_modules.Clear);

    public void clear() => Clear();

    public bool ContainsKey(string key) => _modules.ContainsKey(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value) => _modules.TryGetValue(key, out value);

    public IEnumerable<string> keys() => _modules.Keys;

    public IEnumerable<T> values() => _modules.Values;

    public IEnumerator<(string, T)> items() => GetEnumerator();

    public IEnumerator<(string, T)> GetEnumerator() => _modules.Select(entry => (entry.Key, entry.Value)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Change(Action change)
    {
        change();
        ClearModules();
        foreach (var (key, module) in _modules)
        {
            register_module(key, module);
        }
    }
}
