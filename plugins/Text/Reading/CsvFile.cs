using CsvHelper;

namespace Mpuc.Plugins.Text.Reading;

/// <summary>A CSV file with a header line, read strictly: every row has as many cells as the header. Cells are trimmed.</summary>
/// <param name="Path">The file.</param>
/// <param name="Columns">The header's names.</param>
/// <param name="Rows">The rows, each with the line that it starts on.</param>
internal sealed record CsvFile(string Path, IReadOnlyList<string> Columns, IReadOnlyList<(long Line, string[] Cells)> Rows)
{
    private static readonly CsvReaderOptions Strict = new()
    {
        HasHeader = false, Separator = ',', TrimWhitespace = true, TrackLineNumbers = true, MalformedData = CsvMalformedDataHandling.Throw,
    };

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file; commas, quotes as in RFC 4180.</param>
    /// <param name="longest">The most bytes that it may have; null for what a table of a whole data set may have.</param>
    /// <returns>The table, with at least one row.</returns>
    /// <exception cref="MpucException">The file is missing, empty or malformed.</exception>
    public static CsvFile Read(string path, long? longest = null)
    {
        try
        {
            using var reader = CsvReader.Create(
                new StringReader(longest is { } most ? TextFile.Read(path, most) : TextFile.Read(path)), Strict);
            if (!reader.Read())
            {
                throw new MpucException($"'{path}' is empty; its first line must name the columns.");
            }

            var columns = Cells(reader);
            var rows = new List<(long, string[])>();
            while (reader.Read())
            {
                rows.Add((reader.LineNumber, reader.FieldCount == columns.Length
                    ? Cells(reader)
                    : throw new MpucException(
                        $"'{path}', line {reader.LineNumber}: there are {reader.FieldCount} cells where the header names "
                            + $"{columns.Length} columns.")));
            }

            return rows.Count > 0 ? new CsvFile(path, columns, rows) : throw new MpucException($"'{path}' has a header but no row.");
        }
        catch (CsvFormatException exception)
        {
            throw new MpucException(
                $"'{path}', line {exception.LineNumber}: the quotation marks are out of place; one inside a cell must be doubled, and "
                    + "the cell quoted.",
                exception);
        }
    }

    /// <summary>Finds a column by its name, in this or another case.</summary>
    /// <param name="name">The column's name.</param>
    /// <returns>Its place, or -1.</returns>
    public int IndexOf(string name)
    {
        var names = Columns.ToList();
        var exact = names.IndexOf(name);
        return exact >= 0 ? exact : names.FindIndex(column => column.Equals(name, StringComparison.OrdinalIgnoreCase));
    }

    private static string[] Cells(CsvReader reader) => [.. reader.Current.ToArray().Select(cell => cell.Trim())];
}
