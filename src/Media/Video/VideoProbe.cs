using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Mpuc.Media.Ffmpeg;

namespace Mpuc.Media.Video;

/// <summary>Asks ffprobe for a file's first video track and its first picture, cover pictures of music aside.</summary>
internal static class VideoProbe
{
    private const int MaxBytes = 1 << 20;

    // Pixels are as wide as a file says; twice the longest side that frames may have is more than enough.
    private const double WidestShown = 1 << 14;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>Reads a file's metadata.</summary>
    /// <param name="path">The file.</param>
    /// <param name="program">ffprobe.</param>
    /// <param name="timeout">How long ffprobe may take.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>What the file says.</returns>
    /// <exception cref="MpucException">ffprobe is missing or cannot read the file, or the file has no video track.</exception>
    public static async Task<VideoInfo> ReadAsync(string path, string program, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var command = new FfmpegCommand(path, Arguments(path)) { Program = program, Medium = "video", Timeout = timeout };
        using var process = FfmpegProcess.Start(command, cancellationToken);
        var text = new byte[MaxBytes];
        var length = await process.ReadFullAsync(text).ConfigureAwait(false);
        var outcome = await process.EndAsync().ConfigureAwait(false);
        outcome.RequireSuccess();
        return Parse(path, text.AsSpan(0, length), outcome.Complaint);
    }

    private static string[] Arguments(string path) =>
    [
        .. FfmpegCommand.Preamble,
        "-select_streams", "V:0",
        "-show_entries", "stream=width,height,sample_aspect_ratio,avg_frame_rate,duration:stream_side_data=rotation:format=duration:frame=pict_type:frame_side_data=rotation",
        "-read_intervals", "%+#1",
        "-of", "json", FfmpegCommand.Name(path),
    ];

    /// <summary>Reads what ffprobe answered.</summary>
    /// <param name="path">The recording, for messages.</param>
    /// <param name="json">The answer.</param>
    /// <param name="complaint">What ffprobe found wrong with the recording; null for nothing.</param>
    /// <returns>Size, rotation, rate and length of the first video track.</returns>
    /// <exception cref="MpucException">There is no such track, or the answer does not say how large its pictures are.</exception>
    internal static VideoInfo Parse(string path, ReadOnlySpan<byte> json, string? complaint)
    {
        try
        {
            return Read(path, JsonNode.Parse(json, documentOptions: Strict) ?? throw new JsonException("There is no value."), complaint);
        }
        catch (JsonException exception)
        {
            throw new MpucException($"'{path}' cannot be read as video: ffprobe's answer is no JSON.", exception);
        }
        catch (Exception exception) when (exception is InvalidOperationException or FormatException)
        {
            throw new MpucException(
                $"'{path}' cannot be read as video: ffprobe's answer has something else where a number or a text is due.", exception);
        }
    }

    private static VideoInfo Read(string path, JsonNode answer, string? complaint)
    {
        if (answer["streams"] is not JsonArray { Count: > 0 } streams || streams[0] is not { } stream)
        {
            throw new MpucException(
                $"'{path}' has no video track; it must hold moving pictures.") { IsMissingModality = complaint is null };
        }

        var (width, height) = (stream["width"]?.GetValue<int>() ?? 0, stream["height"]?.GetValue<int>() ?? 0);
        if (width < 1 || height < 1)
        {
            throw new MpucException(complaint is null
                ? $"'{path}' does not say how large its pictures are; the file is damaged or truncated, copy it again."
                : $"'{path}' cannot be read as video: {complaint}.");
        }

        if ((long)width * height > FfmpegConfinement.MaxPixels)
        {
            throw new MpucException(
                $"'{path}' cannot be read as video: its pictures of {width}x{height} pixels are too large; at most "
                    + $"{FfmpegConfinement.MaxPixels} pixels are read.");
        }

        width = (int)Math.Clamp(Math.Round(width * Ratio(stream["sample_aspect_ratio"], ':', otherwise: 1)), 1, WidestShown);

        // Of a photograph only the picture itself says how the camera was held; the decoder follows the picture where both say something.
        var rotation = Rotation((answer["frames"] as JsonArray)?.FirstOrDefault()) ?? Rotation(stream) ?? 0;
        var isTurned = Math.Abs(Math.Abs(rotation) - 90) < 45;
        return new VideoInfo(
            isTurned ? height : width,
            isTurned ? width : height,
            rotation,
            Ratio(stream["avg_frame_rate"], '/', otherwise: 0),
            Seconds(stream["duration"]) ?? Seconds(answer["format"]?["duration"]));
    }

    private static double? Rotation(JsonNode? node) =>
        (node?["side_data_list"] as JsonArray)?.Select(item => item?["rotation"])
            .FirstOrDefault(value => value is not null)?.GetValue<double>();

    private static double Ratio(JsonNode? node, char separator, double otherwise)
    {
        var parts = node?.GetValue<string>().Split(separator) ?? [];
        return parts.Length == 2 && Number(parts[0]) is { } above and > 0 && Number(parts[1]) is { } below and > 0
            ? above / below
            : otherwise;
    }

    private static double? Seconds(JsonNode? node) => node is null ? null : Number(node.GetValue<string>());

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
}

/// <summary>What a video file says of its picture.</summary>
/// <param name="Width">Columns as shown: upright, with square pixels.</param>
/// <param name="Height">Rows as shown.</param>
/// <param name="Rotation">
/// Degrees by which the stored picture is turned for showing, counter-clockwise, -180 to 180; the decoder turns it.
/// </param>
/// <param name="FrameRate">Mean frames per second; 0 where the file does not say.</param>
/// <param name="Duration">Seconds; null where the file does not say.</param>
public sealed record VideoInfo(int Width, int Height, double Rotation, double FrameRate, double? Duration);
