using System.Globalization;
using Mpuc.Media.Ffmpeg;

namespace Mpuc.Plugins.Audio.Reading.Ffmpeg;

/// <summary>
/// The arguments with which ffmpeg writes a recording's samples, every channel at the file's own rate, to its standard output.
/// </summary>
internal static class FfmpegArguments
{
    /// <summary>Lists the arguments.</summary>
    public static IReadOnlyList<string> For(ModalitySource source) =>
    [
        "-nostdin", .. FfmpegCommand.Preamble, .. FfmpegCommand.Input(source.Path),
        "-map", "0:a:0", "-map_metadata", "-1", "-af", string.Join(',', Filters(source)),
        "-f", "au", "-c:a", "pcm_f32be", "pipe:1",
    ];

    // Time stamps decide when a sound is heard, as they do for the picture: silence stands before a track that starts later than the file
    // and in its gaps. A difference of less than a picture's time within the track is the rounding of time stamps, and is left alone. What
    // lies before a span is decoded and dropped: seeking in the input would be faster, but some containers seek inexactly.
    private static IEnumerable<string> Filters(ModalitySource source)
    {
        yield return "aresample=async=1:first_pts=0:min_hard_comp=0.04";
        if (source.Start > 0 || source.End is not null)
        {
            yield return $"atrim=start={Seconds(source.Start)}{(source.End is { } end ? $":end={Seconds(end)}" : string.Empty)}";
        }
    }

    private static string Seconds(double seconds) => seconds.ToString("F6", CultureInfo.InvariantCulture);
}
