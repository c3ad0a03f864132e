namespace Mpuc.Media.Ffmpeg;

/// <summary>The first thing that ffmpeg says on its standard error, which names the cause; what follows are its consequences.</summary>
/// <param name="Text">The message without its final stop.</param>
/// <param name="IsOfMissingTrack">Whether it says that the file has no track of the medium.</param>
internal sealed record FfmpegComplaint(string Text, bool IsOfMissingTrack)
{
    /// <summary>Reads the messages to their end, so that the process never waits for a reader.</summary>
    /// <param name="errors">ffmpeg's standard error.</param>
    /// <param name="command">What is run; its file is cut off where the message starts with it.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The message, or null if there is none.</returns>
    public static async Task<FfmpegComplaint?> ReadAsync(TextReader errors, FfmpegCommand command, CancellationToken cancellationToken)
    {
        FfmpegComplaint? first = null;
        while (await errors.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } line)
        {
            first ??= string.IsNullOrWhiteSpace(line) ? null : Of(line, command);
        }

        return first;
    }

    private static FfmpegComplaint Of(string line, FfmpegCommand command)
    {
        if (line.Contains("matches no streams", StringComparison.Ordinal))
        {
            return new FfmpegComplaint($"it has no {command.Medium} track", IsOfMissingTrack: true);
        }

        // "[mov,mp4 @ 0x55d0] moov atom not found" and "file:clip.txt: Invalid data" say more without what stands in front.
        var text = line.StartsWith('[') && line.IndexOf("] ", StringComparison.Ordinal) is > 0 and var end ? line[(end + 2)..] : line;
        var file = $"file:{command.Path}: ";
        return new FfmpegComplaint((text.StartsWith(file, StringComparison.Ordinal) ? text[file.Length..] : text).Trim().TrimEnd('.'), IsOfMissingTrack: false);
    }
}
