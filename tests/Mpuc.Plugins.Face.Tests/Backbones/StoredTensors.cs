using TorchSharp;

namespace Mpuc.Plugins.Face.Tests.Backbones;

/// <summary>A store that holds one file in memory.</summary>
internal sealed class StoredTensors : IWeightsStore
{
    /// <summary>The file's tensors; handed out as copies, as a store hands out what it reads.</summary>
    public Dictionary<string, torch.Tensor> Content { get; } = [];

    public string CacheFolder => throw new NotSupportedException();

    public string Locate(string nameOrPath) => throw new NotSupportedException();

    public IReadOnlyDictionary<string, torch.Tensor> Read(string nameOrPath) =>
        Content.ToDictionary(entry => entry.Key, entry => Copy(entry.Value));

    private static torch.Tensor Copy(torch.Tensor tensor)
    {
        using var constant = tensor.detach();
        return constant.clone();
    }
}
