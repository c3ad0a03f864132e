using System.Runtime.InteropServices;
using Mpuc.Weights.PyTorch;
using Mpuc.Weights.Safetensors;
using Mpuc.Weights.Tfjs;
using TorchSharp;

namespace Mpuc.Weights;

/// <summary>
/// Reads pretrained weights in whichever format they come, told by the file's content: safetensors, a tfjs weights manifest with the shards
/// beside it, or a PyTorch state dict. Everything is read as data. What could execute something (a pickle that calls a function) is refused
/// and named before any tensor is read.
/// </summary>
public static class WeightsReader
{
    private static readonly string[] Wrappers = ["module.", "_orig_mod."];

    /// <summary>Tells a file's format.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The format.</returns>
    /// <exception cref="MpucException">The file is missing or of no format that is read.</exception>
    public static WeightsFormat FormatOf(string path) => Open(path, WeightsFormats.Of);

    /// <summary>
    /// The files that a file stands for: a tfjs manifest (<c>*weights_manifest.json</c> or <c>model.json</c>) for itself and its shards,
    /// any other for itself.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <returns>Paths of files that exist, <paramref name="path"/> first; a damaged manifest stands alone.</returns>
    public static IReadOnlyList<string> FilesOf(string path)
    {
        var name = Path.GetFileName(path);
        if (!name.EndsWith("weights_manifest.json", StringComparison.Ordinal) && name != "model.json")
        {
            return [path];
        }

        try
        {
            return [path, .. TfjsReader.Shards(path).Where(File.Exists)];
        }
        catch (Exception exception) when (exception is MpucException or IOException or UnauthorizedAccessException)
        {
            return [path];
        }
    }

    /// <summary>Reads all tensors of a file.</summary>
    /// <param name="path">The file; of a tfjs model the manifest.</param>
    /// <returns>
    /// Tensors on the CPU by name, in the file's order, each contiguous and with memory of its own; the caller owns them. What PyTorch puts
    /// before every name of a network that was trained on several devices or compiled (<c>module.</c>, <c>_orig_mod.</c>) is left out.
    /// </returns>
    /// <exception cref="MpucException">
    /// The file is missing, damaged, too large, of no format that is read, or holds anything but tensors.
    /// </exception>
    public static IReadOnlyDictionary<string, torch.Tensor> Read(string path) => Open(path, (stream, name) =>
    {
        using var scope = torch.NewDisposeScope();
        var tensors = WithoutWrapper(Read(stream, name));
        scope.MoveToOuter(tensors.Values);
        return tensors;
    });

    private static IReadOnlyDictionary<string, torch.Tensor> WithoutWrapper(IReadOnlyDictionary<string, torch.Tensor> tensors)
    {
        while (Array.Find(
            Wrappers,
            prefix =>
                tensors.Count > 0
                    && tensors.Keys.All(name =>
                        name.StartsWith(prefix, StringComparison.Ordinal) && name.Length > prefix.Length)) is { } wrapper)
        {
            tensors = new OrderedDictionary<string, torch.Tensor>(
                tensors.Select(entry => KeyValuePair.Create(entry.Key[wrapper.Length..], entry.Value)), StringComparer.Ordinal);
        }

        return tensors;
    }

    private static IReadOnlyDictionary<string, torch.Tensor> Read(FileStream stream, string path)
    {
        var format = WeightsFormats.Of(stream, path);
        stream.Position = 0;
        return format switch
        {
            WeightsFormat.Safetensors => ReadSafetensors(path),
            WeightsFormat.Tfjs => TfjsReader.Read(path),
            WeightsFormat.PyTorch => TorchZipFile.Read(stream, path),
            _ => TorchLegacyFile.Read(stream, path),
        };
    }

    private static OrderedDictionary<string, torch.Tensor> ReadSafetensors(string path)
    {
        using var file = SafetensorsFile.Open(path);
        var tensors = new OrderedDictionary<string, torch.Tensor>(StringComparer.Ordinal);
        foreach (var (name, _) in file.Entries.OrderBy(entry => entry.Value.Offset))
        {
            tensors.Add(name, file.Read(name));
        }

        return tensors;
    }

    // What the libraries below say of a damaged file is no sentence for its user.
    private static T Open<T>(string path, Func<FileStream, string, T> read)
    {
        try
        {
            RegularFile.Require(path);
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            return read(stream, path);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new MpucException($"{path} does not exist.", exception);
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException)
        {
            throw new MpucException($"{path} is damaged or cut short: {exception.Message}", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new MpucException($"{path} cannot be read: {exception.Message}", exception);
        }
        catch (Exception exception) when (exception is ExternalException or OutOfMemoryException)
        {
            throw new MpucException($"{path} describes tensors that cannot be made: {exception.Message}", exception);
        }
    }
}
