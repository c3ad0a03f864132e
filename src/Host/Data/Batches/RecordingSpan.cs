using Mpuc.Host.Data.Sequences;
using Mpuc.Host.Modalities;

namespace Mpuc.Host.Data.Batches;

/// <summary>How far into a recording a window may start.</summary>
/// <param name="seconds">A window's length in seconds.</param>
internal sealed class RecordingSpan(SequenceStore store, IReadOnlyList<Modality> modalities, double seconds)
{
    /// <summary>
    /// The latest start that keeps the window inside the recording in every modality: its length is that of its shortest one.
    /// </summary>
    /// <returns>Seconds; 0 where the recording is shorter than the window or has no time axis.</returns>
    public double LatestStart(UnlabelledRecording recording) => modalities
        .Select(modality => store.Duration(recording, modality))
        .Where(duration => duration > 0)
        .Select(duration => Math.Max(0, duration!.Value - seconds))
        .DefaultIfEmpty(0)
        .Min();

    /// <summary>The latest start that keeps the window inside one modality.</summary>
    /// <returns>Seconds; 0 where the recording is shorter than the window or has no time axis.</returns>
    public double LatestStart(UnlabelledRecording recording, Modality modality) =>
        Math.Max(0, (store.Duration(recording, modality) ?? 0) - seconds);
}
