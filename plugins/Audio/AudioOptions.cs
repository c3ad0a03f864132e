using Mpuc.Plugins.Audio.Reading;
using Mpuc.Plugins.Audio.Spectrograms;
using Mpuc.Plugins.Audio.Summaries;

namespace Mpuc.Plugins.Audio;

/// <summary>
/// The options of the audio encoder. The defaults are the authors' released code's: 128 bands in dB below the recording's maximum, about 30
/// frames per second. The settings that the paper's text gives (Sec. III-A: 80 filter banks, one frame of every 16) are <c>{ "bands": 80,
/// "frameRate": 100, "frameStep": 16 }</c>; the text does not say the frame rate before the selection, 100 is speech processing's usual
/// one.
/// </summary>
internal sealed record AudioOptions(ReadingOptions Reading, LogMelOptions Spectrogram, SummaryKind Summary)
{
    private static readonly Option<string> SummaryOption = Option.Choice(
        "summary",
        SummaryKind.None,
        "Whether the encoder sees the frames, or one vector of their statistics over the whole recording (7 per band).");

    /// <summary>All options.</summary>
    public static OptionSchema Schema { get; } = new([.. ReadingOptions.Options, .. LogMelOptions.Options, SummaryOption]);

    /// <summary>Reads checked values.</summary>
    /// <param name="values">Values of <see cref="Schema"/>.</param>
    /// <exception cref="MpucException">Two options contradict each other.</exception>
    public static AudioOptions From(OptionValues values)
    {
        var options = new AudioOptions(
            ReadingOptions.From(values),
            LogMelOptions.From(values),
            values.GetChoice<SummaryKind>(SummaryOption));
        options.Spectrogram.Validate();
        return options;
    }
}
