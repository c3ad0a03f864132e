using TorchSharp;

namespace Mpuc;

/// <summary>
/// The host's access to pretrained files, which an encoder or backbone asks for in its constructor. Everything is read as data: no format
/// that it reads can execute anything. Safe to use from several threads at once.
/// </summary>
public interface IWeightsStore
{
    /// <summary>
    /// A folder for what is derived from pretrained files and costs time to derive again, such as an index of word vectors. It survives
    /// the process, and may be emptied by its user at any time; write files there under a temporary name and rename them.
    /// </summary>
    string CacheFolder { get; }

    /// <summary>Finds a pretrained file, fetched and verified first where that is possible and it is missing.</summary>
    /// <param name="nameOrPath">A registered <see cref="PretrainedWeights.Name"/>, or a file's path.</param>
    /// <returns>The file's absolute path.</returns>
    /// <exception cref="MpucException">There is no such file, or it cannot be fetched; the message says how to get it.</exception>
    string Locate(string nameOrPath);

    /// <summary>
    /// Reads all tensors of a pretrained file: safetensors, a tfjs manifest with its shards (quantised ones as float32), or a PyTorch state
    /// dict (<c>.pt</c>, <c>.pth</c>).
    /// </summary>
    /// <param name="nameOrPath">As for <see cref="Locate"/>.</param>
    /// <returns>Tensors on the CPU by name; the caller owns them.</returns>
    /// <exception cref="MpucException">
    /// As for <see cref="Locate"/>, or the file is damaged, too large, or holds anything but tensors.
    /// </exception>
    IReadOnlyDictionary<string, torch.Tensor> Read(string nameOrPath);
}
