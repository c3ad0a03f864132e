using System.Text;
using System.Text.Json;
using Mpuc.Host.Training;
using Mpuc.Host.Training.Checkpoints;
using Mpuc.Weights;

namespace Mpuc.Host.Runs;

/// <summary>A run's metrics, one line of JSON per epoch and split.</summary>
/// <param name="path">The file.</param>
public sealed class MetricsFile(string path)
{
    /// <summary>Reads all whole lines; a last line that a crash cut short is left out.</summary>
    /// <returns>The metrics, in the order in which they were written.</returns>
    public IReadOnlyList<EpochMetrics> Read() => File.Exists(path) ? [.. File.ReadLines(path).Select(Parse).OfType<EpochMetrics>()] : [];

    /// <summary>Adds a line and flushes it to disk.</summary>
    /// <param name="metrics">The line.</param>
    public void Append(EpochMetrics metrics)
    {
        using var stream = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read);
        stream.Write(Encoding.UTF8.GetBytes(Line(metrics)));
        stream.Flush(flushToDisk: true);
    }

    /// <summary>Drops the epochs after one, which a resumed training writes anew.</summary>
    /// <param name="epoch">The last epoch to keep; 0 for none.</param>
    public void TruncateAfter(int epoch) =>
        AtomicFile.WriteText(path, string.Concat(Read().Where(metrics => metrics.Epoch <= epoch).Select(Line)));

    private static string Line(EpochMetrics metrics) => JsonSerializer.Serialize(metrics, CheckpointJson.Line) + "\n";

    private static EpochMetrics? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<EpochMetrics>(line, CheckpointJson.Line);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
