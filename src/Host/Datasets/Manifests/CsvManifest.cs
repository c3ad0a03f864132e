using System.Globalization;
using Mpuc.Host.Data.Tables;

namespace Mpuc.Host.Datasets.Manifests;

/// <summary>
/// A manifest as CSV: the columns <c>id</c>, <c>group</c>, <c>split</c>, <c>start</c>, <c>end</c> (seconds, for all sources of the row) and
/// <c>source.NAME</c>; every other column is a label. An empty cell means "none", and so does a label that
/// is written as a missing number (<see cref="MissingCell"/>).
/// </summary>
internal static class CsvManifest
{
    private const string SourcePrefix = "source.";

    private static readonly string[] Reserved = ["id", "group", "split", "start", "end"];

    /// <summary>Reads the entries.</summary>
    /// <exception cref="MpucException">The table is malformed, lacks the column <c>id</c>, or a number is none.</exception>
    public static IEnumerable<ManifestEntry> Read(string path)
    {
        var table = CsvTable.Read(path);
        if (table.IndexOf("id") < 0)
        {
            throw new MpucException($"'{path}', line 1: there is no column 'id'; there are {string.Join(", ", table.Columns)}.");
        }

        return table.Rows.Select(row => ReadRow(table, row));
    }

    private static ManifestEntry ReadRow(CsvTable table, TableRow row)
    {
        var cells = table.Columns.Zip(row.Cells.Select(cell => cell.Trim())).Where(pair => pair.Second.Length > 0)
            .ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
        var (start, end) = (Seconds(table, row, cells, "start") ?? 0, Seconds(table, row, cells, "end"));
        return new ManifestEntry(
            row.Line,
            cells.GetValueOrDefault("id", string.Empty),
            cells.GetValueOrDefault("group", string.Empty),
            cells.GetValueOrDefault("split", string.Empty),
            cells.Where(cell => !IsSource(cell.Key) && !Reserved.Contains(cell.Key) && !MissingCell.Is(cell.Value))
                .ToDictionary(StringComparer.Ordinal),
            cells.Where(cell => IsSource(cell.Key)).ToDictionary(
                cell => cell.Key[SourcePrefix.Length..], cell => new ManifestSource(cell.Value, null, start, end), StringComparer.Ordinal));
    }

    private static bool IsSource(string column) => column.StartsWith(SourcePrefix, StringComparison.Ordinal);

    private static double? Seconds(CsvTable table, TableRow row, Dictionary<string, string> cells, string column)
    {
        if (!cells.TryGetValue(column, out var text))
        {
            return null;
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && double.IsFinite(seconds)
            ? seconds
            : throw new MpucException($"'{table.Path}', line {row.Line}: '{text}' in the column '{column}' is not a number of seconds.");
    }
}
