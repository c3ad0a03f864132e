using System.Globalization;
using Mpuc.Media.Ffmpeg;

namespace Mpuc.Media.Video;

/// <summary>The arguments with which ffmpeg writes a video's frames to its standard output.</summary>
internal static class FfmpegVideoArguments
{
    /// <summary>Lists the arguments.</summary>
    /// <param name="frameRate">Frames per second to write.</param>
    public static IReadOnlyList<string> For(ModalitySource source, double frameRate, int width, int height) =>
    [
        "-nostdin", .. FfmpegCommand.Preamble, .. FfmpegCommand.Input(source.Path),
        "-map", "0:V:0", "-vf", string.Join(',', Filters(source, frameRate, width, height)),
        "-f", "rawvideo", "-c:v", "rawvideo", "-pix_fmt", "rgb24", "pipe:1",
    ];

    // What lies before the span is decoded and dropped, because some containers seek inexactly. The frames' grid starts at the span's start
    // (with the first picture repeated where the track starts later than the file), so that frame k covers the time from k / rate on,
    // whatever rate the file has; "pass" keeps the picture of a video that is shorter than one frame. The size is fixed even where a file
    // changes it half-way.
    private static IEnumerable<string> Filters(ModalitySource source, double frameRate, int width, int height)
    {
        yield return string.Create(CultureInfo.InvariantCulture, $"setpts=PTS-{source.Start:F6}/TB");
        yield return string.Create(CultureInfo.InvariantCulture, $"fps=fps={frameRate:R}:start_time=0:eof_action=pass");
        if (source.End is { } end)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"trim=end_frame={FramesIn(end - source.Start, frameRate)}");
        }

        yield return string.Create(CultureInfo.InvariantCulture, $"scale={width}:{height}");
        yield return "setsar=1";
    }

    // A span that is meant to hold n frames may fall short of or exceed n by a rounding error.
    private static long FramesIn(double seconds, double frameRate) => Math.Max(1, (long)Math.Ceiling((seconds * frameRate) - 1e-6));
}
