using System.Text;

namespace Mpuc.Host.Configuration.Layers;

/// <summary>Turns byte offsets of a UTF-8 text into lines and columns, both from 1; columns count characters.</summary>
/// <param name="text">The text in UTF-8.</param>
internal sealed class TextPosition(ReadOnlyMemory<byte> text)
{
    private int _line = 1;
    private int _characters;
    private int _reached;

    /// <summary>Finds a position.</summary>
    /// <param name="offset">A byte offset, at most the text's length and at least that of the last call.</param>
    public (int Line, int Column) At(int offset)
    {
        var bytes = text.Span;
        while (bytes[_reached..offset].IndexOf((byte)'\n') is var length and >= 0)
        {
            _line++;
            _reached += length + 1;
            _characters = 0;
        }

        // From where the last call ended: a file may be one line.
        _characters += Encoding.UTF8.GetCharCount(bytes[_reached..offset]);
        _reached = offset;
        return (_line, _characters + 1);
    }

    /// <summary>Turns a line and the bytes in it, as the JSON reader reports an error, into a position.</summary>
    /// <param name="text">The text in UTF-8.</param>
    /// <param name="line">The line, from 0.</param>
    /// <param name="bytesInLine">How many bytes of the line come before.</param>
    public static (int Line, int Column) At(ReadOnlyMemory<byte> text, long line, long bytesInLine)
    {
        var rest = text.Span;
        for (var skipped = 0; skipped < line; skipped++)
        {
            rest = rest[(rest.IndexOf((byte)'\n') + 1)..];
        }

        return ((int)line + 1, Encoding.UTF8.GetCharCount(rest[..(int)Math.Min(bytesInLine, rest.Length)]) + 1);
    }
}
