using System.Runtime.CompilerServices;

namespace Mpuc.Kernels;

/// <summary>
/// Three of a depthwise convolution's taps: each weighs the frame that lies an offset later. Taps go through the kernels in threes, and the
/// last three are filled up with weights of zero.
/// </summary>
internal readonly unsafe struct ThreeTaps(int offset0, int offset1, int offset2, float* weights, nint stride)
{
    public int Offset0 { get; } = offset0;

    public int Offset1 { get; } = offset1;

    public int Offset2 { get; } = offset2;

    /// <summary>From one tap's weights to the next one's.</summary>
    public nint Stride { get; } = stride;

    /// <summary>The weights of a tap for the first channels in question.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Weight<TLanes>(int tap)
        where TLanes : struct, ILanes<TLanes> => TLanes.Load(weights + (tap * Stride));

    /// <summary>The taps for the channels from one on.</summary>
    public ThreeTaps From(int channel) => new(Offset0, Offset1, Offset2, weights + channel, Stride);
}
