using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Mpuc.EndToEnd.Tests;

/// <summary>What a run of the program left behind.</summary>
/// <param name="ExitCode">The exit code.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
internal sealed record ProgramRun(int ExitCode, string Output, string Error)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    /// <summary>Standard output as JSON.</summary>
    public JsonNode Json => JsonNode.Parse(Output) ?? throw new FormatException("Standard output is the JSON null.");

    /// <summary>Runs the built program as a user would, without a terminal and without input.</summary>
    public static ProgramRun Of(params string[] arguments) => WithPlugins(Repository.Plugins, arguments);

    /// <summary>Runs the built program with the plugins of a folder.</summary>
    public static ProgramRun WithPlugins(string folder, params string[] arguments) =>
        Of(new ProcessStartInfo(Repository.Executable, arguments)
    {
        WorkingDirectory = Repository.Root,
        Environment = { ["MPUC_PLUGINS"] = folder, ["DOTNET_ROOT"] = DotnetRoot() },
    });

    /// <summary>Runs any program without a terminal and without input.</summary>
    public static ProgramRun Of(ProcessStartInfo start)
    {
        (start.RedirectStandardInput, start.RedirectStandardOutput, start.RedirectStandardError) = (true, true, true);
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (!process.WaitForExit(Limit))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{start.FileName} {string.Join(' ', start.ArgumentList)} did not end within {Limit}.");
        }

        return new ProgramRun(process.ExitCode, output.Result, error.Result);
    }

    public override string ToString() => $"exit code {ExitCode}\n--- standard output\n{Output}\n--- standard error\n{Error}";

    internal static string DotnetRoot() =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));
}
