using System.Globalization;

namespace Mpuc.Plugins.Text.Reading;

/// <summary>
/// Time-stamped words as a CSV table with the columns <c>start</c>, <c>end</c> (seconds) and <c>word</c>, one row per word; other columns
/// may be there.
/// </summary>
internal static class WordTable
{
    /// <summary>The columns that a table of timed words has.</summary>
    public static readonly IReadOnlyList<string> Columns = ["start", "end", "word"];

    /// <summary>Reads the words, silence among them.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The words in the file's order.</returns>
    /// <exception cref="MpucException">The table is malformed, lacks a column, or a time is none.</exception>
    public static IReadOnlyList<TimedText> Read(string path)
    {
        var table = CsvFile.Read(path, TextFile.LongestTimed);
        var (start, end, word) = (Find(table, Columns[0]), Find(table, Columns[1]), Find(table, Columns[2]));
        return [.. table.Rows.Select(row =>
        {
            var line = new FileLine(path, row.Line, string.Empty);
            return line.Timed(row.Cells[word], Seconds(line, row.Cells[start]), Seconds(line, row.Cells[end]));
        })];
    }

    private static int Find(CsvFile table, string column)
    {
        var place = table.IndexOf(column);
        return place >= 0
            ? place
            : throw new MpucException(
                $"'{table.Path}', line 1: there is no column '{column}'; a file of timed words needs {string.Join(", ", Columns)}, "
                + "and a table with one transcript per row is asked for by a key.");
    }

    private static double Seconds(FileLine line, string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
            ? seconds
            : throw line.Error($"'{text}' is not a number of seconds.");
}
