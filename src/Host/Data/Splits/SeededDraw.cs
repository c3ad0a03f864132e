namespace Mpuc.Host.Data.Splits;

/// <summary>Draws names without replacement. A name's rank depends on the seed, the purpose and the name alone.</summary>
internal sealed class SeededDraw(int seed)
{
    /// <summary>Draws a fraction of some names.</summary>
    /// <param name="fraction">0 to 1.</param>
    /// <returns>As many as <see cref="CountOf"/> says.</returns>
    public HashSet<string> Fraction(string purpose, IReadOnlyCollection<string> names, double fraction) =>
        Take(purpose, names, CountOf(names.Count, fraction));

    /// <summary>Draws a number of names.</summary>
    public HashSet<string> Take(string purpose, IEnumerable<string> names, int count) =>
        Order(purpose, names).Take(count).ToHashSet(StringComparer.Ordinal);

    /// <summary>Puts names into a random order.</summary>
    public IEnumerable<string> Order(string purpose, IEnumerable<string> names) => names
        .OrderBy(name => StableRandom.For(seed, "split", purpose, name).NextBits())
        .ThenBy(name => name, StringComparer.Ordinal);

    /// <summary>How many of some names a fraction is.</summary>
    /// <param name="fraction">0 to 1.</param>
    /// <returns>Rounded, at least 1 where the fraction is above 0 and there is a name.</returns>
    public static int CountOf(int names, double fraction) =>
        fraction <= 0 || names == 0 ? 0 : Math.Max(1, (int)Math.Round(names * fraction, MidpointRounding.AwayFromZero));
}
