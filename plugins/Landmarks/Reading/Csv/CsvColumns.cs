using Mpuc.Plugins.Landmarks.Graphs;

namespace Mpuc.Plugins.Landmarks.Reading.Csv;

/// <summary>
/// Which columns of a facial-tracking table hold what, by the names that OpenFace gives them (Baltrusaitis et al. 2018): <c>x_0</c> to
/// <c>x_67</c> and <c>y_0</c> to <c>y_67</c> in pixels, and, each optional, <c>timestamp</c> in seconds, <c>frame</c>, <c>confidence</c>,
/// <c>success</c>, <c>face_id</c>.
/// </summary>
internal sealed class CsvColumns
{
    /// <summary>The slot of the time in seconds; the points' coordinates have slots 0 to 135, as x, y, x, y ...</summary>
    public const int Timestamp = 2 * FaceGraph.Points;

    /// <summary>The slot of the frame's number.</summary>
    public const int Frame = Timestamp + 1;

    /// <summary>The slot of the tracker's confidence, 0 to 1.</summary>
    public const int Confidence = Timestamp + 2;

    /// <summary>The slot of whether the tracker succeeded, 0 or 1.</summary>
    public const int Success = Timestamp + 3;

    /// <summary>The slot of the face's number, in tables of several faces.</summary>
    public const int Face = Timestamp + 4;

    /// <summary>The number of slots.</summary>
    public const int Slots = Timestamp + 5;

    private const int Unused = -1;
    private const int NamesShown = 3;

    private static readonly Dictionary<string, int> SlotOfName = NameSlots();

    private readonly List<int> _slotOfColumn = [];
    private readonly bool[] _isFilled = new bool[Slots];

    private CsvColumns()
    {
    }

    /// <summary>The number of columns.</summary>
    public int Count => _slotOfColumn.Count;

    /// <summary>Reads a header.</summary>
    /// <exception cref="MpucException">A coordinate's column is missing.</exception>
    public static CsvColumns Read(string line, string path)
    {
        var columns = new CsvColumns();
        var lookup = SlotOfName.GetAlternateLookup<ReadOnlySpan<char>>();
        var header = new CsvLine(line);
        while (header.Read())
        {
            var isKnown = lookup.TryGetValue(header.Cell, out var slot) && !columns._isFilled[slot];
            columns._slotOfColumn.Add(isKnown ? slot : Unused);
            if (isKnown)
            {
                columns._isFilled[slot] = true;
            }
        }

        columns.RequireCoordinates(path);
        return columns;
    }

    /// <summary>Whether the table has a column for a slot.</summary>
    /// <returns>False where it has none.</returns>
    public bool Has(int slot) => _isFilled[slot];

    /// <summary>Finds the slot of a column.</summary>
    /// <param name="column">The column, 0 to <see cref="Count"/> - 1.</param>
    /// <returns>False where the column is not needed.</returns>
    public bool TryGetSlot(int column, out int slot) => (slot = _slotOfColumn[column]) != Unused;

    /// <summary>The name of a slot's column.</summary>
    public static string Name(int slot) => SlotOfName.First(entry => entry.Value == slot).Key;

    private static Dictionary<string, int> NameSlots()
    {
        var slots = new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["timestamp"] = Timestamp,
            ["frame"] = Frame,
            ["confidence"] = Confidence,
            ["success"] = Success,
            ["face_id"] = Face,
        };
        for (var point = 0; point < FaceGraph.Points; point++)
        {
            slots.Add($"x_{point}", 2 * point);
            slots.Add($"y_{point}", (2 * point) + 1);
        }

        return slots;
    }

    private void RequireCoordinates(string path)
    {
        var missing = Enumerable.Range(0, Timestamp).Where(slot => !_isFilled[slot]).Select(Name).ToArray();
        if (missing.Length > 0)
        {
            var named = string.Join(", ", missing.Take(NamesShown))
                + (missing.Length > NamesShown ? $" and {missing.Length - NamesShown} more" : string.Empty);
            throw new MpucException(
                $"'{path}' line 1: the {(missing.Length == 1 ? "column" : "columns")} {named} {(missing.Length == 1 ? "is" : "are")} "
                    + "missing; " +
                "a table of 68 landmarks, as OpenFace writes it, has x_0 to x_67 and y_0 to y_67.");
        }
    }
}
