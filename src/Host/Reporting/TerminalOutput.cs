using Spectre.Console;

namespace Mpuc.Host.Reporting;

/// <summary>Tables on terminals and, unwrapped, in files and pipes.</summary>
internal static class TerminalOutput
{
    private const int NeverWrapped = 1000;

    /// <summary>Tells whether a person reads a stream of a command as it comes.</summary>
    public static bool IsTerminal(TextWriter output) => ReferenceEquals(output, System.Console.Out) && !System.Console.IsOutputRedirected;

    /// <summary>Makes a console that writes to a stream of a command.</summary>
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
