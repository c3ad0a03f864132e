namespace Mpuc.Plugins.Text.Reading;

/// <summary>A CSV table with one transcript per row, in memory.</summary>
/// <param name="path">The file, for messages.</param>
/// <param name="keyNames">What a key is made of, for messages.</param>
/// <param name="transcripts">The transcripts by key, each with its line.</param>
internal sealed class TranscriptTable(string path, string keyNames, IReadOnlyDictionary<string, (string Text, long Line)> transcripts)
{
    /// <summary>Reads a table.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">Which columns are the key and the transcript.</param>
    /// <returns>The table.</returns>
    /// <exception cref="MpucException">The table is malformed, lacks a column, or two rows have the same key.</exception>
    public static TranscriptTable Read(string path, ReadingOptions options)
    {
        var table = CsvFile.Read(path);
        var text = Require(table, options.TextColumn, "textColumn");
        int[] keys = options.KeyColumns.Count == 0 ? [0] : [.. options.KeyColumns.Select(column => Require(table, column, "keyColumns"))];
        var transcripts = new Dictionary<string, (string Text, long Line)>(StringComparer.Ordinal);
        foreach (var (line, cells) in table.Rows)
        {
            var key = string.Join(',', keys.Select(column => cells[column]));
            if (!transcripts.TryAdd(key, (cells[text], line)))
            {
                throw new MpucException(
                    $"'{path}', line {line}: the key '{key}' is that of line {transcripts[key].Line}, too; choose 'keyColumns' that "
                        + "tell all rows apart.");
            }
        }

        return new TranscriptTable(path, string.Join(',', keys.Select(column => table.Columns[column])), transcripts);
    }

    /// <summary>Finds a recording's transcript.</summary>
    /// <param name="key">The row's key: the cells of the key columns, joined by commas.</param>
    /// <returns>The transcript, which may be empty.</returns>
    /// <exception cref="MpucException">There is no such row.</exception>
    public string Find(string key) => transcripts.TryGetValue(key, out var found)
        ? found.Text
        : throw new MpucException($"'{path}' has no row with the key '{key}'; a key is {keyNames}, such as '{transcripts.Keys.First()}'.");

    private static int Require(CsvFile table, string column, string option)
    {
        var place = table.IndexOf(column);
        return place >= 0
            ? place
            : throw new MpucException(
                $"'{table.Path}', line 1: there is no column '{column}', which '{option}' names; there are "
                    + $"{string.Join(", ", table.Columns)}.");
    }
}
