using Mpuc.Media.Ffmpeg;
using Serilog;

namespace Mpuc.Media.Video;

/// <summary>Opens videos of any format that ffmpeg knows. Safe for use from several threads.</summary>
/// <param name="options">The frame rate and the limits.</param>
/// <param name="logger">Told of what ffmpeg complains about without failing.</param>
public sealed class VideoReader(VideoReadingOptions options, ILogger logger)
{
    /// <summary>The frame rate and the limits.</summary>
    public VideoReadingOptions Options { get; } = options;

    internal string Ffmpeg { get; init; } = "ffmpeg";

    internal string Ffprobe { get; init; } = "ffprobe";

    /// <summary>Reads what a video says of itself, and nothing of its pictures yet.</summary>
    /// <param name="source">The file, or the part of a file, to read.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The video, whose frames may be read any number of times.</returns>
    /// <exception cref="MpucException">ffmpeg is missing, or the source is missing, damaged, empty, or has no video track.</exception>
    public async Task<VideoRecording> OpenAsync(ModalitySource source, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        RecordingFile.Require(source, "A video");
        if (source.End <= source.Start)
        {
            throw new MpucException(
                $"The part of '{source.Path}' from {source.Start:0.###} s to {source.End:0.###} s holds no frame; the end must lie "
                    + "after the start.");
        }

        FfmpegCommand.TellLimits(logger);
        var info = await VideoProbe.ReadAsync(source.Path, Ffprobe, Options.DecodeTimeout, cancellationToken).ConfigureAwait(false);
        return new VideoRecording(source, info, Options, logger, Ffmpeg);
    }
}
