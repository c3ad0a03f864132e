namespace Mpuc;

/// <summary>When an entry of <see cref="TimedFeatures"/> was heard or seen.</summary>
/// <param name="Start">Seconds from the source's start; below 0 where the entry began before it.</param>
/// <param name="End">Seconds from the source's start, not before <paramref name="Start"/>.</param>
public readonly record struct TimedSpan(double Start, double End)
{
    /// <summary>The middle, which decides to which recording an entry belongs.</summary>
    public double Middle => Start + ((End - Start) / 2);
}
