namespace Mpuc.Plugins.Text.Vectors;

/// <summary>Splits a stream at line feeds alone, because words may hold what Unicode counts as other ends of lines.</summary>
/// <param name="stream">The stream.</param>
/// <param name="longest">Bytes after which a line is cut.</param>
internal sealed class ByteLines(Stream stream, int longest)
{
    private const int Block = 1 << 16;

    private byte[] _buffer = new byte[Math.Min(longest, Block) + Block];
    private int _start;
    private int _end;
    private bool _ended;

    /// <summary>The current line's number, counted from 1.</summary>
    public long Number { get; private set; }

    /// <summary>Whether the current line is only the beginning of a longer one.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Reads the next line.</summary>
    /// <param name="line">The line without its end, white space at both ends and a byte order mark; valid until the next call.</param>
    /// <returns>False at the stream's end.</returns>
    public bool MoveNext(out ReadOnlySpan<byte> line)
    {
        var searched = 0;
        int length;
        while ((length = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n')) < 0
            && !_ended
            && _end - _start < longest)
        {
            searched = _end - _start;
            Fill();
        }

        var available = _end - _start;
        length = length < 0 ? available : searched + length;
        IsCut = length >= longest;
        line = _buffer.AsSpan(_start, length);
        var any = available > 0;
        _start = Math.Min(_end, _start + length + 1);
        Number++;
        line = (Number == 1 && line.StartsWith("\uFEFF"u8) ? line[3..] : line).Trim(" \t\r"u8);
        return any;
    }

    private void Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        // Few lines are long; whoever meets one takes the memory for the longest.
        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, Math.Min(longest + Block, 4 * _buffer.Length));
        }

        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        (_end, _ended) = (_end + read, read == 0);
    }
}
