using System.Diagnostics;

namespace Mpuc.Plugins.Audio.Tests.Reading;

/// <summary>Makes media files for the tests; without ffmpeg the test is ignored.</summary>
internal static class Ffmpeg
{
    public static string Encode(string wav, string target, params string[] options) => Run(["-i", wav, .. options], target);

    public static string Run(IEnumerable<string> arguments, string target)
    {
        Require();
        using var process = Process.Start(
            new ProcessStartInfo("ffmpeg", ["-nostdin", "-v", "error", .. arguments, target]) { RedirectStandardError = true })!;
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
