using Mpuc.Plugins.Landmarks.Detection;
using Mpuc.Plugins.Landmarks.Reading;

namespace Mpuc.Plugins.Landmarks;

/// <summary>The options of the landmarks encoder.</summary>
internal sealed record LandmarksOptions(SamplingOptions Sampling, DetectionOptions Detection)
{
    /// <summary>All options.</summary>
    public static OptionSchema Schema { get; } = new([.. SamplingOptions.Options, .. DetectionOptions.Options]);

    /// <summary>The longest time without a face that is bridged, in seconds, in tables and videos alike.</summary>
    public double MaxGap => Detection.Finding.MaxGap;

    /// <summary>Reads checked values.</summary>
    /// <param name="values">Values of <see cref="Schema"/>.</param>
    public static LandmarksOptions From(OptionValues values)
    {
        var sampling = SamplingOptions.From(values);
        return new LandmarksOptions(sampling, DetectionOptions.From(values, sampling.FrameRate));
    }
}
