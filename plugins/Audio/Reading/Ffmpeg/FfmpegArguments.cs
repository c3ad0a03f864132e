using System.Globalization;
using Mpuc.Media.Ffmpeg;

namespace Mpuc.Plugins.Audio.Reading.Ffmpeg;

/// <summary>The arguments with which ffmpeg writes a recording's samples to its standard output.</summary>
internal static class FfmpegArguments
{
    /// <summary>Lists the arguments.</summary>
    /// <param name="source">The recording.</param>
    /// <param name="sampleRate">Samples per second to write.</param>
    /// <returns>One argument per element; nothing in them is read by a shell.</returns>
    public static IReadOnlyList<string> For(ModalitySource source, int sampleRate) =>
    [
        "-nostdin", .. FfmpegCommand.Preamble, "-i", FfmpegCommand.Name(source.Path),
        .. Span(source),
        "-map", "0:a:0", "-ac", "1", "-ar", sampleRate.ToString(CultureInfo.InvariantCulture),
        "-f", "f32le", "-c:a", "pcm_f32le", "pipe:1",
    ];

    // After the input, where ffmpeg decodes and drops what lies before the span: seeking in the input would be faster, but some containers
    // seek inexactly, and Ogg starts over from the beginning when the span lies behind its end.
    private static IEnumerable<string> Span(ModalitySource source)
    {
        if (source.Start > 0)
        {
            yield return "-ss";
            yield return Seconds(source.Start);
        }

        if (source.End is { } end)
        {
            yield return "-t";
            yield return Seconds(Math.Max(0, end - source.Start));
        }
    }

    private static string Seconds(double seconds) => seconds.ToString("F6", CultureInfo.InvariantCulture);
}
