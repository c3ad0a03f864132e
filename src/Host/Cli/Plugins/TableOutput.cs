using Mpuc.Host.Reporting;
using Spectre.Console;

namespace Mpuc.Host.Cli.Plugins;

/// <summary>Writes tables to terminals and, unwrapped, to files.</summary>
internal static class TableOutput
{
    /// <summary>Adds a row of texts as they are, brackets included.</summary>
    public static void AddPlainRow(this Table table, params string[] cells) => table.AddRow(cells.Select(Markup.Escape).ToArray());

    public static void WriteTable(this TextWriter output, Table table) => TerminalOutput.Console(output).Write(table);
}
