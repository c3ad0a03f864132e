using System.Text;

namespace Mpuc.Host.Data;

/// <summary>
/// A random sequence that a seed and a key (a purpose, an epoch, a recording's id) decide together, the same on every platform and in every
/// version of the runtime: SplitMix64 (Steele, Lea and Flood 2014). Because each recording has a sequence of its own, neither the order of
/// work nor other recordings matter.
/// </summary>
internal struct StableRandom
{
    private const ulong GoldenGamma = 0x9E3779B97F4A7C15;

    private ulong _state;

    /// <summary>Starts the sequence of a raw state.</summary>
    public StableRandom(ulong state) => _state = state;

    /// <summary>Starts the sequence of a seed and a key.</summary>
    public static StableRandom For(int seed, params ReadOnlySpan<string> key)
    {
        var state = Mix((ulong)(uint)seed + GoldenGamma);
        foreach (var part in key)
        {
            state = Mix(state ^ Hash(part));
        }

        return new StableRandom(state);
    }

    /// <summary>Draws 64 random bits.</summary>
    public ulong NextBits() => Mix(_state += GoldenGamma);

    /// <summary>Draws a number.</summary>
    /// <returns>At least 0, below 1, a multiple of 2^-53.</returns>
    public double NextDouble() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Draws a whole number without bias.</summary>
    /// <param name="bound">Above 0.</param>
    /// <returns>At least 0, below the bound.</returns>
    public int Next(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bound, 1);
        var range = (ulong)bound;
        var unbiased = ulong.MaxValue - (((ulong.MaxValue % range) + 1) % range);
        ulong bits;
        do
        {
            bits = NextBits();
        }
        while (bits > unbiased);
        return (int)(bits % range);
    }

    /// <summary>Draws from the standard normal distribution (Box and Muller 1958).</summary>
    /// <returns>Mean 0, deviation 1.</returns>
    public double NextNormal() => Math.Sqrt(-2 * Math.Log(1 - NextDouble())) * Math.Cos(2 * Math.PI * NextDouble());

    /// <summary>Shuffles in place (Fisher and Yates).</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (var last = items.Length - 1; last > 0; last--)
        {
            var other = Next(last + 1);
            (items[last], items[other]) = (items[other], items[last]);
        }
    }

    private static ulong Mix(ulong bits)
    {
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }

    // FNV-1a, 64 bits.
    private static ulong Hash(string text)
    {
        var hash = 0xCBF29CE484222325;
        foreach (var value in Encoding.UTF8.GetBytes(text))
        {
            hash = (hash ^ value) * 0x100000001B3;
        }

        return hash;
    }
}
