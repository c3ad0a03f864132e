using System.Text;

namespace Mpuc.Host.Tests.Training.TensorBoard;

/// <summary>
/// Reads TensorBoard event files by the formats' definitions, apart from the code that writes them; refuses a wrong checksum.
/// </summary>
internal static class EventFileReader
{
    public static List<(long Step, string Tag, float Value)> Read(string path)
    {
        var scalars = new List<(long, string, float)>();
        foreach (var message in Messages(path).Skip(1))
        {
            var fields = Fields(message);
            var step = fields.Where(field => field.Number == 2).Select(field => (long)field.Value).SingleOrDefault();
            foreach (var value in fields.Where(field => field.Number == 5).SelectMany(summary => Fields(summary.Content))
                .Select(entry => Fields(entry.Content)))
            {
                scalars.Add((
                    step,
                    Encoding.UTF8.GetString(value.Single(field => field.Number == 1).Content),
                    BitConverter.UInt32BitsToSingle((uint)value.Single(field => field.Number == 2).Value)));
            }
        }

        return scalars;
    }

    public static List<double> Times(string path) =>
        [.. Messages(path).Select(message => BitConverter.UInt64BitsToDouble(Fields(message).Single(field => field.Number == 1).Value))];

    private static List<byte[]> Messages(string path)
    {
        using var reader = new BinaryReader(File.OpenRead(path));
        var messages = new List<byte[]>();
        while (reader.BaseStream.Position < reader.BaseStream.Length)
        {
            var length = reader.ReadBytes(8);
            Check(length, reader.ReadUInt32());
            messages.Add(reader.ReadBytes((int)BitConverter.ToUInt64(length)));
            Check(messages[^1], reader.ReadUInt32());
        }

        return messages;
    }

    private static void Check(byte[] bytes, uint masked)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0x82F63B78 : crc >> 1;
            }
        }

        crc = ~crc;
        Assert.That(masked, Is.EqualTo(unchecked(((crc >> 15) | (crc << 17)) + 0xA282EAD8)), "a record's checksum");
    }

    private static List<(int Number, ulong Value, byte[] Content)> Fields(byte[] message)
    {
        var (fields, place) = (new List<(int, ulong, byte[])>(), 0);
        while (place < message.Length)
        {
            var key = Varint(message, ref place);
            var (value, content) = (0UL, Array.Empty<byte>());
            switch (key & 7)
            {
                case 0:
                    value = Varint(message, ref place);
                    break;
                case 1:
                    value = BitConverter.ToUInt64(message, place);
                    place += 8;
                    break;
                case 5:
                    value = BitConverter.ToUInt32(message, place);
                    place += 4;
                    break;
                default:
                    var length = (int)Varint(message, ref place);
                    content = message[place..(place + length)];
                    place += length;
                    break;
            }

            fields.Add(((int)(key >> 3), value, content));
        }

        return fields;
    }

    private static ulong Varint(byte[] message, ref int place)
    {
        var (value, shift) = (0UL, 0);
        while (true)
        {
            var next = message[place++];
            value |= (ulong)(next & 0x7F) << shift;
            shift += 7;
            if (next < 0x80)
            {
                return value;
            }
        }
    }
}
