using System.Globalization;
using Mpuc;

namespace PluginName;

/// <summary>
/// Reads a file. FILL IN: this one reads CSV with a header and numbers below it; yours may decode anything. Whatever is wrong with a file
/// is an MpucException whose sentence names the file, the place and what would be right.
/// </summary>
internal static class PluginNameReader
{
    /// <summary>Reads all rows of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>At least one row; all have the same number of finite values.</returns>
    /// <exception cref="MpucException">The file is not there, empty or damaged.</exception>
    public static IReadOnlyList<float[]> Read(string path, CancellationToken cancellationToken)
    {
        try
        {
            var lines = File.ReadAllLines(path);
            if (lines.Length < 2)
            {
                throw new MpucException($"'{path}' has no row of numbers below its header.");
            }

            var columns = lines[0].Split(',').Length;
            var rows = new List<float[]>(lines.Length - 1);
            for (var index = 1; index < lines.Length; index++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                rows.Add(Row(path, index + 1, lines[index], columns));
            }

            return rows;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MpucException(
                Path.Exists(path)
                    ? $"'{path}' cannot be read: {e.Message}"
                    : $"There is no file '{path}'; it must be a CSV file with a header.",
                e);
        }
    }

    private static float[] Row(string path, int line, string text, int columns)
    {
        var cells = text.Split(',');
        if (cells.Length != columns)
        {
            throw new MpucException($"'{path}', line {line}: there are {cells.Length} numbers where the header names {columns} columns.");
        }

        return Array.ConvertAll(cells, cell =>
            float.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && float.IsFinite(value)
                ? value
                : throw new MpucException($"'{path}', line {line}: '{cell}' is not a finite number."));
    }
}
