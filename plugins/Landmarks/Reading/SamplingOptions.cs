namespace Mpuc.Plugins.Landmarks.Reading;

/// <summary>At which rate recordings are sampled, and which rows of a table count.</summary>
internal sealed record SamplingOptions
{
    private static readonly Option<double> FrameRateOption = Option.Number(
        "frameRate",
        30,
        "Frames per second that every recording is brought to; a table without times is taken to have this many rows per second.",
        1,
        240);

    private static readonly Option<double> MinConfidenceOption = Option.Number(
        "minConfidence", 0.5, "The tracker's confidence in a table's row, 0 to 1, below which the frame counts as failed.", 0, 1);

    /// <summary>All options, in reading order.</summary>
    public static IReadOnlyList<Option> Options { get; } = [FrameRateOption, MinConfidenceOption];

    /// <summary>Frames per second of a sequence; 30 by default.</summary>
    public double FrameRate { get; init; } = FrameRateOption.Default;

    /// <summary>The confidence below which a table's row counts as failed; 0.5 by default.</summary>
    public double MinConfidence { get; init; } = MinConfidenceOption.Default;

    /// <summary>Reads checked values.</summary>
    /// <param name="values">Values of a schema with <see cref="Options"/>.</param>
    public static SamplingOptions From(OptionValues values) => new()
    {
        FrameRate = values.Get(FrameRateOption),
        MinConfidence = values.Get(MinConfidenceOption),
    };
}
