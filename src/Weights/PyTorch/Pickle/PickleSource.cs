using System.Buffers.Binary;
using System.Text;

namespace Mpuc.Weights.PyTorch.Pickle;

/// <summary>The bytes of one pickle or several in a row, of which only so many are read.</summary>
/// <param name="stream">The bytes; must be seekable.</param>
/// <param name="path">The file's name for messages.</param>
internal sealed class PickleSource(Stream stream, string path)
{
    /// <summary>The most bytes that all pickles of a file may take; a large network's takes some hundred bytes for each tensor.</summary>
    public const long MaximumLength = 16 << 20;

    private const int MaximumNameLength = 256;
    private readonly byte[] _number = new byte[8];
    private long _left = Math.Min(MaximumLength, stream.Length - stream.Position);

    /// <summary>Makes the exception that says what is wrong.</summary>
    /// <param name="what">
    /// Goes on after the file's name; what it quotes of the file loses its control characters, as it ends up on a terminal.
    /// </param>
    public MpucException Refuse(string what) =>
        new($"{path} {string.Concat(what.Select(letter => char.IsControl(letter) ? '?' : letter))}.");

    /// <summary>Reads one byte.</summary>
    public byte Byte() => Number(1)[0];

    /// <summary>Reads two bytes, little-endian.</summary>
    public int UInt16() => BinaryPrimitives.ReadUInt16LittleEndian(Number(2));

    /// <summary>Reads four bytes, little-endian.</summary>
    public int Int32() => BinaryPrimitives.ReadInt32LittleEndian(Number(4));

    /// <summary>Reads four bytes, little-endian and unsigned.</summary>
    public uint UInt32() => BinaryPrimitives.ReadUInt32LittleEndian(Number(4));

    /// <summary>Reads eight bytes, little-endian.</summary>
    public ulong UInt64() => BinaryPrimitives.ReadUInt64LittleEndian(Number(8));

    /// <summary>Reads a number, big-endian as pickles have it.</summary>
    public double Double() => BinaryPrimitives.ReadDoubleBigEndian(Number(8));

    /// <summary>Reads a text in UTF-8.</summary>
    /// <param name="length">Its length in bytes; checked before anything is allocated.</param>
    public string Text(ulong length)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(Bytes(length));
        }
        catch (ArgumentException exception)
        {
            throw new MpucException(Refuse("is damaged: a text in its pickle is not UTF-8").Message, exception);
        }
    }

    /// <summary>Reads bytes.</summary>
    /// <param name="count">How many; checked before anything is allocated.</param>
    public byte[] Bytes(ulong count)
    {
        Take(count);
        var bytes = new byte[count];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>Reads a name up to the end of its line.</summary>
    public string Name()
    {
        var name = new StringBuilder();
        for (var next = Byte(); next != '\n'; next = Byte())
        {
            name.Append((char)next);
            if (name.Length > MaximumNameLength)
            {
                throw Refuse($"is damaged: a name in its pickle is longer than {MaximumNameLength} bytes");
            }
        }

        return name.ToString();
    }

    private ReadOnlySpan<byte> Number(int bytes)
    {
        Take((ulong)bytes);
        stream.ReadExactly(_number, 0, bytes);
        return _number;
    }

    private void Take(ulong count)
    {
        if (count > (ulong)_left)
        {
            throw Refuse(stream.Length - stream.Position < (long)Math.Min(count, long.MaxValue)
                ? "is damaged: its pickle ends in the middle"
                : $"has a pickle of more than {MaximumLength >> 20} MiB; one of a network's weights is far smaller");
        }

        _left -= (long)count;
    }
}
