namespace Mpuc.Host.Data;

/// <summary>
/// RAVDESS speech (Livingstone and Russo 2018): <c>Actor_XX/*.wav</c> in the folder or in its subfolder <c>audio</c>, and
/// <c>action-units.csv</c> with one row per recording, keyed by the name of its video (01 for 03 in front). A recording may have one of the
/// sources <c>audio</c> and <c>actionUnits</c> alone.
/// </summary>
internal sealed class RavdessReader : IDatasetReader
{
    private const string TableName = "action-units.csv";

    /// <inheritdoc/>
    public string Kind => "ravdess";

    /// <inheritdoc/>
    public OptionSchema Options => OptionSchema.Empty;

    /// <inheritdoc/>
    public Dataset Read(DataOptions data, OptionValues options)
    {
        if (data.Root.Length == 0)
        {
            throw new MpucException("data.root is missing; it must be the folder of RAVDESS, which holds Actor_01 to Actor_24.");
        }

        var root = Path.GetFullPath(data.Root);
        if (!Directory.Exists(root))
        {
            throw new MpucException($"There is no folder '{root}'; data.root must be the folder of RAVDESS.");
        }

        var sources = new RavdessSources();
        FindAudio(root, sources);
        FindActionUnits(root, sources);
        var recordings = sources.ToRecordings();
        return recordings.Count > 0
            ? new Dataset { Recordings = recordings, Warnings = [.. sources.Warnings, .. SourceWarnings.MissingSources(recordings)] }
            : throw new MpucException(
                $"'{root}' holds no speech of RAVDESS; expected are files such as Actor_01/03-01-01-01-01-01-01.wav, "
                + "there or in its subfolder audio.");
    }

    private static void FindAudio(string root, RavdessSources sources)
    {
        var audio = Path.Combine(root, "audio");
        var actors = Directory.EnumerateDirectories(Directory.Exists(audio) ? audio : root, "Actor_*");
        foreach (var file in actors.SelectMany(actor => Directory.EnumerateFiles(actor, "*.wav")).Order(StringComparer.Ordinal))
        {
            sources.Add(Path.GetFileNameWithoutExtension(file), "audio", new ModalitySource(file));
        }
    }

    private static void FindActionUnits(string root, RavdessSources sources)
    {
        var path = Path.Combine(root, TableName);
        if (!File.Exists(path))
        {
            sources.Warnings.Add($"There is no '{path}', so no recording has the source 'actionUnits'.");
            return;
        }

        var lines = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var row in CsvTable.Read(path).Rows)
        {
            var key = row.Cells[0];
            if (!lines.TryAdd(key, row.Line))
            {
                throw new MpucException($"'{path}', line {row.Line}: the recording '{key}' is already that of line {lines[key]}.");
            }

            sources.Add(key, "actionUnits", new ModalitySource(path) { Key = key });
        }
    }
}
