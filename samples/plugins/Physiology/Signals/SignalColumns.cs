using System.Globalization;
using Mpuc;

namespace Samples.Physiology.Signals;

/// <summary>The columns of a table while it is read.</summary>
internal sealed class SignalColumns
{
    private readonly string _path;
    private readonly int _time;
    private readonly (string Name, int Index, List<double> Times, List<double> Values)[] _signals;
    private readonly int _width;
    private double? _first;
    private double _last = double.NegativeInfinity;

    private SignalColumns(string path, string[] header, int time, IEnumerable<int> signals)
    {
        (_path, _time, _width) = (path, time, header.Length);
        _signals = [.. signals.Select(index => (header[index], index, new List<double>(), new List<double>()))];
    }

    /// <summary>Finds the columns in a header.</summary>
    /// <exception cref="MpucException">A column is not there; the message lists those that are.</exception>
    public static SignalColumns Find(string path, string[] header, string timeColumn, IReadOnlyList<string> names)
    {
        var time = IndexOf(timeColumn);
        var signals = names.Count == 0
            ? Enumerable.Range(0, header.Length).Where(index => index != time).ToList()
            : [.. names.Select(IndexOf)];
        return signals.Count > 0
            ? new SignalColumns(path, header, time, signals)
            : throw new MpucException($"'{path}' has a column '{timeColumn}' and no signal beside it.");

        int IndexOf(string name)
        {
            var index = Array.IndexOf(header, name);
            return index >= 0 ? index : throw new MpucException($"'{path}' has no column '{name}'; there are {string.Join(", ", header)}.");
        }
    }

    /// <summary>Takes a row.</summary>
    /// <exception cref="MpucException">A cell holds no finite number, or the times do not ascend.</exception>
    public void Add(string[] cells, int row)
    {
        if (cells.Length != _width)
        {
            throw new MpucException($"'{_path}', row {row}: there are {cells.Length} cells where the header names {_width} columns.");
        }

        var time = Number(cells[_time], row) - (_first ??= Number(cells[_time], row));
        if (time <= _last)
        {
            throw new MpucException(
                $"'{_path}', row {row}: the time {cells[_time]} is not after that of the row before; rows must be in order of time.");
        }

        _last = time;
        foreach (var signal in _signals.Where(signal => cells[signal.Index].Length > 0))
        {
            signal.Times.Add(time);
            signal.Values.Add(Number(cells[signal.Index], row));
        }
    }

    /// <summary>The signals, once all rows are taken.</summary>
    /// <exception cref="MpucException">A signal has no sample.</exception>
    public IReadOnlyList<Signal> ToSignals() => [.. _signals.Select(signal => signal.Times.Count > 0
        ? new Signal(signal.Name, signal.Times, signal.Values)
        : throw new MpucException($"'{_path}' has no sample of the signal '{signal.Name}'."))];

    private double Number(string cell, int row) =>
        double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && Math.Abs(value) < 1e15
            ? value
            : throw new MpucException($"'{_path}', row {row}: '{cell}' is not a number below 1e15.");
}
