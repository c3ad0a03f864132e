using System.Globalization;
using System.Text.Json.Nodes;
using Mpuc.Host.Cli.Plugins;
using Mpuc.Host.Plugins;
using Mpuc.Weights;
using Spectre.Console;
using TorchSharp;

namespace Mpuc.Host.Cli;

/// <summary><c>mpuc weights verify</c>: what is in a file.</summary>
/// <param name="Format">Its format; null for a registered file of something else than tensors.</param>
/// <param name="Registered">The registration with that hash; null for none.</param>
internal sealed record WeightsVerification(
    string File, WeightsFormat? Format, string Sha256, OfferedWeights? Registered, IReadOnlyList<VerifiedTensor> Tensors)
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="MpucException">It is damaged, or no file of weights.</exception>
    public static WeightsVerification Of(PluginCatalog catalog, string fileOrName)
    {
        var registered = catalog.Weights;
        var path = System.IO.File.Exists(fileOrName)
            ? fileOrName
            : registered.Where(known => known.Weights.Name == fileOrName)
                .Select(known => catalog.Store.FileOf(known.Weights))
                .FirstOrDefault()
                ?? fileOrName;
        var hash = FileHash.OfFile(path);
        var offer = registered.FirstOrDefault(offer => offer.Weights.Sha256 == hash);
        try
        {
            using var scope = torch.NewDisposeScope();
            var tensors = WeightsReader.Read(path)
                .Select(tensor => new VerifiedTensor(tensor.Key, tensor.Value.dtype, tensor.Value.shape))
                .ToList();
            return new WeightsVerification(path, WeightsReader.FormatOf(path), hash, offer, tensors);
        }
        catch (MpucException) when (offer is not null)
        {
            return new WeightsVerification(path, null, hash, offer, []); // Such as word vectors: exactly what was published.
        }
    }

    /// <summary>Prints it.</summary>
    /// <param name="output">Where to.</param>
    public void Write(TextWriter output, bool json)
    {
        if (json)
        {
            output.WriteJson(ToJson());
            return;
        }

        if (Format is { } format)
        {
            WriteTensors(output, format);
        }

        var registration = Registered is { } offer ? $"registered as '{offer.Weights.Name}' by {offer.Plugin}" : "not a registered one";
        output.WriteLine($"{File}: SHA-256 {Sha256}, {registration}");
    }

    private void WriteTensors(TextWriter output, WeightsFormat format)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("Tensor", "Type", "Shape");
        foreach (var tensor in Tensors)
        {
            table.AddPlainRow(tensor.Name, tensor.TypeName, $"[{string.Join(", ", tensor.Shape)}]");
        }

        output.WriteTable(table);
        output.WriteLine($"{File}: {format.Name()}, {Tensors.Count} tensors, {Count(Parameters)} parameters");
    }

    private long Parameters => Tensors.Sum(tensor => tensor.Elements);

    private JsonObject ToJson() => new()
    {
        ["file"] = File,
        ["format"] = Format?.Name(),
        ["sha256"] = Sha256,
        ["registered"] = Registered?.Weights.Name,
        ["plugin"] = Registered?.Plugin,
        ["parameters"] = Parameters,
        ["tensors"] = new JsonArray([.. Tensors.Select(tensor => tensor.ToJson())]),
    };

    private static string Count(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
