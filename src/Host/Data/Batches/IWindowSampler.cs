using Mpuc.Host.Modalities;

namespace Mpuc.Host.Data.Batches;

/// <summary>Decides where the windows of recordings lie.</summary>
internal interface IWindowSampler
{
    /// <summary>Windows per recording, V.</summary>
    int Views { get; }

    /// <summary>A window's length in seconds.</summary>
    double Seconds { get; }

    /// <summary>Where a window starts.</summary>
    /// <param name="view">0 to V - 1.</param>
    /// <returns>Seconds from the recording's start, at least 0.</returns>
    double Start(UnlabelledRecording recording, Modality modality, int view);
}

/// <summary>Windows at even distances: one is centred, several run from the recording's start to its end.</summary>
/// <param name="seconds">A window's length in seconds.</param>
/// <param name="windows">Windows per recording, at least 1.</param>
internal sealed class EvenWindows(RecordingSpan span, double seconds, int windows) : IWindowSampler
{
    /// <inheritdoc/>
    public int Views => windows;

    /// <inheritdoc/>
    public double Seconds => seconds;

    /// <inheritdoc/>
    public double Start(UnlabelledRecording recording, Modality modality, int view) =>
        span.LatestStart(recording) * (windows == 1 ? 0.5 : (double)view / (windows - 1));
}
