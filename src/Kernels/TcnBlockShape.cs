namespace Mpuc.Kernels;

/// <summary>The sizes of a TCN block. Channels and hidden channels are multiples of 16, taps are odd.</summary>
internal sealed record TcnBlockShape(int Channels, int Hidden, int Taps, long Dilation)
{
    public const int MaxTaps = 31;

    /// <summary>What channels come in multiples of: the widest vector.</summary>
    public const int Lanes = 16;

    /// <summary>
    /// Matrices of hidden channels lie in panels of so many columns, each contiguous: a row of all of them is a power of two in bytes more
    /// often than not, and such rows compete for few places in the cache.
    /// </summary>
    public const int PanelWidth = 64;

    /// <summary>How many threes of taps there are.</summary>
    public int TapGroups => (Taps + 2) / 3;

    public IEnumerable<(int Start, int Width)> Panels
    {
        get
        {
            for (var start = 0; start < Hidden; start += PanelWidth)
            {
                yield return (start, Math.Min(PanelWidth, Hidden - start));
            }
        }
    }

    /// <summary>Frames of zeros that the convolution reads on either side of a window.</summary>
    public int Padding(int frames) => Math.Abs(Offset(0, frames));

    /// <summary>The distance in frames that a tap looks ahead. Beyond a window one frame of zeros is like another.</summary>
    public int Offset(int tap, int frames) =>
        tap < Taps ? (int)Math.Clamp((tap - (Taps / 2)) * Math.Min(Dilation, frames), -frames, frames) : 0;
}
