using TorchSharp;

namespace Mpuc.Conformance.Loading;

/// <summary>
/// A store that knows files by their path alone, and reads none: what reads pretrained tensors is tested with a host's store.
/// </summary>
internal sealed class FilesByPath : IWeightsStore
{
    private readonly Lazy<string> _folder = new(() => Directory.CreateTempSubdirectory("mpuc-conformance-cache-").FullName);

    /// <inheritdoc/>
    public string CacheFolder => _folder.Value;

    /// <inheritdoc/>
    public string Locate(string nameOrPath) => File.Exists(nameOrPath)
        ? Path.GetFullPath(nameOrPath)
        : throw new MpucException(
            $"There is no file '{nameOrPath}', and tests know pretrained files by path alone; name one, or override Weights.");

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, torch.Tensor> Read(string nameOrPath) =>
        throw new MpucException($"'{Locate(nameOrPath)}' cannot be read here; override Weights with a store that reads it.");
}
