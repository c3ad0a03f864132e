using System.Buffers.Binary;
using System.Text;

namespace Mpuc.Host.Training.TensorBoard;

/// <summary>
/// TensorBoard's message <c>Event</c> in Protocol Buffers' wire format, as far as scalars need it: wall time (field 1, double), step (2,
/// varint), the format's version (3, text) and a summary (5), whose values (1) have a tag (1, text) and a number (2, float).
/// </summary>
internal static class TensorBoardEvent
{
    private const int Varint = 0;
    private const int Fixed64 = 1;
    private const int Bytes = 2;
    private const int Fixed32 = 5;

    /// <summary>The first event of every file.</summary>
    /// <param name="seconds">Seconds since 1970.</param>
    public static byte[] Version(double seconds) => [.. Double(1, seconds), .. Text(3, "brain.Event:2")];

    /// <summary>Scalars of one step.</summary>
    /// <param name="seconds">Seconds since 1970.</param>
    /// <param name="step">The step, 0 or more.</param>
    public static byte[] Scalars(double seconds, long step, IEnumerable<KeyValuePair<string, double>> values) =>
        [
            .. Double(1, seconds),
            .. Key(2, Varint),
            .. Number((ulong)step),
            .. Nested(5, values.SelectMany(value => Nested(1, [.. Text(1, value.Key), .. Float(2, value.Value)]))),
        ];

    private static byte[] Key(int field, int kind) => Number((ulong)((field << 3) | kind));

    private static byte[] Nested(int field, IEnumerable<byte> message)
    {
        byte[] content = [.. message];
        return [.. Key(field, Bytes), .. Number((ulong)content.Length), .. content];
    }

    private static byte[] Text(int field, string text) => Nested(field, Encoding.UTF8.GetBytes(text));

    private static byte[] Double(int field, double value)
    {
        var bytes = new byte[sizeof(double)];
        BinaryPrimitives.WriteDoubleLittleEndian(bytes, value);
        return [.. Key(field, Fixed64), .. bytes];
    }

    private static byte[] Float(int field, double value)
    {
        var bytes = new byte[sizeof(float)];
        BinaryPrimitives.WriteSingleLittleEndian(bytes, (float)value);
        return [.. Key(field, Fixed32), .. bytes];
    }

    // Seven bits a byte, the least first; the eighth says that another follows.
    private static byte[] Number(ulong value)
    {
        var bytes = new List<byte>();
        for (; value > 0x7F; value >>= 7)
        {
            bytes.Add((byte)(value | 0x80));
        }

        bytes.Add((byte)value);
        return [.. bytes];
    }
}
