namespace Mpuc.Media.Ffmpeg;

/// <summary>A run of ffmpeg or ffprobe on one file.</summary>
/// <param name="Path">The file that is read; messages name it.</param>
/// <param name="Arguments">One argument per element; no shell reads them.</param>
public sealed record FfmpegCommand(string Path, IReadOnlyList<string> Arguments)
{
    /// <summary>The arguments that every run starts with: no questions, errors only, and no protocol but <c>file</c>, because a playlist could name any address.</summary>
    public static IReadOnlyList<string> Preamble { get; } = ["-hide_banner", "-v", "error", "-protocol_whitelist", "file"];

    /// <summary>The program to run.</summary>
    public string Program { get; init; } = "ffmpeg";

    /// <summary>What the file is read as, for messages: <c>audio</c> or <c>video</c>.</summary>
    public required string Medium { get; init; }

    /// <summary>How long the program may keep its reader waiting, in all; five minutes by default.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(5);
}
