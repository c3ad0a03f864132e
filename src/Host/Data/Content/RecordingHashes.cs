using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Mpuc.Host.Data.Tables;

namespace Mpuc.Host.Data.Content;

/// <summary>Hashes of what recordings hold, whatever they are called: a file's bytes, or a table row's cells without its key.</summary>
internal sealed class RecordingHashes(ContentHashes files)
{
    private readonly ConcurrentDictionary<string, Lazy<Dictionary<string, string>>> _tables = new(StringComparer.Ordinal);

    /// <summary>The hash of all sources of a recording.</summary>
    /// <returns>Equal for two recordings just where they have sources of the same names with the same content.</returns>
    public string Of(Recording recording)
    {
        var sources = recording.Sources.OrderBy(source => source.Key, StringComparer.Ordinal);
        return Hash(string.Join('\n', sources.Select(source => $"{source.Key}\t{Of(source.Value)}")));
    }

    private string Of(ModalitySource source)
    {
        var content = source.Key is { } key && source.Path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)
            ? _tables.GetOrAdd(source.Path, path => new(() => HashRows(path))).Value.GetValueOrDefault(key)
            : null;
        content ??= $"{files.OfFile(source.Path)}\t{source.Key}";
        return string.Create(CultureInfo.InvariantCulture, $"{content}\t{source.Start:R}\t{source.End:R}");
    }

    private static Dictionary<string, string> HashRows(string path)
    {
        var rows = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in CsvTable.Read(path).Rows)
        {
            rows[row.Cells[0]] = Hash(string.Join('\t', row.Cells.Skip(1)));
        }

        return rows;
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
