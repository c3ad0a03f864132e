namespace Mpuc;

/// <summary>Features of one recording, each with its own time: words, or vectors of numbers.</summary>
public sealed record TimedFeatures
{
    /// <summary>The sequence's own name, such as <c>COVAREP</c>.</summary>
    public required string Name { get; init; }

    /// <summary>When each of the N entries was, in order of their starts; entries may overlap and leave gaps.</summary>
    public required IReadOnlyList<TimedSpan> Spans { get; init; }

    /// <summary>The numbers of an entry, D; 0 where the entries are words.</summary>
    public required int Width { get; init; }

    /// <summary>The vectors, <c>[N, D]</c> row by row, as they are stored: NaN and infinity stand for what could not be measured.</summary>
    public required ReadOnlyMemory<float> Values { get; init; }

    /// <summary>The N words; null where the entries are vectors.</summary>
    public IReadOnlyList<string>? Words { get; init; }

    /// <summary>The names of the D numbers; null where the container does not tell them.</summary>
    public IReadOnlyList<string>? Dimensions { get; init; }

    /// <summary>The recording's length in seconds: the source's end, or else the last entry's, less the source's start.</summary>
    public required double Duration { get; init; }
}

/// <summary>When an entry of <see cref="TimedFeatures"/> was heard or seen.</summary>
/// <param name="Start">Seconds from the source's start; below 0 where the entry began before it.</param>
/// <param name="End">Seconds from the source's start, not before <paramref name="Start"/>.</param>
public readonly record struct TimedSpan(double Start, double End)
{
    /// <summary>The middle, which decides to which recording an entry belongs.</summary>
    public double Middle => Start + ((End - Start) / 2);
}
