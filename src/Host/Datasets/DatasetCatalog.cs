using Mpuc.Host.Data;
using Mpuc.Host.Data.Cache;
using Mpuc.Host.Data.Content;
using Mpuc.Host.Datasets.Folders;
using Mpuc.Host.Datasets.Manifests;
using Mpuc.Host.Datasets.Mosei;
using Mpuc.Host.Datasets.Ravdess;
using Mpuc.Host.Datasets.Synthetic;

namespace Mpuc.Host.Datasets;

/// <summary>The kinds of data set that the host reads.</summary>
public static class DatasetCatalog
{
    private static readonly IReadOnlyList<IDatasetReader> Readers =
        [new ManifestReader(), new FolderReader(), new RavdessReader(), new MoseiReader(), new SyntheticReader()];

    /// <summary>The options of a kind.</summary>
    /// <param name="kind">One of <see cref="DatasetKinds"/>.</param>
    /// <returns>The schema of <c>data.options</c>.</returns>
    /// <exception cref="MpucException">There is no such kind.</exception>
    public static OptionSchema OptionsOf(string kind) => Find(kind).Options;

    /// <summary>Reads a data set and looks for identical recordings.</summary>
    /// <param name="data">The kind and where the data lie.</param>
    /// <param name="options">Values of <see cref="OptionsOf"/> the kind.</param>
    /// <returns>The data set.</returns>
    /// <exception cref="MpucException">The data are missing, empty or damaged, or lack the configured label.</exception>
    public static Dataset Read(DataOptions data, OptionValues options)
    {
        var dataset = Find(data.Kind).Read(data, options);
        var label = data.Label.Length == 0 ? null : data.Label;
        var hashes = new ContentHashes(CacheFolder.Of(data));
        var duplicates = DuplicateFinder.Find(dataset.Recordings, new RecordingHashes(hashes), data.Workers);
        hashes.Save();
        return dataset with
        {
            Label = label,
            Duplicates = duplicates,
            Warnings = [.. dataset.Warnings, .. CheckLabel(dataset.Recordings, label), .. DuplicateFinder.Describe(duplicates)],
        };
    }

    /// <summary>Finds the recordings of a data set, with the kind's own options as they are by default; no label is asked for.</summary>
    /// <param name="kind">One of <see cref="DatasetKinds"/>.</param>
    /// <param name="root">The data set's folder or file.</param>
    /// <returns>The data set.</returns>
    /// <exception cref="MpucException">There is no such kind, or the data are missing, empty or damaged.</exception>
    public static Dataset ReadAt(string kind, string root)
    {
        var reader = Find(kind);
        return reader.Read(new DataOptions { Kind = kind, Root = root }, new OptionValues(reader.Options));
    }

    private static IDatasetReader Find(string kind) => Readers.FirstOrDefault(reader => reader.Kind == kind)
        ?? throw new MpucException($"There is no kind of data set '{kind}'; there are {string.Join(", ", DatasetKinds.All)}.");

    private static IEnumerable<string> CheckLabel(IReadOnlyList<Recording> recordings, string? label)
    {
        var missing = label is null ? 0 : recordings.Count(recording => !recording.Labels.ContainsKey(label));
        if (missing > 0 && missing == recordings.Count)
        {
            var labels = recordings.SelectMany(recording => recording.Labels.Keys).Distinct().Order(StringComparer.Ordinal).ToList();
            var known = labels.Count == 0 ? "the data set has none" : $"there are {string.Join(", ", labels)}";
            throw new MpucException($"data.label: no recording has a label '{label}'; {known}.");
        }

        return missing > 0
            ? [$"{missing} of {recordings.Count} recordings have no label '{label}' and take no part in the evaluation."]
            : [];
    }
}
