using System.Globalization;
using System.Text;

namespace Mpuc.Plugins.Landmarks.Tests.Reading;

/// <summary>
/// Writes tables as a facial tracker does. Point p of frame t is at (100 + p + t, 200 + 2p - t) unless a test says otherwise.
/// </summary>
internal sealed class TrackingTable
{
    private readonly List<string> _columns;
    private readonly List<Dictionary<string, string>> _rows = [];

    public TrackingTable(params string[] columns) =>
        _columns =
        [
            .. columns,
            .. Enumerable.Range(0, 68).Select(point => $"x_{point}"),
            .. Enumerable.Range(0, 68).Select(point => $"y_{point}"),
        ];

    /// <summary>What stands between two cells.</summary>
    public string Separator { get; init; } = ",";

    public static float X(int point, int frame) => 100 + point + frame;

    public static float Y(int point, int frame) => 200 + (2 * point) - frame;

    /// <summary>A table with one row per frame at 30 frames/s, all found.</summary>
    public static TrackingTable Of(int frames)
    {
        var table = new TrackingTable("frame", "timestamp", "confidence");
        for (var frame = 0; frame < frames; frame++)
        {
            table.Add(frame, ("frame", frame + 1), ("timestamp", Math.Round(frame / 30.0, 3)), ("confidence", 0.98));
        }

        return table;
    }

    public TrackingTable Add(int frame, params (string Column, object Value)[] cells)
    {
        var row = Enumerable.Range(0, 68)
            .SelectMany(point => new[] { ($"x_{point}", X(point, frame)), ($"y_{point}", Y(point, frame)) })
            .ToDictionary(cell => cell.Item1, cell => cell.Item2.ToString(CultureInfo.InvariantCulture));
        foreach (var (column, value) in cells)
        {
            row[column] = Convert.ToString(value, CultureInfo.InvariantCulture)!;
        }

        _rows.Add(row);
        return this;
    }

    public TrackingTable Set(int row, string column, object value)
    {
        _rows[row][column] = Convert.ToString(value, CultureInfo.InvariantCulture)!;
        return this;
    }

    public TrackingTable Without(params string[] columns)
    {
        _columns.RemoveAll(columns.Contains);
        return this;
    }

    public override string ToString()
    {
        var text = new StringBuilder().AppendJoin(Separator, _columns).AppendLine();
        foreach (var row in _rows)
        {
            text.AppendJoin(Separator, _columns.Select(column => row.GetValueOrDefault(column, "0"))).AppendLine();
        }

        return text.ToString();
    }
}
