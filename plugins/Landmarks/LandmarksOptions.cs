using Mpuc.Plugins.Landmarks.Reading;

namespace Mpuc.Plugins.Landmarks;

/// <summary>The options of the landmarks encoder.</summary>
/// <param name="Sampling">Which frames count, and the frame rate.</param>
internal sealed record LandmarksOptions(SamplingOptions Sampling)
{
    /// <summary>All options.</summary>
    public static OptionSchema Schema { get; } = new([.. SamplingOptions.Options]);

    /// <summary>Reads checked values.</summary>
    /// <param name="values">Values of <see cref="Schema"/>.</param>
    /// <returns>The options.</returns>
    public static LandmarksOptions From(OptionValues values) => new(SamplingOptions.From(values));
}
