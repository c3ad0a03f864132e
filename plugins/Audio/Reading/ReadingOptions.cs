namespace Mpuc.Plugins.Audio.Reading;

/// <summary>How recordings become samples.</summary>
internal sealed record ReadingOptions
{
    /// <summary>The rate that every recording is resampled to; the spectrogram reads it too.</summary>
    public static readonly Option<int> SampleRateOption = Option.Integer(
        "sampleRate", 16000, "Samples per second that every recording is resampled to.", 1000, 192000);

    private static readonly Option<double> MaxSecondsOption = Option.Number(
        "maxSeconds", 3600, "The longest recording that is read, in seconds; a longer one is refused.", 1, 10800);

    private static readonly Option<double> DecodeTimeoutOption = Option.Number(
        "decodeTimeout", 300, "Seconds after which ffmpeg is stopped and the recording refused.", 1, 86400);

    /// <summary>All options, in reading order.</summary>
    public static IReadOnlyList<Option> Options { get; } = [SampleRateOption, MaxSecondsOption, DecodeTimeoutOption];

    /// <summary>Samples per second after resampling; 16000 by default.</summary>
    public int SampleRate { get; init; } = SampleRateOption.Default;

    /// <summary>The longest recording that is read, in seconds; an hour by default.</summary>
    public double MaxSeconds { get; init; } = MaxSecondsOption.Default;

    /// <summary>How long ffmpeg may take for one recording; five minutes by default.</summary>
    public TimeSpan DecodeTimeout { get; init; } = TimeSpan.FromSeconds(DecodeTimeoutOption.Default);

    /// <summary>Reads checked values.</summary>
    /// <param name="values">Values of a schema with <see cref="Options"/>.</param>
    public static ReadingOptions From(OptionValues values) => new()
    {
        SampleRate = values.Get(SampleRateOption),
        MaxSeconds = values.Get(MaxSecondsOption),
        DecodeTimeout = TimeSpan.FromSeconds(values.Get(DecodeTimeoutOption)),
    };
}
