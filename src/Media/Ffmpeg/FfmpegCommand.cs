using Serilog;

namespace Mpuc.Media.Ffmpeg;

/// <summary>A run of ffmpeg or ffprobe on one file.</summary>
/// <param name="Path">The file that is read; messages name it.</param>
/// <param name="Arguments">One argument per element; no shell reads them.</param>
public sealed record FfmpegCommand(string Path, IReadOnlyList<string> Arguments)
{
    private static int _told;

    /// <summary>
    /// The arguments that every run starts with: no questions, errors only, and what <see cref="FfmpegConfinement"/> permits.
    /// </summary>
    public static IReadOnlyList<string> Preamble { get; } = ["-hide_banner", "-v", "error", .. FfmpegConfinement.InputOptions];

    /// <summary>
    /// The arguments that name the file that ffmpeg decodes, on the clock that all its tracks share: 0 is the start of the first of them,
    /// whichever is read.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <returns>The arguments.</returns>
    /// <remarks>
    /// Of transport and program streams ffmpeg would count from the start of the track that is read, so that sound and picture lose each
    /// other. It leaves that alone where the file is shifted, be it by a microsecond, which no frame and no sample notices.
    /// </remarks>
    public static IReadOnlyList<string> Input(string path) => ["-itsoffset", "0.000001", "-i", Name(path)];

    /// <summary>How the file is named among the arguments, whatever its name looks like.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The argument.</returns>
    public static string Name(string path) => FfmpegConfinement.Name(path);

    /// <summary>Says once that the program's memory and processor time are not limited, where they cannot be.</summary>
    /// <param name="logger">Takes a warning.</param>
    public static void TellLimits(ILogger logger)
    {
        ArgumentNullException.ThrowIfNull(logger);
        if (!FfmpegConfinement.IsLimited && Interlocked.Exchange(ref _told, 1) == 0)
        {
            logger.Warning(
                "ffmpeg runs without limits of memory and processor time, because there is no prlimit on the PATH (Debian: apt-get "
                    + "install util-linux).");
        }
    }

    /// <summary>The program to run.</summary>
    public string Program { get; init; } = "ffmpeg";

    /// <summary>What the file is read as, for messages: <c>audio</c> or <c>video</c>.</summary>
    public required string Medium { get; init; }

    /// <summary>How long the program may keep its reader waiting, in all; five minutes by default.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(5);
}
