using System.Globalization;
using Mpuc.Host.Modalities;

namespace Mpuc.Host.Data.Batches;

/// <summary>
/// Windows with random starts, the paper's temporal augmentation (Sec. III-D): uniform over the recording, each view of each recording and
/// epoch with a draw of its own.
/// </summary>
internal sealed class RandomWindows(RecordingSpan span, WindowOptions options, int seed, int epoch) : IWindowSampler
{
    private readonly string _epoch = epoch.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public int Views => options.Views;

    /// <inheritdoc/>
    public double Seconds => options.Seconds;

    /// <inheritdoc/>
    public double Start(UnlabelledRecording recording, Modality modality, int view)
    {
        var (latest, axis) = options.Synchronous
            ? (span.LatestStart(recording), string.Empty)
            : (span.LatestStart(recording, modality), modality.Name);
        var number = view.ToString(CultureInfo.InvariantCulture);
        return latest * StableRandom.For(seed, "window", _epoch, recording.Id, number, axis).NextDouble();
    }
}
