namespace Mpuc;

/// <summary>
/// An encoder whose frames come at one rate, or that has a single frame per recording: windows are cut by time. What is left to write is
/// <see cref="ReadAsync"/>.
/// </summary>
public abstract class ModalityEncoder : IModalityEncoder
{
    /// <summary>Frames per second of every sequence that the encoder reads; 0 for one frame without a time axis.</summary>
    protected abstract double FrameRate { get; }

    /// <inheritdoc/>
    public abstract Task<ModalitySequence> ReadAsync(ModalitySource source, CancellationToken cancellationToken);

    /// <inheritdoc/>
    public int WindowFrames(double seconds)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(seconds);
        return Math.Max(1, (int)Math.Round(seconds * FrameRate));
    }

    /// <inheritdoc/>
    public ModalityWindow Window(ModalitySequence sequence, TimeWindow window)
    {
        ArgumentNullException.ThrowIfNull(sequence);
        return sequence.Cut(window, WindowFrames(window.Duration));
    }

    /// <summary>Which frames of a longer recording belong to a source that is a span of it.</summary>
    /// <param name="source">The source.</param>
    /// <param name="frames">The frames of the whole recording, at <see cref="FrameRate"/> per second.</param>
    /// <returns>The first frame, counted from 0, and their number, at least 1.</returns>
    /// <exception cref="MpucException">No frame lies between the source's start and end.</exception>
    protected (int First, int Count) Span(ModalitySource source, int frames)
    {
        ArgumentNullException.ThrowIfNull(source);
        var first = (int)Math.Round(source.Start * FrameRate);
        var end = source.End is { } seconds ? (int)Math.Round(seconds * FrameRate) : frames;
        return first >= 0 && first < Math.Min(end, frames)
            ? (first, Math.Min(end, frames) - first)
            : throw new MpucException(
                $"'{source.Path}' has {frames} frames at {FrameRate} per second, none of them between {source.Start} s and "
                    + $"{(source.End is { } last ? $"{last} s" : "the end")}.");
    }
}
