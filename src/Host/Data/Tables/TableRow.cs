namespace Mpuc.Host.Data.Tables;

/// <summary>One row of a table.</summary>
/// <param name="Line">The line of the file that it starts on, counted from 1.</param>
/// <param name="Cells">As many cells as the table has columns.</param>
internal sealed record TableRow(long Line, IReadOnlyList<string> Cells);
