using Mpuc;

namespace Samples.Vectors.Table;

/// <summary>Which columns of a table hold what.</summary>
/// <param name="Names">All columns' names.</param>
/// <param name="KeyIndex">The key column; null in a table without keys.</param>
/// <param name="ValueIndices">The columns that make the vector, in the order of the file.</param>
internal sealed record TableHeader(IReadOnlyList<string> Names, int? KeyIndex, IReadOnlyList<int> ValueIndices)
{
    /// <summary>Chooses the columns.</summary>
    /// <param name="path">The file, for messages.</param>
    /// <param name="names">The cells of the first line.</param>
    /// <param name="hasKeys">Whether rows are found by key.</param>
    /// <param name="options">The key column's name and the selected columns.</param>
    /// <returns>The columns.</returns>
    /// <exception cref="MpucException">A name is missing or twice there, or an option names no column.</exception>
    public static TableHeader Choose(string path, IReadOnlyList<string> names, bool hasKeys, VectorsOptions options)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (index, name) in names.Index())
        {
            if (name.Length == 0)
            {
                throw new MpucException($"'{path}', line 1: column {index + 1} has no name; the first line must name every column.");
            }

            if (!seen.Add(name))
            {
                throw new MpucException($"'{path}', line 1: two columns are named '{name}'; every name must be there once.");
            }
        }

        var key = KeyColumn(path, names, hasKeys, options.KeyColumn);
        var values = Enumerable.Range(0, names.Count).Where(index => index != key && IsSelected(names[index], options.Columns)).ToList();
        if (options.Columns.FirstOrDefault(column => !names.Any(name => Matches(name, column))) is { } unmatched)
        {
            throw new MpucException($"'{path}' has no column '{unmatched}', which 'columns' asks for; it has {Shorten(names)}.");
        }

        return values.Count > 0
            ? new TableHeader(names, key, values)
            : throw new MpucException($"'{path}', line 1: there is no column of numbers beside the key's; the header is {Shorten(names)}.");
    }

    private static int? KeyColumn(string path, IReadOnlyList<string> names, bool hasKeys, string keyColumn)
    {
        if (keyColumn.Length == 0)
        {
            return hasKeys ? 0 : null;
        }

        var index = names.ToList().IndexOf(keyColumn);
        return index >= 0
            ? index
            : throw new MpucException($"'{path}' has no column '{keyColumn}', which 'key' names; it has {Shorten(names)}.");
    }

    private static bool IsSelected(string name, IReadOnlyList<string> columns) => columns.Count == 0 || columns.Any(column => Matches(name, column));

    private static bool Matches(string name, string column) =>
        column.EndsWith('*') ? name.StartsWith(column[..^1], StringComparison.Ordinal) : name == column;

    private static string Shorten(IReadOnlyList<string> names) => string.Join(", ", names.Take(8)) + (names.Count > 8 ? $" and {names.Count - 8} more" : string.Empty);
}
