namespace Mpuc.Plugins.Landmarks.Reading.Csv;

/// <summary>The cells of a line, from left to right, without the spaces and quotes around them.</summary>
internal ref struct CsvLine(ReadOnlySpan<char> line)
{
    private const string Frame = " \t\"\r";

    private ReadOnlySpan<char> _rest = line;
    private bool _isOver;

    /// <summary>The cell that was read last.</summary>
    public ReadOnlySpan<char> Cell { get; private set; }

    /// <summary>Reads the next cell.</summary>
    public bool Read()
    {
        if (_isOver)
        {
            return false;
        }

        var comma = _rest.IndexOf(',');
        _isOver = comma < 0;
        Cell = (_isOver ? _rest : _rest[..comma]).Trim(Frame);
        _rest = _isOver ? default : _rest[(comma + 1)..];
        return true;
    }
}
