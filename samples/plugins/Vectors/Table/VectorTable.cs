using Mpuc;

namespace Samples.Vectors.Table;

/// <summary>A table of vectors in memory.</summary>
/// <param name="path">The file, for messages.</param>
/// <param name="rows">The vectors by key; by the empty key where the table has no key column.</param>
internal sealed class VectorTable(string path, IReadOnlyDictionary<string, VectorRow> rows)
{
    /// <summary>Finds a recording's vector.</summary>
    /// <param name="key">The recording's key; null for the only row of a table without keys.</param>
    /// <returns>The vector.</returns>
    /// <exception cref="MpucException">There is no such row.</exception>
    public VectorRow Row(string? key) =>
        rows.TryGetValue(key ?? string.Empty, out var row)
            ? row
            : throw new MpucException($"'{path}' has no row with the key '{key}'; its keys look like '{rows.Keys.First()}'.");
}
