namespace Mpuc.Plugins.Text.Frames;

/// <summary>How words become frames.</summary>
internal sealed record FrameOptions
{
    private static readonly Option<string> TimeAxisOption = Option.Choice(
        "timeAxis",
        TimeAxis.Seconds,
        "What a frame is: a span of time with the mean of the words in it, or one word each, whenever it is spoken.");

    private static readonly Option<double> FrameRateOption = Option.Number(
        "frameRate", 10, "Frames per second; where a frame is a word, how many words a second of a window holds at most.", 0.1, 100);

    private static readonly Option<double> SecondsPerWordOption = Option.Number(
        "secondsPerWord", 0.3, "How long a word lasts where neither it nor its recording has a time, in seconds.", 0.01, 60);

    private static readonly Option<double> MaxSecondsOption = Option.Number(
        "maxSeconds", 3600, "The longest recording that is read, in seconds; a longer one is refused.", 1, 10800);

    private static readonly Option<string> UnknownOption = Option.Choice(
        "unknownWords", UnknownWords.Skip, "What stands in for a word without a vector: nothing, zeros, or the mean of all vectors.");

    private static readonly Option<string> PunctuationOption = Option.Choice(
        "punctuation", "drop", ["drop", "keep"], "Whether . , ! ? ; : and the ellipsis count as words.");

    private static readonly Option<string> EmptyOption = Option.Choice(
        "emptyTranscript",
        "refuse",
        ["refuse", "zero"],
        "What becomes of a recording in which no word is spoken: an error, or a single frame of zeros.");

    /// <summary>All options, in reading order.</summary>
    public static IReadOnlyList<Option> Options { get; } =
        [TimeAxisOption, FrameRateOption, SecondsPerWordOption, MaxSecondsOption, UnknownOption, PunctuationOption, EmptyOption];

    /// <summary>What a frame is; a span of time by default.</summary>
    public TimeAxis TimeAxis { get; init; } = TimeAxis.Seconds;

    /// <summary>Frames per second; 10 by default, so that a window of 3 s has the paper's 30.</summary>
    public double FrameRate { get; init; } = FrameRateOption.Default;

    /// <summary>How long a word lasts where nothing tells; 0.3 s by default, 200 words a minute.</summary>
    public double SecondsPerWord { get; init; } = SecondsPerWordOption.Default;

    /// <summary>The longest recording that is read, in seconds; an hour by default.</summary>
    public double MaxSeconds { get; init; } = MaxSecondsOption.Default;

    /// <summary>What stands in for a word without a vector; nothing by default.</summary>
    public UnknownWords Unknown { get; init; } = UnknownWords.Skip;

    /// <summary>Whether punctuation marks count as words; not by default.</summary>
    public bool KeepsPunctuation { get; init; }

    /// <summary>Whether a recording without words becomes a frame of zeros instead of an error; not by default.</summary>
    public bool AllowsEmpty { get; init; }

    /// <summary>Reads checked values.</summary>
    /// <param name="values">Values of a schema with <see cref="Options"/>.</param>
    /// <returns>The options.</returns>
    public static FrameOptions From(OptionValues values) => new()
    {
        TimeAxis = values.GetChoice<TimeAxis>(TimeAxisOption),
        FrameRate = values.Get(FrameRateOption),
        SecondsPerWord = values.Get(SecondsPerWordOption),
        MaxSeconds = values.Get(MaxSecondsOption),
        Unknown = values.GetChoice<UnknownWords>(UnknownOption),
        KeepsPunctuation = values.Get(PunctuationOption) == "keep",
        AllowsEmpty = values.Get(EmptyOption) == "zero",
    };
}
