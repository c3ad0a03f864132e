using Mpuc.Weights.PyTorch.Pickle;

namespace Mpuc.Weights.PyTorch;

/// <summary>
/// What <c>torch.save</c> writes for a state dict besides plain data: ordered dictionaries, storages as persistent ids, and the calls that
/// would make tensors and parameters of them, of which the arguments alone are taken.
/// </summary>
/// <param name="source">Says what is wrong.</param>
internal sealed class TorchVocabulary(PickleSource source) : IPickleVocabulary
{
    private const string OrderedDictionary = "collections.OrderedDict";
    private const string RebuildTensor = "torch._utils._rebuild_tensor_v2";
    private const string RebuildParameter = "torch._utils._rebuild_parameter";
    private const int MaximumDimensions = 64;

    private readonly Dictionary<string, TorchStorage> _storages = new(StringComparer.Ordinal);

    /// <summary>The storages that were referred to, by key.</summary>
    public IReadOnlyDictionary<string, TorchStorage> Storages => _storages;

    /// <inheritdoc/>
    public bool Knows(string name) =>
        name is OrderedDictionary or RebuildTensor or RebuildParameter || TorchStorageType.Find(name) is not null;

    /// <inheritdoc/>
    public object? Call(PickleGlobal function, object?[] arguments) => (function.Name, arguments) switch
    {
        (OrderedDictionary, []) => new PickleDictionary(),
        (OrderedDictionary, [List<object?> pairs]) => FromPairs(pairs),
        (RebuildTensor, [TorchStorage storage, long offset, object?[] shape, object?[] strides, bool, PickleDictionary { Count: 0 }, ..])
            when arguments.Length <= 7 && Sizes(shape) is { } sizes && Sizes(strides) is { } steps => View(storage, offset, sizes, steps),
        (RebuildParameter, [TorchTensor tensor, bool, PickleDictionary { Count: 0 }]) => tensor,
        _ => null,
    };

    /// <inheritdoc/>
    public object? Find(object? id) => id switch
    {
        object?[] and ["storage", PickleGlobal type, string key, string, long count] => Storage(type, key, count),
        object?[] and ["storage", PickleGlobal type, string key, string, long count, null] => Storage(type, key, count),
        _ => null,
    };

    private TorchStorage? Storage(PickleGlobal type, string key, long count)
    {
        if (TorchStorageType.Find(type.Name) is not { } element || count < 0)
        {
            return null;
        }

        var storage = new TorchStorage(key, element.Type, element.Size, count);
        if (!_storages.TryAdd(key, storage) && _storages[key] != storage)
        {
            throw source.Refuse($"is damaged: it describes the storage '{key}' in two ways");
        }

        return _storages[key];
    }

    private TorchTensor View(TorchStorage storage, long offset, long[] shape, long[] strides)
    {
        var tensor = new TorchTensor(storage, offset, shape, strides);
        return shape.Length == strides.Length && offset >= 0 && tensor.LiesInStorage()
            ? tensor
            : throw source.Refuse(
                $"is damaged: a tensor of shape [{string.Join(", ", shape)}], strides [{string.Join(", ", strides)}] and offset {offset} "
                + $"leaves its storage of {storage.Count} elements");
    }

    private PickleDictionary? FromPairs(List<object?> pairs)
    {
        var dictionary = new PickleDictionary();
        foreach (var pair in pairs)
        {
            if (pair is not IReadOnlyList<object?> { Count: 2 } entry || entry[0] is not string key)
            {
                return null;
            }

            if (!dictionary.TryAdd(key, entry[1]))
            {
                throw source.Refuse($"has a dictionary with the key '{key}' twice");
            }
        }

        return dictionary;
    }

    private static long[]? Sizes(object?[] items) =>
        items.Length <= MaximumDimensions && items.All(item => item is long and >= 0) ? [.. items.Cast<long>()] : null;
}
