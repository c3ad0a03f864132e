using Mpuc.Host.Data;

namespace Mpuc.Host.Datasets.Folders;

/// <summary>
/// A folder of recordings as they are: files that differ in their extension alone are one recording, in sub-folders as well. Its sources
/// are named by the extensions (<c>.mp4</c>, <c>.txt</c>), its group is the folder that holds it, and it belongs to the split
/// <c>validation</c> or <c>test</c> where the first sub-folder has that name, else to <c>train</c>.
/// </summary>
internal sealed class FolderReader : IDatasetReader
{
    private static readonly string[] Splits = ["train", "validation", "test"];

    /// <inheritdoc/>
    public string Kind => DatasetKinds.Folder;

    /// <inheritdoc/>
    public OptionSchema Options => OptionSchema.Empty;

    /// <inheritdoc/>
    public Dataset Read(DataOptions data, OptionValues options)
    {
        if (data.Root.Length == 0)
        {
            throw new MpucException("data.root is missing; it must be the folder that holds the recordings.");
        }

        var recordings = Read(Path.GetFullPath(data.Root));
        return new Dataset { Recordings = recordings, Warnings = [.. SourceWarnings.MissingSources(recordings)] };
    }

    /// <summary>Finds the recordings of a folder.</summary>
    /// <param name="root">The folder's absolute path.</param>
    /// <returns>The recordings, by id: the path from the folder, without the extension and with forward slashes.</returns>
    /// <exception cref="MpucException">The folder is missing, empty or not readable.</exception>
    public static IReadOnlyList<Recording> Read(string root)
    {
        if (!Directory.Exists(root))
        {
            throw new MpucException(
                File.Exists(root) ? $"'{root}' is a file, where a folder of recordings is expected." : $"There is no folder '{root}'.");
        }

        var recordings = Group(root, FolderWalk.Files(root).Where(HasExtension));
        return recordings.Count > 0 ? recordings : throw new MpucException($"The folder '{root}' holds no files.");
    }

    /// <summary>Joins files to recordings.</summary>
    /// <param name="files">Absolute paths below it.</param>
    /// <exception cref="MpucException">Two files differ in the case of their extension alone.</exception>
    public static IReadOnlyList<Recording> Group(string root, IEnumerable<string> files) =>
    [
        .. files.GroupBy(file => Path.ChangeExtension(Path.GetRelativePath(root, file), null).Replace('\\', '/'), StringComparer.Ordinal)
            .OrderBy(recording => recording.Key, StringComparer.Ordinal)
            .Select(recording => ToRecording(recording.Key, recording)),
    ];

    private static bool HasExtension(string file) =>
        Path.GetFileName(file).IndexOf('.', StringComparison.Ordinal) is >= 0 and var dot && dot < Path.GetFileName(file).Length - 1;

    private static Recording ToRecording(string id, IEnumerable<string> files)
    {
        var sources = new Dictionary<string, ModalitySource>(StringComparer.Ordinal);
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            var name = Path.GetExtension(file).ToLowerInvariant();
            if (!sources.TryAdd(name, new ModalitySource(file)))
            {
                throw new MpucException($"'{sources[name].Path}' and '{file}' are the same recording's {name}; remove one of them.");
            }
        }

        RecordingId.Require(id, $"A file's name in '{RecordingId.Escape(Path.GetDirectoryName(sources.First().Value.Path)!)}'");
        var folders = id.Split('/')[..^1];
        var isSplit = folders.Length > 0 && Splits.Contains(folders[0]);
        return new Recording
        {
            Id = id,
            Group = folders.Length > (isSplit ? 1 : 0) ? folders[^1] : string.Empty,
            Split = isSplit ? folders[0] : Splits[0],
            Sources = sources,
        };
    }
}
