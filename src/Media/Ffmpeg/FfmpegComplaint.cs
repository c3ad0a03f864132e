using System.Text.RegularExpressions;

namespace Mpuc.Media.Ffmpeg;

/// <summary>The first thing that ffmpeg says on its standard error, which names the cause; what follows are its consequences.</summary>
/// <param name="Text">The message without its final stop.</param>
/// <param name="IsOfMissingTrack">Whether it says that the file has no track of the medium.</param>
internal sealed partial record FfmpegComplaint(string Text, bool IsOfMissingTrack)
{
    private const int LongestText = 200;

    /// <summary>Reads the messages to their end, so that the process never waits for a reader.</summary>
    /// <param name="command">What is run; its file is cut off where the message starts with it.</param>
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

        if (line.Contains("not on whitelist", StringComparison.Ordinal))
        {
            return new FfmpegComplaint(
                "it is no recording but of a format that is not read, such as a list of other files; give the recording itself",
                IsOfMissingTrack: false);
        }

        if (TooLarge().Match(line) is { Success: true } size)
        {
            return new FfmpegComplaint(
                $"its pictures of {size.Groups["size"].Value} pixels are too large; at most {FfmpegConfinement.MaxPixels} pixels are read",
                IsOfMissingTrack: false);
        }

        // "[mov,mp4 @ 0x55d0] moov atom not found" and "file:clip.txt: Invalid data" say more without what stands in front.
        var text = line.StartsWith('[') && line.IndexOf("] ", StringComparison.Ordinal) is > 0 and var end ? line[(end + 2)..] : line;
        var file = $"{FfmpegConfinement.Name(command.Path)}: ";
        return new FfmpegComplaint(
            Tame(text.StartsWith(file, StringComparison.Ordinal) ? text[file.Length..] : text), IsOfMissingTrack: false);
    }

    // A file decides what is said of it: it must neither name others nor steer a terminal nor fill a page.
    private static string Tame(string text)
    {
        var plain = string.Concat(OtherFiles().Replace(text, "[another file]").Select(letter => char.IsControl(letter) ? ' ' : letter))
            .Trim()
            .TrimEnd('.');
        return plain.Length <= LongestText ? plain : plain[..LongestText] + "...";
    }

    [GeneratedRegex(
        @"Picture size (?<size>\d+x\d+) is invalid",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex TooLarge();

    [GeneratedRegex(
        @"'[^']*[/\\][^']*'|\b[a-z][a-z0-9+.-]*:\S*/\S*|(?<!\S)\.{0,2}/\S+",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex OtherFiles();
}
