using CsvHelper;
using Mpuc.Weights;

namespace Mpuc.Host.Data.Tables;

/// <summary>A CSV file with a header line, read strictly: every row has as many cells as the header.</summary>
internal sealed class CsvTable
{
    private static readonly CsvReaderOptions Strict = new()
    {
        Separator = ',', HasHeader = false, TrackLineNumbers = true, MalformedData = CsvMalformedDataHandling.Throw,
    };

    private CsvTable(string path, IReadOnlyList<string> columns, IReadOnlyList<TableRow> rows) =>
        (Path, Columns, Rows) = (path, columns, rows);

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>The header's names, unique.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>The rows, without blank lines.</summary>
    public IReadOnlyList<TableRow> Rows { get; }

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file; UTF-8, commas, quotes as in RFC 4180.</param>
    /// <returns>The table; it may have no rows.</returns>
    /// <exception cref="MpucException">The file is missing, empty or malformed.</exception>
    public static CsvTable Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new MpucException($"There is no file '{path}'.");
        }

        RegularFile.Require(path);
        try
        {
            using var reader = CsvReader.Create(File.OpenRead(path), Strict);
            if (!reader.Read())
            {
                throw new MpucException($"'{path}' is empty; it needs a header line with the columns' names.");
            }

            string[] columns = [.. reader.Current.ToArray().Select(name => name.Trim())];
            if (columns.CountBy(name => name, StringComparer.Ordinal).FirstOrDefault(same => same.Value > 1).Key is { } twice)
            {
                throw new MpucException($"'{path}', line {reader.LineNumber}: the column '{twice}' is there twice.");
            }

            return new CsvTable(path, columns, ReadRows(path, reader, columns.Length));
        }
        catch (CsvFormatException exception)
        {
            throw new MpucException($"'{path}', line {exception.LineNumber}: the quotation marks are out of place.", exception);
        }
    }

    /// <summary>Finds a column.</summary>
    /// <returns>Its place, or -1.</returns>
    public int IndexOf(string name) => Columns.ToList().IndexOf(name);

    private static List<TableRow> ReadRows(string path, CsvReader reader, int columns)
    {
        var rows = new List<TableRow>();
        while (reader.Read())
        {
            if (reader.FieldCount != columns)
            {
                var cells = reader.FieldCount == 1 ? "1 cell" : $"{reader.FieldCount} cells";
                throw new MpucException($"'{path}', line {reader.LineNumber}: {cells} where the header has {columns}.");
            }

            rows.Add(new TableRow(reader.LineNumber, reader.Current.ToArray()));
        }

        return rows;
    }
}

/// <summary>One row of a table.</summary>
/// <param name="Line">The line of the file that it starts on, counted from 1.</param>
internal sealed record TableRow(long Line, IReadOnlyList<string> Cells);
