using System.Globalization;
using Mpuc.Weights.PyTorch.Pickle;

namespace Mpuc.Weights.PyTorch;

/// <summary>
/// Names the tensors of what a pickle holds: those of a state dict by their keys, those of nested dictionaries and lists by their keys
/// joined with dots. A checkpoint that keeps the state dict under <c>state_dict</c> or <c>model_state_dict</c>, or whose tensors are all
/// under one key, is read as that state dict. Numbers and texts beside the tensors are left out.
/// </summary>
internal sealed class StateDict
{
    private const int MaximumDepth = 32;
    private const int MaximumItems = 1_000_000;
    private static readonly string[] Wrappers = ["state_dict", "model_state_dict"];

    private readonly PickleSource _source;
    private readonly OrderedDictionary<string, TorchTensor> _tensors = new(StringComparer.Ordinal);
    private int _visited;

    private StateDict(PickleSource source) => _source = source;

    /// <summary>Names the tensors.</summary>
    /// <param name="root">What the pickle holds.</param>
    /// <param name="source">Says what is wrong.</param>
    /// <returns>The tensors by name, in the file's order.</returns>
    /// <exception cref="MpucException">There is none, or two have one name, or they are nested too deep.</exception>
    public static IReadOnlyDictionary<string, TorchTensor> Read(object? root, PickleSource source)
    {
        var reading = new StateDict(source);
        reading.Add(string.Empty, reading.Unwrap(root, 0), 0);
        return reading._tensors.Count > 0 ? reading._tensors : throw source.Refuse("holds no tensor; save a network's state_dict()");
    }

    private object? Unwrap(object? item, int depth)
    {
        if (item is not PickleDictionary dictionary || dictionary.Values.Any(value => value is TorchTensor))
        {
            return item;
        }

        var named = Wrappers.Select(name => dictionary.GetValueOrDefault(name)).OfType<PickleDictionary>().FirstOrDefault();
        var filled = named is null ? dictionary.Values.Where(value => HasTensors(value, depth + 1)).Take(2).ToList() : [named];
        return filled is [PickleDictionary inner] ? Unwrap(inner, depth + 1) : item;
    }

    private bool HasTensors(object? item, int depth)
    {
        Visit(depth);
        return item is TorchTensor || Children(item).Any(child => HasTensors(child.Value, depth + 1));
    }

    private void Add(string name, object? item, int depth)
    {
        Visit(depth);
        if (item is TorchTensor tensor)
        {
            if (!_tensors.TryAdd(name, tensor))
            {
                throw _source.Refuse($"has two tensors named '{name}'");
            }

            WeightsLimits.CheckCount(_tensors.Count, _source.Refuse);
            return;
        }

        foreach (var (key, value) in Children(item))
        {
            Add(name.Length == 0 ? key : $"{name}.{key}", value, depth + 1);
        }
    }

    private static IEnumerable<KeyValuePair<string, object?>> Children(object? item) => item switch
    {
        PickleDictionary dictionary => dictionary,
        IReadOnlyList<object?> list =>
            list.Select((value, index) => KeyValuePair.Create(index.ToString(CultureInfo.InvariantCulture), value)),
        _ => [],
    };

    // A pickle may refer to one object many times, and to an object from within itself.
    private void Visit(int depth)
    {
        if (depth > MaximumDepth || ++_visited > MaximumItems)
        {
            throw _source.Refuse(
                $"nests its dictionaries deeper than {MaximumDepth}, or has more than {MaximumItems} items; save the state_dict() alone");
        }
    }
}
