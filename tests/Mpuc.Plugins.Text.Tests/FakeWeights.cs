using TorchSharp;

namespace Mpuc.Plugins.Text.Tests;

/// <summary>A weights store that knows files by path and, by name, those that a test gives it.</summary>
internal sealed class FakeWeights(string cacheFolder, params (string Name, string Path)[] registered) : IWeightsStore
{
    public string CacheFolder => cacheFolder;

    public string Locate(string nameOrPath) => registered.FirstOrDefault(file => file.Name == nameOrPath).Path
        ?? (File.Exists(nameOrPath) ? nameOrPath : throw new MpucException($"There are no weights '{nameOrPath}'."));

    public IReadOnlyDictionary<string, torch.Tensor> Read(string nameOrPath) => throw new NotSupportedException();
}
