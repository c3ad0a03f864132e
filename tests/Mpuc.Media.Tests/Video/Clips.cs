using System.Diagnostics;

namespace Mpuc.Media.Tests.Video;

/// <summary>Makes videos for the tests; without ffmpeg the test is ignored.</summary>
internal static class Clips
{
    /// <summary>A lossless video whose picture is grey, one level brighter in every frame, from 20 on.</summary>
    public static string Counting(string target, int frames, double rate, string size = "64x48", params string[] options) => Run(
        [
            "-f",
            "lavfi",
            "-i",
            FormattableString.Invariant($"color=black:size={size}:rate={rate}:duration={frames / rate},format=gray,geq=lum=20+N"),
            "-c:v", "ffv1", .. options,
        ],
        target);

    /// <summary>A video with colours and movement.</summary>
    public static string Colours(string target, double seconds, string size = "64x48", params string[] options) =>
        Run(["-f", "lavfi", "-i", FormattableString.Invariant($"testsrc=duration={seconds}:size={size}:rate=25"), .. options], target);

    public static string Run(IEnumerable<string> arguments, string target)
    {
        Require();
        using var process = Process.Start(
            new ProcessStartInfo("ffmpeg", ["-nostdin", "-y", "-v", "error", .. arguments, target]) { RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero, errors);
        return target;
    }

    public static void Require()
    {
        var folders = Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator);
        if (!folders.Any(folder => File.Exists(Path.Combine(folder, "ffmpeg"))))
        {
            Assert.Ignore("ffmpeg is not installed.");
        }
    }
}
