using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Mpuc.Host.Data;
using Mpuc.Host.Data.Cache;
using Mpuc.Host.Datasets.Manifests;
using Mpuc.Weights;

namespace Mpuc.Host.Datasets.Synthetic;

/// <summary>
/// The built-in set with a known answer. A latent class drives a voice (<c>audio</c>) and a vector (<c>vectors</c>), each through noise and
/// nuisances of its own; few training recordings have a label, so that what is learned without labels counts. It is written once, as real
/// files, and read like any manifest.
/// </summary>
internal sealed class SyntheticReader : IDatasetReader
{
    // Part of what a written set is compared with; to be raised whenever the drawing or the rendering changes.
    private const int Version = 1;

    /// <inheritdoc/>
    public string Kind => DatasetKinds.Synthetic;

    /// <inheritdoc/>
    public OptionSchema Options => SyntheticOptions.Schema;

    /// <inheritdoc/>
    public Dataset Read(DataOptions data, OptionValues options)
    {
        var identity = new JsonObject { ["version"] = Version, ["options"] = options.ToJson() };
        var folder = FolderOf(data, identity);
        using (data.Root.Length == 0 ? CacheLock.Share(CacheFolder.Of(data)) : null)
        {
            if (!IsComplete(folder, identity))
            {
                Prepare(folder, identity, SyntheticOptions.From(options), data.Workers);
            }

            if (data.Root.Length == 0)
            {
                SyntheticSets.Hold(folder);
            }
        }

        return new ManifestReader().Read(
            data with { Root = Path.Combine(folder, SyntheticWriter.Manifest) }, new OptionValues(OptionSchema.Empty));
    }

    /// <summary>Where a set is written.</summary>
    /// <returns>An absolute path.</returns>
    public static string FolderOf(DataOptions data, JsonObject identity) => data.Root.Length > 0
        ? Path.GetFullPath(data.Root)
        : Path.Combine(SyntheticSets.FolderIn(CacheFolder.Of(data)), Sha256(identity.ToJsonString())[..16]);

    private static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static bool IsComplete(string folder, JsonObject identity)
    {
        try
        {
            var answer = StrictJson.Parse(File.ReadAllText(Path.Combine(folder, SyntheticSets.Answer)));
            return JsonNode.DeepEquals(answer?["made"], identity);
        }
        catch (Exception exception) when (exception is IOException or JsonException)
        {
            return false;
        }
    }

    // The set is written beside its place and moved there whole, so that no run ever finds half of one.
    private static void Prepare(string folder, JsonObject identity, SyntheticOptions options, int workers)
    {
        RequireOwnFolder(folder);
        var fresh = SyntheticSets.Temporary(folder);
        try
        {
            Directory.CreateDirectory(fresh);
            SyntheticWriter.Write(fresh, options, identity, workers);
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }

            Directory.Move(fresh, folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            if (!IsComplete(folder, identity))
            {
                throw new MpucException($"The synthetic set cannot be written to '{folder}': {exception.Message}", exception);
            }
        }
        finally
        {
            if (Directory.Exists(fresh))
            {
                Directory.Delete(fresh, recursive: true);
            }
        }
    }

    private static void RequireOwnFolder(string folder)
    {
        var isEmpty = !Directory.Exists(folder) || !Directory.EnumerateFileSystemEntries(folder).Any();
        if (File.Exists(folder) || !(isEmpty || File.Exists(Path.Combine(folder, SyntheticSets.Answer))))
        {
            throw new MpucException($"'{folder}' holds something else than a synthetic set; data.root must be a new or empty folder.");
        }
    }
}
