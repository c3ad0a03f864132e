namespace Mpuc.Media.Ffmpeg;

/// <summary>The first thing that ffmpeg says on its standard error, which names the cause; what follows are its consequences.</summary>
internal static class FfmpegComplaint
{
    /// <summary>Reads the messages to their end, so that the process never waits for a reader.</summary>
    /// <param name="errors">ffmpeg's standard error.</param>
    /// <param name="command">What is run; its file is cut off where the message starts with it.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The message without its final stop, or null if there is none.</returns>
    public static async Task<string?> ReadAsync(TextReader errors, FfmpegCommand command, CancellationToken cancellationToken)
    {
        string? first = null;
        while (await errors.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } line)
        {
            first ??= string.IsNullOrWhiteSpace(line) ? null : Shorten(line, command);
        }

        return first;
    }

    private static string Shorten(string line, FfmpegCommand command)
    {
        if (line.Contains("matches no streams", StringComparison.Ordinal))
        {
            return $"it has no {command.Medium} track";
        }

        // "[mov,mp4 @ 0x55d0] moov atom not found" and "file:clip.txt: Invalid data" say more without what stands in front.
        var text = line.StartsWith('[') && line.IndexOf("] ", StringComparison.Ordinal) is > 0 and var end ? line[(end + 2)..] : line;
        var file = $"file:{command.Path}: ";
        return (text.StartsWith(file, StringComparison.Ordinal) ? text[file.Length..] : text).Trim().TrimEnd('.');
    }
}
