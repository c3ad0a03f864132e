using Mpuc.Host.Data;
using Mpuc.Weights;

namespace Mpuc.Host.Datasets.Manifests;

/// <summary>
/// The form that any user can write: a table or JSON Lines file with one recording per line. Paths count from its folder and may lead
/// anywhere.
/// </summary>
internal sealed class ManifestReader : IDatasetReader
{
    private static readonly string[] Splits = ["train", "validation", "test"];

    /// <inheritdoc/>
    public string Kind => DatasetKinds.Manifest;

    /// <inheritdoc/>
    public OptionSchema Options => OptionSchema.Empty;

    /// <inheritdoc/>
    public Dataset Read(DataOptions data, OptionValues options)
    {
        if (data.Root.Length == 0)
        {
            throw new MpucException("data.root is missing; it must be the path of a manifest, a .csv or .jsonl file.");
        }

        var recordings = Read(Path.GetFullPath(data.Root), requireFiles: true);
        return new Dataset { Recordings = recordings, Warnings = [.. SourceWarnings.MissingSources(recordings)] };
    }

    /// <summary>Reads a manifest.</summary>
    /// <param name="path">Its absolute path.</param>
    /// <param name="requireFiles">
    /// Whether a file that is not there is the manifest's fault, or its recording's, for whoever reads that.
    /// </param>
    /// <returns>The recordings, at least one.</returns>
    /// <exception cref="MpucException">The manifest is wrong; the message names the line.</exception>
    public static IReadOnlyList<Recording> Read(string path, bool requireFiles)
    {
        var recordings = new List<Recording>();
        var lines = new Dictionary<string, long>(StringComparer.Ordinal);
        var files = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var entry in ReadEntries(path))
        {
            var place = $"'{path}', line {entry.Line}";
            Check(place, entry, lines);
            recordings.Add(new Recording
            {
                Id = entry.Id,
                Group = entry.Group,
                Split = entry.Split.Length == 0 ? null : entry.Split,
                Labels = entry.Labels,
                Sources = entry.Sources.ToDictionary(
                    source => source.Key, source => Resolve(place, path, source.Value, files, requireFiles), StringComparer.Ordinal),
            });
        }

        return recordings.Count > 0
            ? recordings
            : throw new MpucException($"'{path}' lists no recordings; every line after the header describes one.");
    }

    private static IEnumerable<ManifestEntry> ReadEntries(string path)
    {
        if (!File.Exists(path))
        {
            throw new MpucException(Directory.Exists(path)
                ? $"'{path}' is a folder; data.root must be the path of a manifest, a .csv or .jsonl file."
                : $"There is no manifest '{path}'.");
        }

        RegularFile.Require(path);
        return Path.GetExtension(path).ToUpperInvariant() switch
        {
            ".CSV" => CsvManifest.Read(path),
            ".JSONL" or ".NDJSON" => JsonLinesManifest.Read(path),
            _ => throw new MpucException($"'{path}' is no manifest: its name must end in .csv or .jsonl."),
        };
    }

    private static void Check(string place, ManifestEntry entry, Dictionary<string, long> lines)
    {
        if (entry.Id.Length == 0)
        {
            throw new MpucException($"{place}: the recording has no id.");
        }

        RecordingId.Require(entry.Id, place);
        if (!lines.TryAdd(entry.Id, entry.Line))
        {
            throw new MpucException($"{place}: the id '{entry.Id}' is already that of line {lines[entry.Id]}.");
        }

        if (entry.Split.Length > 0 && !Splits.Contains(entry.Split))
        {
            throw new MpucException($"{place}: the split '{entry.Split}' must be one of {string.Join(", ", Splits)}.");
        }
    }

    private static ModalitySource Resolve(
        string place, string manifest, ManifestSource source, Dictionary<string, bool> files, bool requireFiles)
    {
        if (source.Path.Length == 0)
        {
            throw new MpucException($"{place}: a source has no path.");
        }

        if (source.Path.Contains('\0', StringComparison.Ordinal))
        {
            throw new MpucException(
                $"{place}: the path '{source.Path.Replace("\0", "\\0", StringComparison.Ordinal)}' holds a NUL character, which no "
                    + "file's name does.");
        }

        if (source.Start < 0 || source.End <= source.Start)
        {
            throw new MpucException(
                $"{place}: a recording must start at 0 s or later and end after its start, "
                + $"not run from {source.Start} s to {source.End} s.");
        }

        var (path, key) = (FullPath(manifest, source.Path), source.Key);
        var border = source.Path.LastIndexOf('#');
        if (key is null && border > 0 && !Exists(path, files))
        {
            (path, key) = (FullPath(manifest, source.Path[..border]), source.Path[(border + 1)..]);
        }

        return Exists(path, files) || !requireFiles
            ? new ModalitySource(path) { Key = key, Start = source.Start, End = source.End }
            : throw new MpucException($"{place}: there is no file {RegularFile.NameAbsent(path)}.");
    }

    private static string FullPath(string manifest, string path) => Path.GetFullPath(path, Path.GetDirectoryName(manifest)!);

    private static bool Exists(string path, Dictionary<string, bool> files) =>
        files.TryGetValue(path, out var exists) ? exists : files[path] = File.Exists(path);
}

/// <summary>One recording as a manifest describes it, before paths are resolved.</summary>
/// <param name="Line">The manifest's line, counted from 1.</param>
/// <param name="Group">The actor or speaker; empty for none.</param>
/// <param name="Split">The split as written; empty for none.</param>
internal sealed record ManifestEntry(
    long Line,
    string Id,
    string Group,
    string Split,
    IReadOnlyDictionary<string, string> Labels,
    IReadOnlyDictionary<string, ManifestSource> Sources);
