using System.Text;

namespace Mpuc.Host.Configuration.Layers;

/// <summary>Turns byte offsets of a UTF-8 text into lines and columns, both from 1; columns count characters.</summary>
/// <param name="text">The text in UTF-8.</param>
internal sealed class TextPosition(ReadOnlyMemory<byte> text)
{
    private int _line = 1;
    private int _lineStart;

    /// <summary>Finds a position.</summary>
    /// <param name="offset">A byte offset, at most the text's length and at least that of the last call.</param>
    public (int Line, int Column) At(int offset)
    {
        var bytes = text.Span;
        while (bytes[_lineStart..offset].IndexOf((byte)'\n') is var length and >= 0)
        {
            _line++;
            _lineStart += length + 1;
        }

        return (_line, Encoding.UTF8.GetCharCount(bytes[_lineStart..offset]) + 1);
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
