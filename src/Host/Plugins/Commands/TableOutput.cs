using Spectre.Console;

namespace Mpuc.Host.Plugins.Commands;

/// <summary>Writes tables to terminals and, unwrapped, to files.</summary>
internal static class TableOutput
{
    private const int NeverWrapped = 1000;

    /// <summary>Adds a row of texts as they are, brackets included.</summary>
    public static void AddPlainRow(this Table table, params string[] cells) => table.AddRow(cells.Select(Markup.Escape).ToArray());

    public static void WriteTable(this TextWriter output, Table table)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        if (!ReferenceEquals(output, Console.Out) || Console.IsOutputRedirected)
        {
            console.Profile.Width = NeverWrapped;
        }

        console.Write(table);
    }
}
