using System.Collections;
using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A list of parameters, registered under their indices "0", "1", ...</summary>
public class ParameterList : nn.Module, IList<Parameter>
{
    // Parameters compare element by element, so the list is searched by identity.
    private readonly List<Parameter> _parameters = [];

    public ParameterList(params Parameter[] parameters) : base(nameof(ParameterList)) => extend(parameters);

    public int Count => _parameters.Count;

    public bool IsReadOnly => false;

    public Parameter this[int index]
    {
        get => _parameters[index];
        set => Change(() => _parameters[index] = value);
    }

    public void Add(Parameter item)
    {
        register_parameter(Count.ToString(CultureInfo.InvariantCulture), item);
        _parameters.Add(item);
    }

    public void append(params Parameter[] parameters) => extend(parameters);

    public void extend(IEnumerable<Parameter> parameters)
    {
        foreach (var parameter in parameters)
        {
            Add(parameter);
        }
    }

    public void Insert(int index, Parameter item) => Change(() => _parameters.Insert(index, item));

    public bool Remove(Parameter item)
    {
        var index = IndexOf(item);
        if (index >= 0)
        {
            RemoveAt(index);
        }

        return index >= 0;
    }

    public void RemoveAt(int index) => Change(() => _parameters.RemoveAt(index));

    public void Clear() => Change(_parameters.Clear);

    public bool Contains(Parameter item) => IndexOf(item) >= 0;

    public int IndexOf(Parameter item) => _parameters.FindIndex(parameter => ReferenceEquals(parameter, item));

    public void CopyTo(Parameter[] array, int arrayIndex) => _parameters.CopyTo(array, arrayIndex);

    public IEnumerator<Parameter> GetEnumerator() => _parameters.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Change(Action change)
    {
        change();
        ClearParameters();
        for (var i = 0; i < Count; i++)
        {
            register_parameter(i.ToString(CultureInfo.InvariantCulture), _parameters[i]);
        }
    }
}
