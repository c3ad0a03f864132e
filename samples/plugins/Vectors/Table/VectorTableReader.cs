using System.Globalization;
using CsvHelper;
using Mpuc;

namespace Samples.Vectors.Table;

/// <summary>Reads a table of vectors from a CSV file (RFC 4180, UTF-8) and refuses whatever could be misread.</summary>
internal static class VectorTableReader
{
    private static readonly CsvReaderOptions Csv = new()
    {
        HasHeader = false,
        Separator = ',',
        TrimWhitespace = true,
        TrackLineNumbers = true,
        MalformedData = CsvMalformedDataHandling.Throw,
    };

    /// <summary>Reads the whole file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="hasKeys">Whether a column holds the recordings' keys; otherwise the file must have a single row.</param>
    /// <param name="options">Which columns, and what an empty cell means.</param>
    /// <returns>The table.</returns>
    /// <exception cref="MpucException">
    /// The file cannot be read or is damaged; the message names the line and, where it can, the column.
    /// </exception>
    public static VectorTable Read(string path, bool hasKeys, VectorsOptions options)
    {
        try
        {
            using var reader = CsvReader.FromFile(path, Csv);
            var header = reader.Read()
                ? TableHeader.Choose(path, Cells(path, reader), hasKeys, options)
                : throw new MpucException($"'{path}' is empty; its first line must name the columns.");
            return new VectorTable(path, ReadRows(path, reader, header, hasKeys, options.ImputesMean));
        }
        catch (CsvFormatException exception)
        {
            throw new MpucException(
                $"'{path}', line {exception.LineNumber}: a quotation mark is out of place; a cell that holds one must be quoted, with "
                    + "the mark doubled.",
                exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new MpucException(
                File.Exists(path)
                    ? $"'{path}' cannot be read: {exception.Message}"
                    : $"There is no file '{path}'; it must be a CSV table with a header.",
                exception);
        }
    }

    private static Dictionary<string, VectorRow> ReadRows(string path, CsvReader reader, TableHeader header, bool hasKeys, bool allowsEmpty)
    {
        var rows = new Dictionary<string, VectorRow>(StringComparer.Ordinal);
        while (reader.Read())
        {
            var (cells, line) = (Cells(path, reader), reader.LineNumber);
            if (cells.Length != header.Names.Count)
            {
                throw new MpucException(
                    $"'{path}', line {line}: there are {cells.Length} cells where the header names {header.Names.Count} columns.");
            }

            var row = new VectorRow(
                [.. header.ValueIndices.Select(index => Number(cells[index], header.Names[index], path, line, allowsEmpty))], line);
            var key = hasKeys && header.KeyIndex is { } keyIndex ? cells[keyIndex] : string.Empty;
            if (!rows.TryAdd(key, row))
            {
                throw new MpucException(hasKeys
                    ? $"'{path}', line {line}: the key '{key}' is that of line {rows[key].Line}, too; every recording must have one row."
                    : $"'{path}', line {line}: there is a second row; the file of a single recording must have one row below its header.");
            }
        }

        return rows.Count > 0 ? rows : throw new MpucException($"'{path}' has a header but no row.");
    }

    private static string[] Cells(string path, CsvReader reader)
    {
        string[] cells = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)];
        return Array.Exists(cells, cell => cell.Contains('\0', StringComparison.Ordinal))
            ? throw new MpucException($"'{path}' is no text; it must be a CSV table with a header.")
            : cells;
    }

    private static float Number(string cell, string column, string path, long line, bool allowsEmpty)
    {
        if (MissingNumber.Is(cell))
        {
            return allowsEmpty
                ? float.NaN
                : throw new MpucException(
                    $"'{path}', line {line}, column '{column}': "
                        + $"{(cell.Length == 0 ? "the cell is empty" : $"'{cell}' is not a finite number")}; fill it in, or set the "
                        + "option 'missing' to 'mean'.");
        }

        return float.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && float.IsFinite(number)
            ? number
            : throw new MpucException(
                $"'{path}', line {line}, column '{column}': '{cell}' is not a finite number; leave the column out with 'columns' or "
                    + "correct it.");
    }
}
