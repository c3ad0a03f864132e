using System.Text.Json;
using Mpuc.Host.Evaluation;
using Mpuc.Host.Plugins.Inspection;
using Mpuc.Host.Runs;

namespace Mpuc.Host.Inference.Bundles;

/// <summary>What a bundle is: <c>bundle.json</c>.</summary>
internal sealed record BundleManifest
{
    /// <summary>The layout that this program writes and reads.</summary>
    public const string CurrentFormat = "1";

    // A null where a value belongs is damage, and is found here and not where the value is used.
    private static readonly JsonSerializerOptions Strict = new(EvaluationJson.Options)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>The bundle's layout.</summary>
    public required string Format { get; init; }

    /// <summary>The program's version that wrote it.</summary>
    public required string Program { get; init; }

    /// <summary>The version of the plugin contract that the program had, major and minor.</summary>
    public required string Contract { get; init; }

    /// <summary>The name of the run that it was made from.</summary>
    public required string Run { get; init; }

    /// <summary>Whether the encoders read no label.</summary>
    public required bool Unsupervised { get; init; }

    /// <summary>The plugins of every modality.</summary>
    public required IReadOnlyList<RunManifest.ModalityEntry> Modalities { get; init; }

    /// <summary>What the classifier predicts; null for a bundle without one.</summary>
    public required BundleTask? Task { get; init; }

    /// <summary>The bundle's other files.</summary>
    public required IReadOnlyList<BundleFile> Files { get; init; }

    /// <summary>Reads a manifest and checks that it makes sense by itself.</summary>
    /// <exception cref="MpucException">It is damaged, of another format or contract, or lists other files than a bundle has.</exception>
    public static BundleManifest Parse(string json, string place)
    {
        BundleManifest? manifest;
        try
        {
            manifest = JsonSerializer.Deserialize<BundleManifest>(json, Strict);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new MpucException(
                $"{place} is damaged: its {BundleNames.Manifest} is not as written ({exception.Message.TrimEnd('.')}).", exception);
        }

        return manifest ?? throw new MpucException($"{place} is damaged: its {BundleNames.Manifest} is empty.");
    }

    /// <summary>Refuses a bundle that this program cannot read.</summary>
    /// <exception cref="MpucException">Format or contract are others, or the files are not those of a bundle.</exception>
    public void Check(string place)
    {
        if (Format != CurrentFormat)
        {
            throw new MpucException(
                $"{place} has the format '{Format}', and this program reads '{CurrentFormat}'; export the run again with this program.");
        }

        var host = HostSurface.Current.ContractVersion;
        if (!Version.TryParse(Contract, out var contract) || contract.Major != host.Major || contract.Minor > host.Minor)
        {
            throw new MpucException(
                $"{place} was made with the plugin contract {Contract}, and this program has {host}; use a program of that version.");
        }

        var names = Files.Select(file => file.Name).ToList();
        if (names.FirstOrDefault(name => name == BundleNames.Manifest || !BundleNames.Limits.ContainsKey(name)) is { } foreign)
        {
            throw new MpucException($"{place} lists '{foreign}', which is no file of a bundle.");
        }

        if (BundleNames.Required.Append(
            Task is null ? BundleNames.Card : BundleNames.Classifier).FirstOrDefault(name => !names.Contains(name)) is { } missing)
        {
            throw new MpucException($"{place} is damaged: its {BundleNames.Manifest} lists no '{missing}'.");
        }

        if (Files.FirstOrDefault(file => file.Bytes < 0 || file.Bytes > BundleNames.Limits[file.Name]) is { } large)
        {
            throw new MpucException(
                $"{place} lists '{large.Name}' with {large.Bytes} bytes; at most {BundleNames.Limits[large.Name]} are read.");
        }
    }

    /// <summary>The manifest as indented JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Strict) + "\n";
}
