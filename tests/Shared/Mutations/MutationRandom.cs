namespace Mpuc.Tests.Mutations;

/// <summary>
/// Random numbers (SplitMix64) that depend on nothing but a seed and the number of an input, so that any input can be made again alone.
/// </summary>
/// <param name="seed">The run's seed.</param>
/// <param name="number">The input's number.</param>
internal sealed class MutationRandom(int seed, long number)
{
    private const ulong Step = 0x9E37_79B9_7F4A_7C15;

    private ulong _state = Mix(Mix(((ulong)(uint)seed << 32) + Step) + (ulong)number);

    /// <summary>64 random bits.</summary>
    public ulong Next() => Mix(_state += Step);

    /// <summary>A whole number from 0 to below a bound.</summary>
    /// <param name="bound">At least 1.</param>
    public int Below(int bound) => (int)(((UInt128)Next() * (uint)bound) >> 64);

    /// <summary>True once in so many times.</summary>
    /// <param name="times">At least 1.</param>
    public bool OneIn(int times) => Below(times) == 0;

    /// <summary>One of several.</summary>
    /// <param name="items">At least one.</param>
    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    /// <summary>A length that is short more often than long.</summary>
    /// <param name="most">The longest, at least 0.</param>
    public int Length(int most) => most == 0 ? 0 : 1 + Below(OneIn(4) ? most : Math.Min(most, 8));

    private static ulong Mix(ulong bits)
    {
        bits = (bits ^ (bits >> 30)) * 0xBF58_476D_1CE4_E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D0_49BB_1331_11EB;
        return bits ^ (bits >> 31);
    }
}
