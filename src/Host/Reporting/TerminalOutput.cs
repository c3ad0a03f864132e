using Spectre.Console;

namespace Mpuc.Host.Reporting;

/// <summary>Tables on terminals and, unwrapped, in files and pipes.</summary>
internal static class TerminalOutput
{
    private const int NeverWrapped = 1000;

    /// <summary>Makes a console that writes to a stream of a command.</summary>
    /// <param name="output">The stream.</param>
    /// <returns>The console.</returns>
    public static IAnsiConsole Console(TextWriter output)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        if (!ReferenceEquals(output, System.Console.Out) || System.Console.IsOutputRedirected)
        {
            console.Profile.Width = NeverWrapped;
        }

        return console;
    }
}
