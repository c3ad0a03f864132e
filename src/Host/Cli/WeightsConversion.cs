using Mpuc.Weights;
using Mpuc.Weights.Safetensors;
using TorchSharp;

namespace Mpuc.Host.Cli;

/// <summary><c>mpuc weights convert</c>.</summary>
internal static class WeightsConversion
{
    private const string Extension = ".safetensors";

    /// <summary>Reads a file and writes its tensors as safetensors.</summary>
    /// <exception cref="MpucException">The file is damaged, or the target is no place for a safetensors file.</exception>
    public static void Run(string file, string target, TextWriter output)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(target));
        if (!target.EndsWith(Extension, StringComparison.OrdinalIgnoreCase) || !Directory.Exists(folder))
        {
            throw new MpucException($"'{target}' must be a file with the extension {Extension} in a folder that exists.");
        }

        using var scope = torch.NewDisposeScope();
        var tensors = WeightsReader.Read(file);
        var metadata = new Dictionary<string, string>
        {
            ["source"] = Path.GetFileName(file),
            ["sourceFormat"] = WeightsReader.FormatOf(file).Name(),
            ["sourceSha256"] = FileHash.OfFile(file),
        };
        SafetensorsFile.Write(target, tensors, metadata);
        output.WriteLine($"{target}: {tensors.Count} tensors of {file}");
    }
}
