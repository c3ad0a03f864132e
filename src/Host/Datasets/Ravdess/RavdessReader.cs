using Mpuc.Host.Data;
using Mpuc.Host.Data.Tables;

namespace Mpuc.Host.Datasets.Ravdess;

/// <summary>
/// RAVDESS (Livingstone and Russo 2018) as it is distributed, in whatever folders: every file below the root whose name is one of the
/// set's. Its sources are <c>audio</c> (<c>03-*.wav</c>, else the sound of <c>01-*.mp4</c>), <c>video</c> (<c>01-*.mp4</c> with sound, else
/// <c>02-*.mp4</c> without), <c>facialTracking</c> (OpenFace's <c>*.csv</c>), and <c>actionUnits</c>, a row of <c>action-units.csv</c> in
/// the root, keyed by the name of its video. A recording may lack any of them.
/// </summary>
internal sealed class RavdessReader : IDatasetReader
{
    private const string TableName = "action-units.csv";

    private static readonly Option<string> ChannelOption = Option.Choice(
        "channel", RavdessName.Speech, [RavdessName.Speech, RavdessName.Song, "both"], "Which recordings are read: spoken, sung or both.");

    /// <inheritdoc/>
    public string Kind => DatasetKinds.Ravdess;

    /// <inheritdoc/>
    public OptionSchema Options { get; } = new(ChannelOption);

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

        var sources = new RavdessSources(options.Get(ChannelOption));
        FindFiles(root, sources);
        FindActionUnits(root, sources);
        var recordings = sources.ToRecordings();
        return recordings.Count > 0
            ? new Dataset { Recordings = recordings, Warnings = [.. sources.Warnings, .. SourceWarnings.MissingSources(recordings)] }
            : throw new MpucException(
                $"'{root}' holds no recordings of RAVDESS (data.options.channel: {options.Get(ChannelOption)}); expected are files such as "
                + "Actor_01/03-01-01-01-01-01-01.wav, in any sub-folder.");
    }

    private static void FindFiles(string root, RavdessSources sources)
    {
        foreach (var file in FolderWalk.Files(root))
        {
            var name = Path.GetFileNameWithoutExtension(file);
            switch (Path.GetExtension(file).ToLowerInvariant())
            {
                case ".wav":
                    sources.Add(name, "audio", new ModalitySource(file));
                    break;
                case ".mp4":
                    sources.AddVideo(name, new ModalitySource(file));
                    break;
                case ".csv" when Path.GetFileName(file) != TableName:
                    sources.Add(name, "facialTracking", new ModalitySource(file));
                    break;
            }
        }
    }

    private static void FindActionUnits(string root, RavdessSources sources)
    {
        var path = Path.Combine(root, TableName);
        if (!File.Exists(path))
        {
            if (!sources.HasPictures)
            {
                sources.Warnings.Add($"There is no '{path}', so no recording has the source 'actionUnits'.");
            }

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
