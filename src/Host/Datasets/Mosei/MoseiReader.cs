using Mpuc.Host.Data;

namespace Mpuc.Host.Datasets.Mosei;

/// <summary>
/// CMU-MOSEI (Zadeh et al. 2018) as the CMU Multimodal SDK stores it: computational sequences anywhere below the root, and the raw audio
/// and video where they are. Every annotated segment is a recording, also where parts of it are missing; its sources are those sequences
/// (and files) that have something in its span. Its group is its video.
/// </summary>
internal sealed class MoseiReader : IDatasetReader
{
    private const string FoldsName = "folds.json";
    private const string SdkFoldsName = "cmu_mosei_std_folds.py";

    private static readonly Option<string> LabelsOption = Option.Path(
        "labels", string.Empty, "The .csd file of all labels (default: the one below data.root whose name says so).");

    private static readonly Option<string> FoldsOption = Option.Path(
        "folds",
        string.Empty,
        $"The videos of each fold: JSON with the lists train, validation and test, or the SDK's {SdkFoldsName} (default: {FoldsName} or "
            + "that file in data.root, where it is there).");

    /// <inheritdoc/>
    public string Kind => DatasetKinds.Mosei;

    /// <inheritdoc/>
    public OptionSchema Options { get; } = new(LabelsOption, FoldsOption);

    /// <inheritdoc/>
    public Dataset Read(DataOptions data, OptionValues options)
    {
        if (data.Root.Length == 0)
        {
            throw new MpucException("data.root is missing; it must be the folder with CMU-MOSEI's .csd files.");
        }

        var root = Path.GetFullPath(data.Root);
        if (!Directory.Exists(root))
        {
            throw new MpucException($"There is no folder '{root}'; data.root must be the folder with CMU-MOSEI's .csd files.");
        }

        var warnings = new List<string>();
        using var files = new ComputationalSequences();
        var sequences = MoseiSequences.Find(root, files.Open, warnings);
        var segments = MoseiSegments.Read(FindLabels(root, options.Get(LabelsOption), sequences, files), warnings);
        var folds = FindFolds(root, options.Get(FoldsOption));
        segments = InFolds(segments, folds, warnings);
        var media = new MoseiMedia(root, segments.Select(segment => segment.Video).ToHashSet(StringComparer.Ordinal), warnings);
        var coverage = sequences.Where(sequence => sequence.Key != MoseiSequences.Labels)
            .Select(sequence => (sequence.Key, Coverage: new MoseiCoverage(sequence.Value))).ToList();
        List<Recording> recordings =
        [
            .. segments.Select(segment => new Recording
            {
                Id = segment.Id,
                Group = segment.Video,
                Split = folds?[segment.Video],
                Labels = segment.Labels,
                Sources = coverage.Select(sequence => (Name: sequence.Key, Source: sequence.Coverage.SourceOf(segment)!))
                    .Where(source => source.Source is not null).Concat(media.SourcesOf(segment))
                    .ToDictionary(source => source.Name, source => source.Source, StringComparer.Ordinal),
            }),
        ];
        return recordings.Count > 0
            ? new Dataset { Recordings = recordings, Warnings = [.. warnings, .. SourceWarnings.MissingSources(recordings)] }
            : throw new MpucException(
                $"'{root}' holds no annotated segment{(folds is null ? string.Empty : " of a video that the folds list")}.");
    }

    private static ComputationalSequence FindLabels(
        string root, string path, IReadOnlyDictionary<string, ComputationalSequence> sequences, ComputationalSequences files) =>
        path.Length > 0 ? files.Open(Path.GetFullPath(path))
        : sequences.GetValueOrDefault(MoseiSequences.Labels) ?? throw new MpucException(
            $"'{root}' holds no labels; expected is the SDK's CMU_MOSEI_Labels.csd there, or its path in data.options.labels.");

    private static IReadOnlyDictionary<string, string>? FindFolds(string root, string path)
    {
        var file = path.Length > 0
            ? Path.GetFullPath(path)
            : new[] { FoldsName, SdkFoldsName }.Select(name => Path.Combine(root, name)).FirstOrDefault(File.Exists);
        return file is null ? null : MoseiFolds.Read(file);
    }

    // As the SDK does: what no fold names takes no part.
    private static IReadOnlyList<MoseiSegment> InFolds(
        IReadOnlyList<MoseiSegment> segments, IReadOnlyDictionary<string, string>? folds, List<string> warnings)
    {
        var listed = segments.ToLookup(segment => folds is null || folds.ContainsKey(segment.Video));
        if (listed[false].FirstOrDefault() is { } first)
        {
            warnings.Add($"Left out (in no fold): {listed[false].Count()} segments, such as '{first.Id}'.");
        }

        return [.. listed[true]];
    }
}
