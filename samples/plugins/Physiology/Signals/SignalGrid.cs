using Mpuc;

namespace Samples.Physiology.Signals;

/// <summary>The times of a sequence's frames, in seconds since the recording's first sample.</summary>
/// <param name="Times">Evenly spaced times, at least one.</param>
internal sealed record SignalGrid(double[] Times)
{
    /// <summary>The frames of a source's span, up to the last sample of any signal.</summary>
    /// <param name="source">The source.</param>
    /// <param name="signals">Its signals.</param>
    /// <param name="frameRate">Frames per second.</param>
    /// <exception cref="MpucException">The span begins after the last sample.</exception>
    public static SignalGrid Over(ModalitySource source, IReadOnlyList<Signal> signals, double frameRate)
    {
        var last = signals.Max(signal => signal.Times[^1]);
        var end = Math.Min(source.End ?? double.PositiveInfinity, last);
        var frames = Math.Floor(((end - source.Start) * frameRate) + 1e-9) + (source.End < last ? 0 : 1);
        if (source.Start > last || frames < 1)
        {
            throw new MpucException(
                $"'{source.Path}' ends at {last:0.###} s, and the span from {source.Start:0.###} s to {source.End ?? last:0.###} s "
                    + $"holds no frame at {frameRate:0.###} per second.");
        }

        const double MaxFrames = 1 << 24;
        return frames <= MaxFrames
            ? new SignalGrid([.. Enumerable.Range(0, (int)frames).Select(frame => source.Start + (frame / frameRate))])
            : throw new MpucException(
                $"'{source.Path}' would make {frames:0} frames at {frameRate:0.###} per second; times must be in seconds, or "
                    + "'frameRate' lower.");
    }
}
