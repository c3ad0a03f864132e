using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Mpuc.Host.Data.Content;
using Mpuc.Host.Modalities;
using Mpuc.Weights;

namespace Mpuc.Host.Data.Sequences;

/// <summary>
/// Where sequences are kept between runs. An entry's name is the hash of all that determines it: the plugin's id, version and
/// files, the encoder's kind and options with the content of the files and folders that they name, and the source's content (for a row
/// of a table the file's and the row's key).
/// </summary>
/// <param name="folder">The cache's folder; need not exist.</param>
internal sealed class SequenceCache(string folder, ContentHashes hashes)
{
    private readonly ConcurrentDictionary<Modality, string> _options = [];

    /// <summary>The folder of a cache in which its sequences lie.</summary>
    /// <returns>The path; need not exist.</returns>
    public static string FolderIn(string folder) => Path.Combine(folder, "sequences");

    /// <summary>The file that holds, or will hold, a sequence.</summary>
    /// <returns>An absolute path.</returns>
    /// <exception cref="MpucException">The source cannot be read.</exception>
    public string PathOf(Modality modality, ModalitySource source, CancellationToken cancellationToken = default)
    {
        var identity = string.Join('\n', [
            modality.Plugin.Id,
            modality.Plugin.Version,
            modality.Plugin.Sha256,
            modality.Settings.Kind,
            _options.GetOrAdd(modality, Describe),
            hashes.OfFile(source.Path, cancellationToken),
            source.Start.ToString("R", CultureInfo.InvariantCulture),
            source.End?.ToString("R", CultureInfo.InvariantCulture) ?? "-",
            source.Key is null ? "file" : $"row {source.Key}",
        ]);
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity)));
        return Path.Combine(FolderIn(folder), name[..2], name + ".seq");
    }

    private string Describe(Modality modality)
    {
        var options = modality.Settings.Options;
        return string.Join('\n', [options.ToJson().ToJsonString(), .. PathsOf(options).SelectMany(ContentOf)]);
    }

    private IEnumerable<string> ContentOf(string path)
    {
        if (File.Exists(path))
        {
            return WeightsReader.FilesOf(path).Select(file => hashes.OfFile(file));
        }

        return Directory.Exists(path)
            ? FolderWalk.Files(path)
                .Select(file => (Name: Path.GetRelativePath(path, file), File: file))
                .OrderBy(file => file.Name, StringComparer.Ordinal)
                .Select(file => $"{file.Name}\t{hashes.OfFile(file.File)}")
            : [];
    }

    private static IEnumerable<string> PathsOf(OptionValues options) => options.Schema.Options
        .Where(option => option.Kind is OptionKind.Path or OptionKind.Weights)
        .SelectMany(option => option switch
        {
            Option<string> path => [options.Get(path)],
            Option<IReadOnlyList<string>> paths => options.Get(paths),
            _ => [],
        });
}
