using System.Globalization;

namespace Mpuc.Plugins.Landmarks.Reading.Csv;

/// <summary>Reads facial-tracking tables, one row per frame (and face), as OpenFace writes them.</summary>
/// <param name="options">Which rows count as failed, and the frame rate of tables without times.</param>
internal sealed class CsvTrackReader(SamplingOptions options)
{
    private const double MinImplausible = 1;
    private const double MinMilliseconds = 4;

    // So few may have been chosen by hand, a second apart.
    private const int FewRows = 10;

    /// <summary>Reads a table.</summary>
    /// <exception cref="MpucException">The table is missing, empty or damaged, or has no row in the span.</exception>
    public LandmarkTrack Read(ModalitySource source, CancellationToken cancellationToken)
    {
        try
        {
            using var lines = File.OpenText(source.Path);
            var frames = RequireSeconds(MainFace(ReadRows(lines, source.Path, cancellationToken), source.Path), source.Path);
            return new LandmarkTrack(source.Path, Within(frames, source));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new MpucException($"'{source.Path}' cannot be read: {exception.Message}", exception);
        }
    }

    private static List<CsvRow> ReadRows(StreamReader lines, string path, CancellationToken cancellationToken)
    {
        var header = lines.ReadLine();
        if (string.IsNullOrWhiteSpace(header))
        {
            throw new MpucException($"'{path}' is empty; a table of landmarks begins with a header.");
        }

        var columns = CsvColumns.Read(header, path);
        var rows = new List<CsvRow>();
        for (var number = 2; lines.ReadLine() is { } line; number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!string.IsNullOrWhiteSpace(line))
            {
                rows.Add(new CsvRow(columns, number).Read(line, path));
            }
        }

        return rows.Count > 0 ? rows : throw new MpucException($"'{path}' has a header but no rows; track the recording again.");
    }

    // Tables of several faces have a row for each; the one that is seen most often is meant, the lowest number among equals.
    private List<TrackedFrame> MainFace(List<CsvRow> rows, string path) =>
        rows.GroupBy(row => row.Value(CsvColumns.Face, 0))
            .Select(face => (Id: face.Key, Frames: Timed(face, path)))
            .OrderByDescending(face => face.Frames.Count(frame => frame.IsValid))
            .ThenBy(face => face.Id)
            .First()
            .Frames;

    private List<TrackedFrame> Timed(IEnumerable<CsvRow> rows, string path)
    {
        var frames = new List<TrackedFrame>();
        var last = double.NegativeInfinity;
        foreach (var row in rows)
        {
            var seconds = row.Value(CsvColumns.Timestamp, row.Value(CsvColumns.Frame, frames.Count) / options.FrameRate);
            if (!(seconds > last) || !double.IsFinite(seconds))
            {
                throw new MpucException(
                    $"'{path}' line {row.Line}: the time {seconds:0.###} s does not lie after the row before, at {last:0.###} s; sort "
                        + "the table by time.");
            }

            last = seconds;
            frames.Add(row.ToFrame(seconds, options.MinConfidence));
        }

        return frames;
    }

    // Pictures a second and more apart show no expression: the column holds another unit. The median, because a tracker may have stopped
    // for a while.
    private static List<TrackedFrame> RequireSeconds(List<TrackedFrame> frames, string path)
    {
        var steps = frames.Zip(frames.Skip(1), (before, after) => after.Seconds - before.Seconds).Order().ToList();
        var step = steps.Count == 0 ? 0 : steps[steps.Count / 2];
        return step < (frames.Count < FewRows ? MinMilliseconds : MinImplausible) ? frames : throw new MpucException(string.Create(
            CultureInfo.InvariantCulture,
            $"'{path}': its rows lie {step:0.##} apart in 'timestamp', which looks like "
                + $"{(step < MinMilliseconds ? "numbers of frames" : "milliseconds")}; times must be in seconds, such as 0.033."));
    }

    private static List<TrackedFrame> Within(List<TrackedFrame> frames, ModalitySource source)
    {
        var end = source.End ?? double.PositiveInfinity;
        var span = frames.FindAll(frame => frame.Seconds >= source.Start && frame.Seconds < end);
        return span.Count > 0
            ? span
            : throw new MpucException(
                $"'{source.Path}' has no row from {source.Start:0.###} s {(source.End is null ? "on" : $"to {end:0.###} s")}; "
                + $"its rows go from {frames[0].Seconds:0.###} s to {frames[^1].Seconds:0.###} s.");
    }
}
