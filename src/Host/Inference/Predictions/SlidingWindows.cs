using Mpuc.Host.Data;
using Mpuc.Host.Data.Batches;
using Mpuc.Host.Modalities;

namespace Mpuc.Host.Inference.Predictions;

/// <summary>
/// A part of the windows that slide over one recording at even distances. The recording is as long as its longest modality; in a shorter
/// one, windows stay at its end.
/// </summary>
/// <param name="seconds">A window's length in seconds.</param>
/// <param name="hop">Seconds between the windows' starts, above 0.</param>
internal sealed class SlidingWindows(RecordingSpan span, double seconds, double hop, int first, int views) : IWindowSampler
{
    /// <inheritdoc/>
    public int Views => views;

    /// <inheritdoc/>
    public double Seconds => seconds;

    /// <summary>Counts the windows of a recording: as many as it takes to reach its end.</summary>
    /// <param name="latest">The latest start of a window that lies inside the recording, in seconds; 0 for a short one.</param>
    /// <param name="hop">Seconds between the windows' starts, above 0.</param>
    /// <returns>At least 1.</returns>
    public static int Count(double latest, double hop) => 1 + (int)Math.Ceiling((latest / hop) - 1e-9);

    /// <summary>Where a window starts.</summary>
    /// <param name="number">The window's number, from 0.</param>
    /// <param name="hop">Seconds between the windows' starts.</param>
    /// <returns>Seconds.</returns>
    public static double StartOf(int number, double hop, double latest) => Math.Min(number * hop, latest);

    /// <inheritdoc/>
    public double Start(UnlabelledRecording recording, Modality modality, int view) =>
        StartOf(first + view, hop, span.LatestStart(recording, modality));
}
