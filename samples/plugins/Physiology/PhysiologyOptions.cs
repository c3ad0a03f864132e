using Mpuc;

namespace Samples.Physiology;

/// <summary>The encoder's options.</summary>
/// <param name="TimeColumn">The column with the samples' times in seconds.</param>
/// <param name="Signals">The columns that are read; empty for all but the times.</param>
/// <param name="FrameRate">Frames per second of every sequence.</param>
/// <param name="MaxGap">The longest time without a sample that is bridged, in seconds.</param>
internal sealed record PhysiologyOptions(string TimeColumn, IReadOnlyList<string> Signals, double FrameRate, double MaxGap)
{
    private static readonly Option<string> TimeOption = Option.Text("time", "time", "The column with the samples' times in seconds.");

    private static readonly Option<IReadOnlyList<string>> SignalsOption = Option.Texts(
        "signals", [], "The columns that are read, such as heartRate; all but the times where not set.");

    private static readonly Option<double> FrameRateOption = Option.Number(
        "frameRate", 4, "Frames per second; the samples are brought to it by linear interpolation.", 0.1, 1000);

    private static readonly Option<double> MaxGapOption = Option.Number(
        "maxGap", 5, "The longest time between two samples that is bridged, in seconds.", 0.001, 3600);

    /// <summary>The options as the host reads them.</summary>
    public static OptionSchema Schema { get; } = new(TimeOption, SignalsOption, FrameRateOption, MaxGapOption);

    /// <summary>Reads the options.</summary>
    /// <param name="values">Values for <see cref="Schema"/>.</param>
    /// <returns>The options.</returns>
    public static PhysiologyOptions From(OptionValues values) =>
        new(values.Get(TimeOption), values.Get(SignalsOption), values.Get(FrameRateOption), values.Get(MaxGapOption));
}
