using System.Text.Json;
using Mpuc.Host.Evaluation;
using Mpuc.Host.Inference.Bundles;
using Mpuc.Weights;

namespace Mpuc.Host.Inference.Search;

/// <summary>What an index is: <c>index.json</c>.</summary>
internal sealed record IndexManifest
{
    /// <summary>The layout that this program writes and reads.</summary>
    public const string CurrentFormat = "1";

    private const long MaxBytes = 1 << 20;
    private const int MaxDimensions = 1 << 14;

    private static readonly JsonSerializerOptions Strict = new(EvaluationJson.Options)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>The index's layout.</summary>
    public required string Format { get; init; }

    /// <summary>The name of the run that the bundle was made from.</summary>
    public required string Run { get; init; }

    /// <summary>Values an embedding.</summary>
    public required int Dimensions { get; init; }

    /// <summary>How many recordings.</summary>
    public required int Recordings { get; init; }

    /// <summary>The modalities, in the model's order.</summary>
    public required IReadOnlyList<IndexedModality> Modalities { get; init; }

    /// <summary>The index's other files, those of <see cref="IndexNames.Listed"/>.</summary>
    public required IReadOnlyList<BundleFile> Files { get; init; }

    /// <summary>Reads the manifest of an index and checks it and the files that it lists.</summary>
    /// <exception cref="MpucException">There is none, it makes no sense, or a file is not as it says.</exception>
    public static IndexManifest Read(string folder)
    {
        var file = new FileInfo(Path.Combine(folder, IndexNames.Manifest));
        RegularFile.Require(file.FullName);
        if (!file.Exists || RegularFile.LengthOf(file.FullName) > MaxBytes)
        {
            throw new MpucException(
                $"{folder} is no index: it has no {IndexNames.Manifest}; 'mpuc index BUNDLE INPUT... --output INDEX' makes one.");
        }

        var manifest = Parse(folder, File.ReadAllText(file.FullName));
        manifest.Check(folder);
        BundleFolder.RefuseUnlisted(folder, folder, [IndexNames.Manifest, IndexNames.Recordings, IndexNames.Vectors, IndexNames.Bundle]);
        foreach (var listed in manifest.Files)
        {
            Check(folder, listed);
        }

        return manifest;
    }

    /// <summary>The manifest as JSON for people and programs.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Strict) + "\n";

    private static IndexManifest Parse(string folder, string json)
    {
        try
        {
            return JsonSerializer.Deserialize<IndexManifest>(json, Strict) ?? throw new JsonException("It is null.");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new MpucException(
                $"{folder} is damaged: {IndexNames.Manifest} is not as written ({exception.Message.TrimEnd('.')}).", exception);
        }
    }

    private static void Check(string folder, BundleFile listed)
    {
        var file = new FileInfo(Path.Combine(folder, listed.Name));
        RegularFile.Require(file.FullName);
        if (!file.Exists || RegularFile.LengthOf(file.FullName) != listed.Bytes || FileHash.OfFile(file.FullName) != listed.Sha256)
        {
            throw new MpucException(
                $"{folder} is damaged: '{listed.Name}' is missing or not the file that {IndexNames.Manifest} lists; index the "
                    + "recordings again.");
        }
    }

    private void Check(string folder)
    {
        var fault = Format != CurrentFormat ? $"has the format '{Format}', and this program reads {CurrentFormat}"
            : Dimensions is < 1 or > MaxDimensions ? $"says that embeddings have {Dimensions} values"
            : Recordings < 1 ? $"says that there are {Recordings} recordings"
            : Modalities.Count == 0 || Modalities.Any(modality =>
                modality.Recordings < 0 || modality.Recordings > Recordings) ? "lists modalities that its recordings cannot have"
            : !Files.Select(listed => listed.Name)
                .Order(StringComparer.Ordinal)
                .SequenceEqual(IndexNames.Listed.Order(StringComparer.Ordinal))
                ? $"must list {string.Join(", ", IndexNames.Listed)}"
            : null;
        if (fault is not null)
        {
            throw new MpucException($"{folder} cannot be read: {IndexNames.Manifest} {fault}.");
        }
    }
}
