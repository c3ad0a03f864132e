using System.Buffers.Binary;

namespace Mpuc.Tests.Mutations;

/// <summary>Changes of bytes whatever they mean: what bad disks, cut-off copies and those who mean harm do to a file.</summary>
internal static class ByteChanges
{
    private static readonly ulong[] Extremes =
    [
        0,
        1,
        2,
        7,
        8,
        0x7F,
        0x80,
        0xFF,
        0x100,
        0x7FFF,
        0x8000,
        0xFFFF,
        0x1_0000,
        0x7FFF_FFFF,
        0x8000_0000,
        0xFFFF_FFFF,
        0x1_0000_0000,
        long.MaxValue,
        1UL << 63,
        ulong.MaxValue,
    ];

    /// <summary>Flips one bit.</summary>
    public static byte[] FlipBit(byte[] bytes, MutationRandom random)
    {
        var changed = bytes.ToArray();
        changed[random.Below(changed.Length)] ^= (byte)(1 << random.Below(8));
        return changed;
    }

    /// <summary>Replaces one byte.</summary>
    public static byte[] ReplaceByte(byte[] bytes, MutationRandom random)
    {
        var changed = bytes.ToArray();
        changed[random.Below(changed.Length)] = random.OneIn(2) ? (byte)random.Below(256) : changed[random.Below(changed.Length)];
        return changed;
    }

    /// <summary>
    /// Replaces what may be a length, a count or a place, of 1 to 8 bytes in either order, by an extreme, by a size of this very file, or
    /// by a neighbour.
    /// </summary>
    public static byte[] ReplaceNumber(byte[] bytes, MutationRandom random)
    {
        var width = Math.Min(1 << random.Below(4), bytes.Length);
        var (changed, place, isBigEndian) = (bytes.ToArray(), random.Below(bytes.Length - width + 1), random.OneIn(3));
        Span<byte> number = stackalloc byte[sizeof(ulong)];
        changed.AsSpan(place, width).CopyTo(isBigEndian ? number[^width..] : number);
        var old = isBigEndian ? BinaryPrimitives.ReadUInt64BigEndian(number) : BinaryPrimitives.ReadUInt64LittleEndian(number);
        var fresh = random.Below(4) switch
        {
            0 => old + (ulong)random.Below(33) - 16,
            1 => (ulong)(random.OneIn(2) ? bytes.Length : bytes.Length - place) + (ulong)random.Below(17) - 8,
            _ => random.Pick(Extremes),
        };
        if (isBigEndian)
        {
            BinaryPrimitives.WriteUInt64BigEndian(number, fresh);
            number[^width..].CopyTo(changed.AsSpan(place));
        }
        else
        {
            BinaryPrimitives.WriteUInt64LittleEndian(number, fresh);
            number[..width].CopyTo(changed.AsSpan(place));
        }

        return changed;
    }

    /// <summary>Removes a run.</summary>
    public static byte[] Remove(byte[] bytes, MutationRandom random)
    {
        var (start, end) = Run(bytes, random);
        return [.. bytes.AsSpan(0, start), .. bytes.AsSpan(end)];
    }

    /// <summary>Cuts the end off.</summary>
    public static byte[] Truncate(byte[] bytes, MutationRandom random) => bytes[..random.Below(bytes.Length)];

    /// <summary>Doubles a run, or copies it elsewhere.</summary>
    public static byte[] Duplicate(byte[] bytes, MutationRandom random)
    {
        var (start, end) = Run(bytes, random);
        return Insert(bytes, random.OneIn(2) ? end : random.Below(bytes.Length + 1), bytes.AsSpan(start, end - start));
    }

    /// <summary>Repeats a run many times.</summary>
    public static byte[] Repeat(byte[] bytes, MutationRandom random, int times)
    {
        var (start, end) = Run(bytes, random);
        var run = bytes.AsSpan(start, end - start);
        var many = new byte[run.Length * Math.Min(times, 1 + (Mutator.Longest / run.Length))];
        for (var place = 0; place < many.Length; place += run.Length)
        {
            run.CopyTo(many.AsSpan(place));
        }

        return Insert(bytes, end, many);
    }

    /// <summary>Exchanges two runs.</summary>
    public static byte[] Swap(byte[] bytes, MutationRandom random)
    {
        var (start, end) = Run(bytes, random);
        var (later, last) = Run(bytes, random);
        (start, end, later, last) = start <= later ? (start, end, later, last) : (later, last, start, end);
        return end > later ? FlipBit(bytes, random)
            :
            [
                .. bytes.AsSpan(0, start),
                .. bytes.AsSpan(later, last - later),
                .. bytes.AsSpan(end, later - end),
                .. bytes.AsSpan(start, end - start),
                .. bytes.AsSpan(last),
            ];
    }

    /// <summary>Fills a run with one byte.</summary>
    public static byte[] Fill(byte[] bytes, MutationRandom random)
    {
        var (start, end) = Run(bytes, random);
        var changed = bytes.ToArray();
        changed.AsSpan(start, end - start).Fill(random.OneIn(2) ? (byte)0 : (byte)random.Below(256));
        return changed;
    }

    /// <summary>Puts random bytes in.</summary>
    public static byte[] InsertNoise(byte[] bytes, MutationRandom random)
    {
        var noise = new byte[random.Length(16)];
        for (var place = 0; place < noise.Length; place++)
        {
            noise[place] = (byte)random.Below(256);
        }

        return Insert(bytes, random.Below(bytes.Length + 1), noise);
    }

    /// <summary>Goes on in the middle of another file.</summary>
    public static byte[] Splice(byte[] bytes, byte[] other, MutationRandom random) =>
        [.. bytes.AsSpan(0, random.Below(bytes.Length + 1)), .. other.AsSpan(random.Below(other.Length + 1))];

    /// <summary>Puts a run in.</summary>
    public static byte[] Insert(byte[] bytes, int place, ReadOnlySpan<byte> run) =>
        [.. bytes.AsSpan(0, place), .. run, .. bytes.AsSpan(place)];

    private static (int Start, int End) Run(byte[] bytes, MutationRandom random)
    {
        var length = random.Length(bytes.Length);
        var start = random.Below(bytes.Length - length + 1);
        return (start, start + length);
    }
}
