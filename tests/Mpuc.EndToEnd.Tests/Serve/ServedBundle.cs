using System.Diagnostics;

namespace Mpuc.EndToEnd.Tests;

/// <summary>A running <c>mpuc serve</c>.</summary>
internal sealed class ServedBundle : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private readonly Process _process;
    private readonly Task<string> _log;
    private readonly Scratch _temporary = new();

    public ServedBundle(string bundle, params string[] options)
    {
        _process =
            Process.Start(new ProcessStartInfo(Repository.Executable, ["serve", bundle, "--port", "0", "--timeout", "600", .. options])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["MPUC_PLUGINS"] = Repository.Plugins,
                ["DOTNET_ROOT"] = ProgramRun.DotnetRoot(),
                ["TMPDIR"] = _temporary.Folder,
            },
        })!;
        _log = _process.StandardError.ReadToEndAsync();
        var line = _process.StandardOutput.ReadLineAsync();
        Address = line.Wait(Limit) && line.Result is { } address
            ? new Uri(address)
            : throw new InvalidOperationException($"The server did not start: {_log.Result}");
        Client = new HttpClient { BaseAddress = Address, Timeout = Limit };
    }

    public Uri Address { get; }

    public HttpClient Client { get; }

    /// <summary>Ends the server as Ctrl+C does.</summary>
    /// <returns>Its exit code, its log, and what it left in the temporary folder.</returns>
    public (int ExitCode, string Log, IReadOnlyList<string?> Left) Stop()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        Assert.That(_process.WaitForExit(Limit), Is.True, "the server did not end");
        return (
            _process.ExitCode,
            _log.Result,
            [.. Directory.EnumerateFileSystemEntries(_temporary.Folder, "mpuc-*").Select(Path.GetFileName)]);
    }

    public void Dispose()
    {
        Client.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }

        _process.Dispose();
        _temporary.Dispose();
    }
}
