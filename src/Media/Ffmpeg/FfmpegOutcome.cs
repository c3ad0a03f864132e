using Serilog;

namespace Mpuc.Media.Ffmpeg;

/// <summary>How a run ended.</summary>
/// <param name="Command">What was run.</param>
/// <param name="ExitCode">The program's exit code.</param>
/// <param name="Complaint">The first thing it said on its standard error, without its final stop; null if it said nothing.</param>
public sealed record FfmpegOutcome(FfmpegCommand Command, int ExitCode, string? Complaint)
{
    /// <summary>Whether the program failed because the file, sound as it is, has no track of the medium.</summary>
    public bool LacksTrack { get; init; }

    // 128 and the number of the signal: SIGXCPU, and SIGKILL for one that goes on all the same.
    private bool RanOutOfTime => ExitCode is 128 + 24 or 128 + 9;

    /// <summary>Refuses the file if the program failed.</summary>
    /// <exception cref="MpucException">
    /// The exit code is not 0; the message names the file and the program's reason, of which a missing track is a missing modality.
    /// </exception>
    public void RequireSuccess()
    {
        if (ExitCode != 0)
        {
            throw new MpucException($"'{Command.Path}' cannot be read as {Command.Medium}: {Reason()}.") { IsMissingModality = LacksTrack };
        }
    }

    /// <summary>Logs what the program complained about without failing.</summary>
    /// <param name="logger">Takes a warning that names the file.</param>
    public void WarnOfDamage(ILogger logger)
    {
        ArgumentNullException.ThrowIfNull(logger);
        if (Complaint is not null)
        {
            logger.Warning("ffmpeg read {Path} but found it damaged: {Complaint}", Command.Path, Complaint);
        }
    }

    private string Reason() =>
        RanOutOfTime ? "it takes ffmpeg more processor time than a recording may; raise 'decodeTimeout' if the file is this large"
        : Complaint ?? $"ffmpeg ended with code {ExitCode}";
}
