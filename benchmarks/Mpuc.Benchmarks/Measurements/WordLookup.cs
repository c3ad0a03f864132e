using Mpuc.Host.Data.Tables;
using Mpuc.Host.Plugins;
using Serilog.Core;

namespace Mpuc.Benchmarks.Measurements;

/// <summary>
/// Transcripts of MELD to word vectors, by an encoder that has opened nothing yet: the vectors' index is on disk, in the system's memory
/// after the first time.
/// </summary>
/// <param name="most">The most transcripts to read.</param>
internal sealed class WordLookup(int most) : IMeasurement
{
    private static readonly string[] KeyColumns = ["Dialogue_ID", "Utterance_ID"];

    private readonly PluginCatalog _catalog = PluginCatalog.Discover(PluginSettings.From(new PluginOptions()), Logger.None);
    private readonly ModalitySource[] _transcripts = [.. Transcripts().Take(most)];

    public (double Ours, double? Peer) Take(Clock clock) => (clock.Time(Read), null);

    public void Dispose() => _catalog.Dispose();

    private static IEnumerable<ModalitySource> Transcripts()
    {
        var table = Path.Combine(
            MissingDataException.RequireFolder("MPUC_BENCHMARK_MELD", "MELD's train_sent_emo.csv"), "train_sent_emo.csv");
        var content = CsvTable.Read(table);
        var columns = KeyColumns.Select(content.IndexOf).ToArray();
        return content.Rows.Select(row =>
            new ModalitySource(table) { Key = string.Join(',', columns.Select(column => row.Cells[column])) });
    }

    private void Read()
    {
        var text = ConfiguredModality.Of(
            _catalog, "text", ("keyColumns", KeyColumns), ("textColumn", "Utterance"), ("timeAxis", "words"), ("emptyTranscript", "zero"));
        foreach (var transcript in _transcripts)
        {
            text.Read(transcript);
        }

        (text.Encoder as IDisposable)?.Dispose();
    }
}
