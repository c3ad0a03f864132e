using System.Globalization;
using System.Text.RegularExpressions;

namespace Mpuc.Plugins.Landmarks.Reading.Csv;

/// <summary>The numbers of one row of a facial-tracking table.</summary>
/// <param name="line">The line's number in the file, from 1.</param>
internal sealed class CsvRow(CsvColumns columns, int line)
{
    private readonly double[] _values = new double[CsvColumns.Slots];

    /// <summary>The line's number in the file, from 1.</summary>
    public int Line => line;

    /// <summary>Reads a row.</summary>
    /// <exception cref="MpucException">A cell that is needed is missing or no number.</exception>
    public CsvRow Read(string text, string path)
    {
        var cells = new CsvLine(text);
        var column = 0;
        for (; cells.Read(); column++)
        {
            if (column >= columns.Count
                || !columns.TryGetSlot(column, out var slot)
                || double.TryParse(cells.Cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _values[slot]))
            {
                continue;
            }

            _values[slot] = MissingNumber.Is(cells.Cell)
                ? double.NaN
                : throw new MpucException(
                    $"'{path}' line {line}: '{cells.Cell}' in column {column + 1} ('{CsvColumns.Name(slot)}') is not a number.");
        }

        return column == columns.Count
            ? this
            : throw new MpucException(
                $"'{path}' line {line} has {column} cells, but the header has {columns.Count}; write the table again.");
    }

    /// <summary>The value of a slot.</summary>
    /// <param name="otherwise">What serves where the table has no such column.</param>
    public double Value(int slot, double otherwise) => columns.Has(slot) ? _values[slot] : otherwise;

    /// <summary>Turns the row into a frame.</summary>
    /// <returns>The frame; failed too where a coordinate, or what says that the tracker succeeded, is missing.</returns>
    public TrackedFrame ToFrame(double seconds, double minConfidence)
    {
        var points = Array.ConvertAll(_values[..CsvColumns.Timestamp], value => (float)value);
        var isValid = Value(CsvColumns.Success, 1) is not (0 or double.NaN)
            && Value(CsvColumns.Confidence, 1) >= minConfidence
            && Array.TrueForAll(points, float.IsFinite);
        return new TrackedFrame(seconds, points, isValid);
    }
}

/// <summary>How programs write a number that is not there: C libraries old and new, spreadsheets, R, pandas, databases.</summary>
internal static partial class MissingNumber
{
    /// <summary>Whether a cell says that there is no number, as <c>NaN</c>, <c>-nan(ind)</c>, <c>1.#QNAN</c> or <c>#N/A</c> do.</summary>
    /// <param name="cell">The cell, without blanks around it.</param>
    /// <returns>False for numbers and for any other text, an empty one too.</returns>
    public static bool Is(ReadOnlySpan<char> cell) => Spellings().IsMatch(cell);

    [GeneratedRegex(
        @"^(?:[-+]?(?:nan(?:\([^()]*\))?|1\.?#(?:[QS]?NAN|IND|INF|J)\d*|inf(?:inity)?)|#N/A(?: N/A)?|#NA|N/A|NA|<NA>|null|none|#(?:NUM|VALUE|REF|NULL|DIV/0)!|#NAME\?|missing|\?|--?)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spellings();
}
