using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Mpuc.Hdf5;

/// <summary>How a number is stored.</summary>
/// <param name="Size">Bytes: 1, 2, 4 or 8.</param>
/// <param name="IsFloat">Whether it is an IEEE number; of 4 or 8 bytes.</param>
/// <param name="IsSigned">Whether a whole number has a sign.</param>
/// <param name="IsBigEndian">Whether the first byte is the most significant one.</param>
internal sealed record NumberFormat(int Size, bool IsFloat, bool IsSigned, bool IsBigEndian)
{
    /// <summary>Every format that is read, by libhdf5's name for it.</summary>
    public static IReadOnlyDictionary<string, NumberFormat> All { get; } = Enumerate()
        .ToDictionary(format => format.Name, format => format.Format, StringComparer.Ordinal);

    /// <summary>Converts numbers.</summary>
    /// <typeparam name="T">Single or double precision.</typeparam>
    /// <param name="stored">As they are stored, one after another.</param>
    /// <returns>The numbers; what is too large for <typeparamref name="T"/> is infinite.</returns>
    public T[] Convert<T>(ReadOnlySpan<byte> stored)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var numbers = new T[stored.Length / Size];
        if (IsFloat && !IsBigEndian && Marshal.SizeOf<T>() == Size)
        {
            MemoryMarshal.Cast<byte, T>(stored).CopyTo(numbers);
            return numbers;
        }

        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = T.CreateSaturating(Read(stored.Slice(i * Size, Size)));
        }

        return numbers;
    }

    private double Read(ReadOnlySpan<byte> stored)
    {
        if (IsFloat)
        {
            return (Size, IsBigEndian) switch
            {
                (4, false) => BinaryPrimitives.ReadSingleLittleEndian(stored),
                (4, true) => BinaryPrimitives.ReadSingleBigEndian(stored),
                (_, false) => BinaryPrimitives.ReadDoubleLittleEndian(stored),
                (_, true) => BinaryPrimitives.ReadDoubleBigEndian(stored),
            };
        }

        Span<byte> wide = stackalloc byte[sizeof(long)];
        stored.CopyTo(IsBigEndian ? wide[^Size..] : wide);
        var bits = IsBigEndian ? BinaryPrimitives.ReadUInt64BigEndian(wide) : BinaryPrimitives.ReadUInt64LittleEndian(wide);
        var unused = (sizeof(long) - Size) * 8;
        return IsSigned ? (long)(bits << unused) >> unused : bits;
    }

    private static IEnumerable<(string Name, NumberFormat Format)> Enumerate()
    {
        foreach (var (order, isBigEndian) in new[] { ("LE", false), ("BE", true) })
        {
            foreach (var size in new[] { 1, 2, 4, 8 })
            {
                yield return ($"STD_I{size * 8}{order}", new NumberFormat(size, false, true, isBigEndian));
                yield return ($"STD_U{size * 8}{order}", new NumberFormat(size, false, false, isBigEndian));
                if (size >= 4)
                {
                    yield return ($"IEEE_F{size * 8}{order}", new NumberFormat(size, true, true, isBigEndian));
                }
            }
        }
    }
}
