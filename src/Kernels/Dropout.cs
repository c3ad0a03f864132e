using System.Runtime.CompilerServices;

namespace Mpuc.Kernels;

/// <summary>
/// Dropout (Srivastava et al. 2014) of one window by hashes of a seed and of an element's place: the backward pass finds again what the
/// forward pass dropped without having stored it, and the number of threads plays no part. Channels have codes, well mixed, and a frame
/// hashes them by one multiplication (multiply-shift hashing, Dietzfelbinger et al. 1997), with an odd factor and a summand of its own.
/// </summary>
internal readonly struct Dropout
{
    /// <summary>
    /// A product's lowest bits are the worst mixed, and without them a comparison of signed numbers serves, which every processor has.
    /// </summary>
    public const int UnusedBits = 8;

    private const ulong GoldenRatio = 0x9E3779B97F4A7C15;

    private readonly ulong _key;

    public Dropout(double probability, long seed, int window)
    {
        _key = Mix((ulong)seed + ((ulong)(uint)window * 0xD1342543DE82EF95));
        Threshold = (int)(probability * (1 << (32 - UnusedBits)));
        Factor = (float)(1 / (1 - probability));
    }

    public bool IsNone => Threshold == 0;

    /// <summary>What a hash must reach for its element to be kept.</summary>
    public int Threshold { get; }

    /// <summary>What elements that are kept are multiplied by.</summary>
    public float Factor { get; }

    /// <summary>What the codes of channels depend on.</summary>
    public uint CodeKey => (uint)_key;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (uint Factor, uint Summand) Frame(int frame)
    {
        var key = Mix(_key + ((ulong)(uint)(frame + 1) * GoldenRatio));
        return ((uint)key | 1, (uint)(key >> 32));
    }

    // SplitMix64's finalizer (Steele et al. 2014).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong key)
    {
        key = (key ^ (key >> 30)) * 0xBF58476D1CE4E5B9;
        key = (key ^ (key >> 27)) * 0x94D049BB133111EB;
        return key ^ (key >> 31);
    }
}
