using TorchSharp;

namespace Mpuc.Weights.PyTorch;

/// <summary>Makes the tensors of one file: each a contiguous copy of its part of a storage.</summary>
/// <param name="path">The file's name for messages.</param>
/// <param name="tensors">All tensors, in the file's order.</param>
/// <param name="fileLength">The file's length in bytes, which bounds what its tensors may take.</param>
internal sealed class TorchStorageReader(string path, IReadOnlyDictionary<string, TorchTensor> tensors, long fileLength)
{
    private readonly ILookup<string, KeyValuePair<string, TorchTensor>> _byStorage =
        tensors.ToLookup(tensor => tensor.Value.Storage.Key, StringComparer.Ordinal);

    private readonly Dictionary<string, torch.Tensor> _read = new(StringComparer.Ordinal);

    /// <summary>The storages that tensors are views of.</summary>
    public IEnumerable<TorchStorage> Storages => _byStorage.Select(group => group.First().Value.Storage);

    /// <summary>The tensors, once every storage was read, in the file's order.</summary>
    public IReadOnlyDictionary<string, torch.Tensor> Result
    {
        get
        {
            var result = new OrderedDictionary<string, torch.Tensor>(tensors.Count, StringComparer.Ordinal);
            foreach (var name in tensors.Keys)
            {
                result.Add(name, _read[name]);
            }

            return result;
        }
    }

    /// <summary>Refuses tensors that, as views of the same elements, would take far more memory than the file has bytes.</summary>
    /// <exception cref="MpucException">They would.</exception>
    public void CheckSize()
    {
        var bytes = tensors.Values.Aggregate(Int128.Zero, (sum, tensor) => sum + ((Int128)tensor.Elements * tensor.Storage.ElementSize));
        if (bytes > WeightsLimits.MaximumBytes(fileLength))
        {
            throw new MpucException(
                $"{path} describes tensors of {bytes} bytes in a file of {fileLength}; that is no network's state_dict().");
        }
    }

    /// <summary>Reads a storage and makes the tensors that are views of it.</summary>
    /// <param name="storage">The storage.</param>
    /// <param name="stream">Its bytes, of which there are enough.</param>
    public void Read(TorchStorage storage, Stream stream)
    {
        WeightsLimits.CheckTensor(path, storage.Key, storage.Count * storage.ElementSize);
        using var scope = torch.NewDisposeScope();
        var elements = torch.empty([storage.Count], storage.Type);
        if (storage.Count > 0)
        {
            stream.ReadExactly(elements.bytes);
        }

        foreach (var (name, view) in _byStorage[storage.Key])
        {
            var tensor = torch.empty(view.Shape, storage.Type);
            if (view.Elements > 0)
            {
                tensor.copy_(elements.as_strided(view.Shape, view.Strides, view.Offset));
            }

            _read.Add(name, scope.MoveToOuter(tensor));
        }
    }
}
