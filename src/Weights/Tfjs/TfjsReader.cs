using TorchSharp;

namespace Mpuc.Weights.Tfjs;

/// <summary>Reads the weights of a TensorFlow.js model: a manifest and the shards beside it.</summary>
internal static class TfjsReader
{
    /// <summary>Reads all tensors, quantised ones as the values that they stand for.</summary>
    /// <param name="path">The manifest.</param>
    /// <returns>The tensors by name, in the manifest's order; the caller owns them.</returns>
    /// <exception cref="MpucException">The manifest or a shard is damaged or missing.</exception>
    public static IReadOnlyDictionary<string, torch.Tensor> Read(string path)
    {
        var tensors = new OrderedDictionary<string, torch.Tensor>(StringComparer.Ordinal);
        foreach (var group in TfjsManifest.Read(path))
        {
            Read(group, path, tensors);
        }

        return tensors.Count > 0 ? tensors : throw new MpucException($"{path} names no weights.");
    }

    /// <summary>The files that a manifest refers to.</summary>
    /// <param name="path">The manifest.</param>
    /// <returns>The shards' paths.</returns>
    /// <exception cref="MpucException">The manifest is damaged.</exception>
    public static IEnumerable<string> Shards(string path) => TfjsManifest.Read(path).SelectMany(group => group.Shards);

    private static void Read(TfjsGroup group, string path, OrderedDictionary<string, torch.Tensor> tensors)
    {
        var files = group.Shards.Select(shard => new FileInfo(shard)).ToList();
        if (files.Find(file => !file.Exists) is { } missing)
        {
            throw new MpucException($"{path} refers to {missing.Name}, which is not beside it.");
        }

        var names = string.Join(" and ", files.Select(file => file.Name));
        var length = files.Sum(file => file.Length);
        var due = group.Weights.Aggregate(Int128.Zero, (sum, weight) => sum + ((Int128)weight.Count * weight.StoredSize));
        if (length != due)
        {
            throw new MpucException(
                $"{path} describes {due} bytes of weights, while {names} {(files.Count == 1 ? "has" : "have")} {length}.");
        }

        WeightsLimits.CheckTensor(path, names, length);
        var bytes = new byte[length];
        var done = 0;
        foreach (var file in files)
        {
            using var stream = file.OpenRead();
            stream.ReadExactly(bytes, done, (int)file.Length);
            done += (int)file.Length;
        }

        var offset = 0;
        foreach (var weight in group.Weights)
        {
            var size = (int)weight.Count * weight.StoredSize;
            tensors.Add(weight.Name, TfjsValues.ToTensor(weight, bytes.AsSpan(offset, size)));
            offset += size;
        }
    }
}
