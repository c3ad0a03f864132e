using Spectre.Console;

namespace Mpuc.Host.Reporting;

/// <summary>Tables on terminals and, unwrapped, in files and pipes.</summary>
internal static class TerminalOutput
{
    private const int NeverWrapped = 1000;

    /// <summary>Tells whether a person reads a stream of a command as it comes.</summary>
    /// <param name="output">The stream.</param>
    /// <returns>False for files, pipes and streams of a caller.</returns>
    public static bool IsTerminal(TextWriter output) => ReferenceEquals(output, System.Console.Out) && !System.Console.IsOutputRedirected;

    /// <summary>Makes a console that writes to a stream of a command.</summary>
    /// <param name="output">The stream.</param>
    /// <returns>The console.</returns>
    public static IAnsiConsole Console(TextWriter output)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        if (!IsTerminal(output))
        {
            console.Profile.Width = NeverWrapped;
        }

        return console;
    }
}
