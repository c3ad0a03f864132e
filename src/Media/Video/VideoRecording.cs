using System.Runtime.CompilerServices;
using Mpuc.Media.Ffmpeg;
using Serilog;

namespace Mpuc.Media.Video;

/// <summary>One video, or a part of one, whose frames can be streamed. Holds no frame itself.</summary>
public sealed class VideoRecording
{
    // Eight million pixels: nine frames of 1280x720; smaller frames come in batches that suit a network.
    private const int BytesPerBatch = 24 << 20;
    private const int MaxFramesPerBatch = 32;

    private readonly VideoReadingOptions _options;
    private readonly ILogger _logger;
    private readonly string _ffmpeg;
    private bool _hasWarned;

    internal VideoRecording(ModalitySource source, VideoInfo info, VideoReadingOptions options, ILogger logger, string ffmpeg)
    {
        (Source, Info, _options, _logger, _ffmpeg) = (source, info, options, logger, ffmpeg);
        var scale = Math.Min(1, (double)options.MaxSide / Math.Max(info.Width, info.Height));
        Width = Math.Max(1, (int)Math.Round(info.Width * scale));
        Height = Math.Max(1, (int)Math.Round(info.Height * scale));
    }

    /// <summary>The file and the part of it.</summary>
    public ModalitySource Source { get; }

    /// <summary>What the file says of its picture.</summary>
    public VideoInfo Info { get; }

    /// <summary>Columns of the frames that are read.</summary>
    public int Width { get; }

    /// <summary>Rows of the frames that are read.</summary>
    public int Height { get; }

    /// <summary>Frames per second that are read.</summary>
    public double FrameRate => _options.FrameRate;

    /// <summary>
    /// Streams the frames, upright and at a constant rate: frame k shows the recording from k / rate seconds on. Every call decodes anew
    /// and gives the same frames. Stopping early ends the decoder.
    /// </summary>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>
    /// At least one frame in all, in batches of up to 32; a batch's pixels are valid only until the next one is asked for.
    /// </returns>
    /// <exception cref="MpucException">
    /// The file is damaged or too long, the part of it holds no frame, or ffmpeg takes too long.
    /// </exception>
    public async IAsyncEnumerable<FrameBatch> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var command = new FfmpegCommand(Source.Path, FfmpegVideoArguments.For(Source, FrameRate, Width, Height))
        {
            Program = _ffmpeg,
            Medium = "video",
            Timeout = _options.DecodeTimeout,
        };
        using var process = FfmpegProcess.Start(command, cancellationToken);
        var frameSize = 3 * Width * Height;
        var buffer = new byte[frameSize * Math.Clamp(BytesPerBatch / frameSize, 1, MaxFramesPerBatch)];
        var frames = 0;
        while (await process.ReadFullAsync(buffer).ConfigureAwait(false) is > 0 and var bytes)
        {
            var whole = bytes / frameSize;
            RequireLength(frames + whole);
            if (whole > 0)
            {
                yield return new FrameBatch(Width, Height, buffer.AsMemory(0, whole * frameSize)) { First = frames };
            }

            frames += whole;
        }

        Check(await process.EndAsync().ConfigureAwait(false), frames);
    }

    private void RequireLength(int frames)
    {
        if (frames > (_options.MaxSeconds * FrameRate) + 1)
        {
            throw new MpucException(
                $"'{Source.Path}' is longer than {_options.MaxSeconds:0.###} s; cut it into parts with 'start' and 'end', or raise "
                    + "'maxSeconds'.");
        }
    }

    private void Check(FfmpegOutcome outcome, int frames)
    {
        outcome.RequireSuccess();
        if (frames == 0)
        {
            throw new MpucException(
                $"'{Source.Path}' has no picture from {Source.Start:0.###} s {(Source.End is { } end ? $"to {end:0.###} s" : "on")}"
                + $"{(outcome.Complaint is { } complaint ? $" ({complaint})" : string.Empty)}; check the file and the span.");
        }

        if (!_hasWarned)
        {
            _hasWarned = true;
            outcome.WarnOfDamage(_logger);
        }
    }
}
