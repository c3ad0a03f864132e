using TorchSharp;

namespace Mpuc;

/// <summary>One recording of one modality as frames on a time axis. Owns its tensor.</summary>
public sealed class ModalitySequence : IDisposable
{
    /// <summary>Wraps the frames of a recording.</summary>
    /// <param name="values">Frames, <c>[T, ...]</c>, float32, T at least 1; the sequence takes ownership.</param>
    /// <param name="frameRate">Frames per second; 0 for a modality without a time axis (then T is 1).</param>
    /// <exception cref="ArgumentException">There is no frame, or a static sequence has several.</exception>
    public ModalitySequence(torch.Tensor values, double frameRate)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfNegative(frameRate);
        if (values.dim() < 1 || values.shape[0] < 1)
        {
            throw new ArgumentException("A sequence needs at least one frame.", nameof(values));
        }

        if (frameRate == 0 && values.shape[0] != 1)
        {
            throw new ArgumentException($"A sequence without a time axis has one frame, not {values.shape[0]}.", nameof(values));
        }

        Values = values;
        FrameRate = frameRate;
    }

    /// <summary>Frames, <c>[T, ...]</c>, float32.</summary>
    public torch.Tensor Values { get; }

    /// <summary>Frames per second; 0 for a modality without a time axis.</summary>
    public double FrameRate { get; }

    /// <summary>The number of frames, T.</summary>
    public long Length => Values.shape[0];

    /// <summary>Seconds from the first frame's start to the last one's end; 0 for a modality without a time axis.</summary>
    public double Duration => FrameRate == 0 ? 0 : Length / FrameRate;

    /// <summary>
    /// Cuts <paramref name="frames"/> frames from the window's start, moved back where the recording ends earlier, and pads with zeros
    /// where the recording is shorter than the window. A sequence without a time axis is returned whole.
    /// </summary>
    /// <param name="window">Where to start; only its start is read.</param>
    /// <param name="frames">The window's length in frames, at least 1.</param>
    /// <returns>Values <c>[frames, ...]</c>, a copy that the caller owns.</returns>
    public ModalityWindow Cut(TimeWindow window, int frames)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(frames, 1);
        var valid = Math.Min(Length, frames);
        var first = Math.Clamp((long)Math.Round(window.Start * FrameRate), 0, Length - valid);
        using var scope = torch.NewDisposeScope();
        var part = Values.narrow(0, first, valid);
        if (valid == frames)
        {
            return new ModalityWindow(part.clone().MoveToOuterDisposeScope(), valid);
        }

        var padded = torch.zeros([frames, .. Values.shape[1..]], dtype: Values.dtype);
        padded.narrow(0, 0, valid).copy_(part);
        return new ModalityWindow(padded.MoveToOuterDisposeScope(), valid);
    }

    /// <inheritdoc/>
    public void Dispose() => Values.Dispose();
}

/// <summary>Where one recording's data of one modality lies: a file, a row of a table, or a span of a longer recording.</summary>
/// <param name="Path">The file's absolute path.</param>
public sealed record ModalitySource(string Path)
{
    /// <summary>The row's key where the file is a table with one row per recording; null where the file is the recording.</summary>
    public string? Key { get; init; }

    /// <summary>Where the recording starts in the file, in seconds.</summary>
    public double Start { get; init; }

    /// <summary>Where the recording ends in the file, in seconds; null for the file's end.</summary>
    public double? End { get; init; }
}

/// <summary>One fixed-length window of a sequence. Owns its tensor.</summary>
/// <param name="values">Frames, <c>[T, ...]</c>; those from <paramref name="validLength"/> on are zero padding.</param>
/// <param name="validLength">How many leading frames are real, 1 to T.</param>
public sealed class ModalityWindow(torch.Tensor values, long validLength) : IDisposable
{
    /// <summary>Frames, <c>[T, ...]</c>, float32.</summary>
    public torch.Tensor Values { get; } = values;

    /// <summary>How many leading frames are real, 1 to T.</summary>
    public long ValidLength { get; } = validLength;

    /// <inheritdoc/>
    public void Dispose() => Values.Dispose();
}

/// <summary>A span of a recording's time axis, the same for all its modalities.</summary>
/// <param name="Start">Seconds from the recording's start, at least 0.</param>
/// <param name="Duration">Length in seconds, above 0.</param>
public readonly record struct TimeWindow(double Start, double Duration);
