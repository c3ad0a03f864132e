using System.Globalization;
using Mpuc.Host.Data.Sequences;

namespace Mpuc.Host.Inference.Features;

/// <summary>
/// How much of a recording is decoded where a server limits its length, which no container is believed: decoding ends a little behind the
/// limit, and what has come that far is refused.
/// </summary>
internal sealed class RecordingLimit(double seconds)
{
    // A spectrogram's last frame and a codec's padding reach beyond the sound, and the last part of a second behind the limit is all that
    // is decoded in vain.
    private const double Tolerance = 0.25;
    private const double Margin = 1;

    /// <summary>The limit, in seconds.</summary>
    public double Seconds => seconds;

    /// <summary>The part of a file that is decoded at most.</summary>
    public ModalitySource Cut(ModalitySource source) =>
        source with { End = Math.Min(source.End ?? double.PositiveInfinity, source.Start + seconds + Margin) };

    /// <summary>Refuses recordings that were decoded beyond the limit.</summary>
    /// <param name="read">The recordings; those of their sources count that have an end, because <see cref="Cut"/> gave them one.</param>
    /// <exception cref="TooLongException">One of them is longer.</exception>
    public void Check(ReadRecordings read)
    {
        foreach (var (modality, files) in read.Files)
        {
            foreach (var recording in read.Recordings)
            {
                if (SourceReader.SourceOf(recording, modality) is { End: not null } source
                    && files.TryGetValue(recording.Id, out var file)
                    && file.Header is { FrameRate: > 0 } header
                    && header.Shape[0] / header.FrameRate > seconds + Tolerance)
                {
                    throw new TooLongException(source.Path, string.Create(
                        CultureInfo.InvariantCulture,
                        $"'{source.Path}' is longer than the {seconds:0.#} s that this server takes; cut it."));
                }
            }
        }
    }
}

/// <summary>A recording turned out longer than its limit while it was decoded.</summary>
internal sealed class TooLongException(string path, string message) : Exception(message)
{
    /// <summary>The file.</summary>
    public string Path { get; } = path;
}
