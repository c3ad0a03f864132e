using System.Text;

namespace Mpuc.Plugins.Audio.Reading.Wav;

/// <summary>
/// How many bytes of samples a WAV file has, whatever its header says: a program that writes to a pipe, or is killed, cannot go back to put
/// the size in its place.
/// </summary>
/// <param name="Length">The bytes of samples, all present.</param>
internal readonly record struct DataSize(long Length, bool IsDoubtful)
{
    // sox leaves 0x7FFFF000, others 0x7FFFFFFF, 0x80000000 or 0xFFFFFFFF where they do not know; a recording of 2 GiB that was cut off is
    // the rarer thing.
    private const uint MinPlaceholder = 0x7FFF_0000;

    // What other programs leave behind the samples without a chunk around it: padding, a tag.
    private const int MaxRubbish = 4096;

    /// <summary>Finds the size.</summary>
    /// <param name="wide">The size in an RF64 file's own chunk; null where there is none.</param>
    /// <param name="present">The bytes from the first sample to the end of the file.</param>
    /// <param name="behind">Reads up to so many bytes that lie so far behind the first sample.</param>
    /// <param name="order">The file's byte order.</param>
    /// <returns>The size; null where the file is cut off.</returns>
    public static DataSize? Of(uint declared, long? wide, long present, Func<long, int, byte[]> behind, RiffByteOrder order)
    {
        var promised = declared == uint.MaxValue && wide is { } size ? size : declared;
        if (promised < 0 || promised > present)
        {
            return wide is null && declared >= MinPlaceholder ? new DataSize(present, IsDoubtful: true) : null;
        }

        var end = promised + (promised & 1);
        var rest = present - end;
        return rest <= (promised == 0 ? 0 : MaxRubbish) || StartsChunk(behind(end, 8), rest, order)
            ? new DataSize(promised, IsDoubtful: false)
            : new DataSize(present, IsDoubtful: true);
    }

    private static bool StartsChunk(byte[] header, long rest, RiffByteOrder order) =>
        header.Length == 8
            && Encoding.ASCII.GetString(header, 0, 4).All(letter => letter is >= ' ' and <= '~')
            && order.ReadUInt32(header.AsSpan(4)) <= rest - 8;
}
