using Mpuc.Plugins.Landmarks.Detection;
using Mpuc.Plugins.Landmarks.Reading;

namespace Mpuc.Plugins.Landmarks;

/// <summary>The options of the landmarks encoder.</summary>
/// <param name="Sampling">The frame rate, and which rows of a table count.</param>
/// <param name="Detection">How landmarks are found in videos.</param>
internal sealed record LandmarksOptions(SamplingOptions Sampling, DetectionOptions Detection)
{
    /// <summary>All options.</summary>
    public static OptionSchema Schema { get; } = new([.. SamplingOptions.Options, .. DetectionOptions.Options]);

    /// <summary>The longest time without a face that is bridged, in seconds, in tables and videos alike.</summary>
    public double MaxGap => Detection.Finding.MaxGap;

    /// <summary>Reads checked values.</summary>
    /// <param name="values">Values of <see cref="Schema"/>.</param>
    /// <returns>The options.</returns>
    public static LandmarksOptions From(OptionValues values)
    {
        var sampling = SamplingOptions.From(values);
        return new LandmarksOptions(sampling, DetectionOptions.From(values, sampling.FrameRate));
    }
}
