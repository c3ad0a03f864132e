namespace Mpuc.Plugins.Landmarks.Reading;

/// <summary>Which frames count, and how they become a sequence of constant rate.</summary>
internal sealed record SamplingOptions
{
    private static readonly Option<double> FrameRateOption = Option.Number(
        "frameRate", 30, "Frames per second that every recording is brought to; a table without times is taken to have this many rows per second.", 1, 240);

    private static readonly Option<double> MinConfidenceOption = Option.Number(
        "minConfidence", 0.5, "The tracker's confidence in a table's row, 0 to 1, below which the frame counts as failed.", 0, 1);

    private static readonly Option<double> MaxGapOption = Option.Number(
        "maxGap", 1, "The longest time without a face that is bridged by interpolation, in seconds; a recording with a longer one is refused.", 0, 3600);

    /// <summary>All options, in reading order.</summary>
    public static IReadOnlyList<Option> Options { get; } = [FrameRateOption, MinConfidenceOption, MaxGapOption];

    /// <summary>Frames per second of a sequence; 30 by default.</summary>
    public double FrameRate { get; init; } = FrameRateOption.Default;

    /// <summary>The confidence below which a table's row counts as failed; 0.5 by default.</summary>
    public double MinConfidence { get; init; } = MinConfidenceOption.Default;

    /// <summary>The longest time without a face that is bridged, in seconds; 1 by default.</summary>
    public double MaxGap { get; init; } = MaxGapOption.Default;

    /// <summary>Reads checked values.</summary>
    /// <param name="values">Values of a schema with <see cref="Options"/>.</param>
    /// <returns>The options.</returns>
    public static SamplingOptions From(OptionValues values) => new()
    {
        FrameRate = values.Get(FrameRateOption),
        MinConfidence = values.Get(MinConfidenceOption),
        MaxGap = values.Get(MaxGapOption),
    };
}
