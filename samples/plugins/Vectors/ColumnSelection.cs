using Mpuc;

namespace Samples.Vectors;

/// <summary>Chooses columns by the option <c>columns</c>.</summary>
internal static class ColumnSelection
{
    /// <summary>Chooses columns.</summary>
    /// <param name="place">The file, for messages.</param>
    /// <param name="names">All columns' names.</param>
    /// <param name="columns">Names, or prefixes ending in <c>*</c>; none for all.</param>
    /// <returns>Places of columns, ascending.</returns>
    /// <exception cref="MpucException">A name or prefix fits no column.</exception>
    public static IEnumerable<int> Of(string place, IReadOnlyList<string> names, IReadOnlyList<string> columns)
    {
        if (columns.FirstOrDefault(column => !names.Any(name => Matches(name, column))) is { } unmatched)
        {
            throw new MpucException($"{place} has no column '{unmatched}', which 'columns' asks for; it has {Shorten(names)}.");
        }

        return Enumerable.Range(0, names.Count).Where(index => columns.Count == 0 || columns.Any(column => Matches(names[index], column)));
    }

    /// <summary>Lists names for a message.</summary>
    /// <param name="names">The names.</param>
    /// <returns>The first few.</returns>
    public static string Shorten(IReadOnlyList<string> names) =>
        string.Join(", ", names.Take(8)) + (names.Count > 8 ? $" and {names.Count - 8} more" : string.Empty);

    private static bool Matches(string name, string column) =>
        column.EndsWith('*') ? name.StartsWith(column[..^1], StringComparison.Ordinal) : name == column;
}
