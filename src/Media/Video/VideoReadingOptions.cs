namespace Mpuc.Media.Video;

/// <summary>How videos become frames.</summary>
public sealed record VideoReadingOptions
{
    private static readonly Option<int> MaxSideOption = Option.Integer(
        "maxSide", 1280, "The longest side of a frame in pixels; larger videos are scaled down while they are read.", 64, 8192);

    private static readonly Option<double> MaxSecondsOption = Option.Number(
        "maxSeconds", 3600, "The longest recording that is read, in seconds; a longer one is refused.", 1, 10800);

    private static readonly Option<double> DecodeTimeoutOption = Option.Number(
        "decodeTimeout", 300, "Seconds for which ffmpeg may keep its reader waiting before the recording is refused.", 1, 86400);

    /// <summary>
    /// The options that every plugin that reads videos has, in reading order. The frame rate is not among them, because its default is each
    /// plugin's own.
    /// </summary>
    public static IReadOnlyList<Option> Options { get; } = [MaxSideOption, MaxSecondsOption, DecodeTimeoutOption];

    /// <summary>Frames per second, above 0; a video of another or a variable rate is sampled at this one.</summary>
    public required double FrameRate { get; init; }

    /// <summary>The longest side of a frame in pixels; larger videos are scaled down by the decoder. 1280 by default.</summary>
    public int MaxSide { get; init; } = MaxSideOption.Default;

    /// <summary>The longest recording that is read, in seconds; an hour by default.</summary>
    public double MaxSeconds { get; init; } = MaxSecondsOption.Default;

    /// <summary>How long ffmpeg may keep its reader waiting; five minutes by default.</summary>
    public TimeSpan DecodeTimeout { get; init; } = TimeSpan.FromSeconds(DecodeTimeoutOption.Default);

    /// <summary>Reads checked values.</summary>
    /// <param name="values">Values of a schema with <see cref="Options"/>.</param>
    /// <param name="frameRate">Frames per second.</param>
    /// <returns>The options.</returns>
    public static VideoReadingOptions From(OptionValues values, double frameRate)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new VideoReadingOptions
        {
            FrameRate = frameRate,
            MaxSide = values.Get(MaxSideOption),
            MaxSeconds = values.Get(MaxSecondsOption),
            DecodeTimeout = TimeSpan.FromSeconds(values.Get(DecodeTimeoutOption)),
        };
    }
}
