using Mpuc.Host.Data;
using Mpuc.Host.Datasets;
using Mpuc.Host.Datasets.Folders;
using Mpuc.Host.Datasets.Manifests;
using Mpuc.Weights;
using Serilog;

namespace Mpuc.Host.Inference;

/// <summary>Turns what a user names on the command line into recordings: files, folders, manifests.</summary>
internal static class InputRecordings
{
    private static readonly string[] ManifestExtensions = [".jsonl", ".ndjson"];

    /// <summary>Finds recordings.</summary>
    /// <param name="inputs">
    /// Paths: a folder (read as <see cref="FolderReader"/> does), a manifest (<c>.jsonl</c>, or a <c>.csv</c> with the column <c>id</c> and
    /// a column <c>source.NAME</c>), or a file; files named together that differ in their extension alone are one recording.
    /// </param>
    /// <exception cref="MpucException">A path does not exist, or two recordings have the same id.</exception>
    public static IReadOnlyList<Recording> Find(IReadOnlyList<string> inputs)
    {
        var paths = inputs.Select(Path.GetFullPath).Distinct(StringComparer.Ordinal).ToLookup(KindOf);
        var recordings = paths[InputKind.Folder].SelectMany(FolderReader.Read)
            .Concat(paths[InputKind.Manifest].SelectMany(path => ManifestReader.Read(path, requireFiles: false)))
            .Concat(
                paths[InputKind.File]
                    .GroupBy(file => Path.GetDirectoryName(file)!)
                    .SelectMany(folder => FolderReader.Group(folder.Key, folder)))
            .ToList();
        return RequireUniqueIds(recordings);
    }

    /// <summary>Finds recordings of data sets, with all the sources that such a set has for them.</summary>
    /// <param name="inputs">
    /// The sets' folders or files; with no kind, paths as <see cref="Find(IReadOnlyList{string})"/> takes them.
    /// </param>
    /// <param name="kind">One of <see cref="DatasetKinds.Recorded"/>; null for none.</param>
    /// <param name="written">What is written and so not read; null for nothing.</param>
    /// <exception cref="MpucException">
    /// There is no such kind, a set is missing or damaged, two recordings have the same id, or an input is a file that is written.
    /// </exception>
    public static IReadOnlyList<Recording> Find(IReadOnlyList<string> inputs, string? kind, ILogger log, OutputExclusions? written = null)
    {
        written?.RefuseAmong(inputs);
        var recordings = kind is null ? Find(inputs) : FindSets(inputs, kind, log);
        return written?.LeaveOut(recordings, log) ?? recordings;
    }

    private static IReadOnlyList<Recording> FindSets(IReadOnlyList<string> inputs, string kind, ILogger log)
    {
        if (!DatasetKinds.Recorded.Contains(kind))
        {
            throw new MpucException(
                $"Inputs cannot be of the kind '{kind}'; --kind must be one of {string.Join(", ", DatasetKinds.Recorded)}.");
        }

        var sets = inputs.Select(Path.GetFullPath)
            .Distinct(StringComparer.Ordinal)
            .Select(root => DatasetCatalog.ReadAt(kind, root))
            .ToList();
        foreach (var warning in sets.SelectMany(set => set.Warnings))
        {
            log.Warning("{Warning:l}", warning);
        }

        return RequireUniqueIds([.. sets.SelectMany(set => set.Recordings)]);
    }

    private static IReadOnlyList<Recording> RequireUniqueIds(IReadOnlyList<Recording> recordings) =>
        recordings.CountBy(recording => recording.Id, StringComparer.Ordinal)
            .FirstOrDefault(id => id.Value > 1) is { Key: { } id, Value: var count }
            ? throw new MpucException(
                $"{count} of the recordings have the id '{id}'; name their common folder instead, or a manifest with ids of your own.")
            : recordings;

    private static InputKind KindOf(string path) =>
        Directory.Exists(path) ? InputKind.Folder
        : !File.Exists(path) || RegularFile.LeadsNowhere(path) ? throw new MpucException(
            $"There is no file or folder {RegularFile.NameAbsent(path)}.")
        : !RegularFile.Exists(path) ? InputKind.File
        : ManifestExtensions.Contains(Path.GetExtension(path).ToLowerInvariant()) || IsManifestTable(path) ? InputKind.Manifest
        : InputKind.File;

    private static bool IsManifestTable(string path)
    {
        if (!path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        using var reader = new StreamReader(path);
        var columns = (reader.ReadLine() ?? string.Empty).Split(',').Select(column => column.Trim().Trim('"')).ToList();
        return columns.Contains("id") && columns.Exists(column => column.StartsWith("source.", StringComparison.Ordinal));
    }

    private enum InputKind
    {
        File,
        Folder,
        Manifest,
    }
}
