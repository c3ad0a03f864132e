using System.Collections;
using System.Diagnostics.CodeAnalysis;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A dictionary of parameters in the order of their addition, registered under their keys.</summary>
public class ParameterDict : nn.Module, IEnumerable<(string, Parameter)>
{
    private readonly OrderedDictionary<string, Parameter> _parameters = new(StringComparer.Ordinal);

    public ParameterDict() : base(nameof(ParameterDict))
    {
    }

    public int Count => _parameters.Count;

    public ICollection<string> Keys => _parameters.Keys;

    public ICollection<Parameter> Values => _parameters.Values;

    public Parameter this[string key]
    {
        get => _parameters[key];
        set => Change(() => _parameters[key] = value);
    }

    public (string, Parameter) this[int index]
    {
        get => (_parameters.GetAt(index).Key, _parameters.GetAt(index).Value);
        set => Change(() => _parameters.SetAt(index, value.Item1, value.Item2));
    }

    public void Add(string key, Parameter value)
    {
        register_parameter(key, value);
        _parameters.Add(key, value);
    }

    public void Add((string, Parameter) item) => Add(item.Item1, item.Item2);

    public void Insert(int index, (string, Parameter) item) => Change(() => _parameters.Insert(index, item.Item1, item.Item2));

    public bool Remove(string key)
    {
        var present = ContainsKey(key);
        Change(() => _parameters.Remove(key));
        return present;
    }

    public void RemoveAt(int index) => Change(() => _parameters.RemoveAt(index));

    public void Clear() => Change(_parameters.Clear);

    public void clear() => Clear();

    public bool ContainsKey(string key) => _parameters.ContainsKey(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out Parameter value) => _parameters.TryGetValue(key, out value);

    public IEnumerable<string> keys() => _parameters.Keys;

    public IEnumerable<Parameter> values() => _parameters.Values;

    public IEnumerator<(string, Parameter)> items() => GetEnumerator();

    public IEnumerator<(string, Parameter)> GetEnumerator() => _parameters.Select(entry => (entry.Key, entry.Value)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Change(Action change)
    {
        change();
        ClearParameters();
        foreach (var (key, parameter) in _parameters)
        {
            register_parameter(key, parameter);
        }
    }
}
