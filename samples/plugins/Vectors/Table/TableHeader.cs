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
        var values = ColumnSelection.Of($"'{path}'", names, options.Columns).Where(index => index != key).ToList();
        return values.Count > 0
            ? new TableHeader(names, key, values)
            : throw new MpucException(
                $"'{path}', line 1: there is no column of numbers beside the key's; the header is {ColumnSelection.Shorten(names)}.");
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
            : throw new MpucException($"'{path}' has no column '{keyColumn}', which 'key' names; it has {ColumnSelection.Shorten(names)}.");
    }
}
