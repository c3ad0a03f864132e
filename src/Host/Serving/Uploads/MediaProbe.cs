using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Mpuc.Media.Ffmpeg;

namespace Mpuc.Host.Serving.Uploads;

/// <summary>Asks ffprobe what a file is before anything decodes it: how long, and no list of other files.</summary>
internal static class MediaProbe
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // Formats that make a decoder open further files, which a caller must not name.
    private static readonly string[] Lists =
        ["hls", "dash", "concat", "concatf", "sdp", "rtsp", "imf", "webm_dash_manifest", "image2", "image2pipe", "lavfi"];

    // What such lists begin with, for where ffprobe gave up because it could not open what they name.
    private static readonly string[] ListStarts = ["#EXTM3U", "ffconcat "];

    /// <summary>Looks at a file.</summary>
    /// <returns>What it is; nothing of what is no media file.</returns>
    public static async Task<MediaFacts> ReadAsync(string path, CancellationToken cancellationToken)
    {
        if (IsList(path))
        {
            return new MediaFacts(null, IsList: true, IsMedia: false);
        }

        string[] arguments =
        [
            "-hide_banner",
            "-v",
            "error",
            .. FfmpegConfinement.InputOptions,
            "-show_entries",
            "format=format_name,duration",
            "-of",
            "default=noprint_wrappers=1",
            FfmpegConfinement.Name(path),
        ];
        var start = FfmpegConfinement.Start("ffprobe", arguments, Patience);
        start.RedirectStandardInput = true;

        try
        {
            using var process = Process.Start(start)!;
            return await ReadAsync(process, cancellationToken).ConfigureAwait(false);
        }
        catch (Win32Exception)
        {
            return new MediaFacts(null, IsList: false, IsMedia: false);
        }
    }

    private static async Task<MediaFacts> ReadAsync(Process process, CancellationToken cancellationToken)
    {
        try
        {
            process.StandardInput.Close();
            var complaint = process.StandardError.ReadToEndAsync(cancellationToken);
            var lines = (await process.StandardOutput.ReadToEndAsync(cancellationToken).ConfigureAwait(false)).Split('\n');
            var refused = (await complaint.ConfigureAwait(false))
                .Split('\n')
                .FirstOrDefault(line => line.Contains("not on whitelist", StringComparison.Ordinal));
            await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
            var formats = ValueOf(lines, "format_name").Split(',');
            return new MediaFacts(
                double.TryParse(ValueOf(lines, "duration"), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
                    ? seconds
                    : null,
                IsList: refused is not null && Array.Exists(Lists, list => refused.Contains($"[{list} @", StringComparison.Ordinal)),
                IsMedia: formats is not [""]);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private static bool IsList(string path)
    {
        Span<byte> start = stackalloc byte[64];
        using var stream = File.OpenRead(path);
        var text = Encoding.Latin1.GetString(start[..stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)]);
        return Array.Exists(ListStarts, list => text.Contains(list, StringComparison.Ordinal));
    }

    private static string ValueOf(string[] lines, string key) =>
        lines.FirstOrDefault(line => line.StartsWith(key + '=', StringComparison.Ordinal))?[(key.Length + 1)..].Trim() ?? string.Empty;
}

/// <summary>What a file is before anything decodes it.</summary>
/// <param name="Seconds">How long it says that it is; null where it says nothing. A claim.</param>
internal sealed record MediaFacts(double? Seconds, bool IsList, bool IsMedia);
