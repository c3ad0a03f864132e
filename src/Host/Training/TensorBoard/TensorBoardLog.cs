using System.Buffers.Binary;
using Mpuc.Weights;

namespace Mpuc.Host.Training.TensorBoard;

/// <summary>
/// A run's metrics as a TensorBoard event file, of records in TFRecord framing: length, its checksum, message, its checksum. What the run's
/// metrics say already is written first, so the file says the same as they do after a resumption or where it was asked for late.
/// </summary>
internal sealed class TensorBoardLog
{
    /// <summary>The file's name; TensorBoard looks for the word <c>tfevents</c>.</summary>
    public const string FileName = "events.out.tfevents.mpuc";

    private readonly string _path;
    private readonly TimeProvider _time;

    /// <summary>Begins the file anew.</summary>
    /// <param name="folder">The folder that TensorBoard is pointed at; made where it does not exist.</param>
    public TensorBoardLog(string folder, IReadOnlyList<EpochMetrics> before, TimeProvider time)
    {
        (_path, _time) = (Path.Combine(folder, FileName), time);
        Directory.CreateDirectory(folder);
        var seconds = Now - before.Sum(line => line.Seconds);
        AtomicFile.Write(_path, stream =>
        {
            stream.Write(Frame(TensorBoardEvent.Version(seconds)));
            foreach (var line in before)
            {
                seconds += line.Seconds;
                stream.Write(Frame(TensorBoardEvent.Scalars(seconds, line.Epoch, ScalarsOf(line))));
            }
        });
    }

    private double Now => _time.GetUtcNow().ToUnixTimeMilliseconds() / 1000.0;

    /// <summary>Adds an epoch.</summary>
    public void Append(EpochMetrics line)
    {
        using var stream = new FileStream(_path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
        stream.Write(Frame(TensorBoardEvent.Scalars(Now, line.Epoch, ScalarsOf(line))));
    }

    /// <summary>A record of the file.</summary>
    internal static byte[] Frame(byte[] message)
    {
        var record = new byte[sizeof(ulong) + sizeof(uint) + message.Length + sizeof(uint)];
        BinaryPrimitives.WriteUInt64LittleEndian(record, (ulong)message.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(sizeof(ulong)), MaskedCrc32C.Of(record.AsSpan(0, sizeof(ulong))));
        message.CopyTo(record.AsSpan(sizeof(ulong) + sizeof(uint)));
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(record.Length - sizeof(uint)), MaskedCrc32C.Of(message));
        return record;
    }

    private static IEnumerable<KeyValuePair<string, double>> ScalarsOf(EpochMetrics line)
    {
        yield return new($"loss/{line.Split}", line.Loss);
        foreach (var (pair, loss) in line.Pairs)
        {
            yield return new($"pairs/{pair}/{line.Split}", loss);
        }

        if (line.Split == EpochMetrics.Training)
        {
            yield return new("training/learningRate", line.LearningRate);
            yield return new("training/recordingsPerSecond", line.RecordingsPerSecond);
        }
    }
}
