namespace Mpuc.Host.Messages;

/// <summary>Finds the name that a user probably meant.</summary>
public static class NearestName
{
    /// <summary>Finds the known name with the fewest edits, where these are few enough for a slip.</summary>
    /// <param name="name">What the user wrote.</param>
    /// <param name="known">What they could have written.</param>
    /// <returns>The nearest name; null where none is near.</returns>
    public static string? Find(string name, IEnumerable<string> known)
    {
        ArgumentNullException.ThrowIfNull(name);
        return known
            .Where(candidate => Math.Abs(candidate.Length - name.Length) <= Allowance(name, candidate))
            .Select(candidate => (Candidate: candidate, Distance: Distance(name.ToUpperInvariant(), candidate.ToUpperInvariant())))
            .Where(pair => pair.Distance <= Allowance(name, pair.Candidate))
            .OrderBy(pair => pair.Distance)
            .FirstOrDefault()
            .Candidate;
    }

    /// <summary>
    /// The number of insertions, deletions, substitutions and swaps of neighbours between two words (Damerau, restricted).
    /// </summary>
    /// <param name="first">A word.</param>
    /// <param name="second">Another word.</param>
    /// <returns>0 where they are the same.</returns>
    public static int Distance(string first, string second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        var rows = new int[first.Length + 1, second.Length + 1];
        for (var i = 0; i <= first.Length; i++)
        {
            for (var j = 0; j <= second.Length; j++)
            {
                rows[i, j] = (i, j) switch
                {
                    (_, 0) => i,
                    (0, _) => j,
                    _ => Math.Min(
                        Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1,
                        rows[i - 1, j - 1] + (first[i - 1] == second[j - 1] ? 0 : 1)),
                };
                if (i > 1 && j > 1 && first[i - 1] == second[j - 2] && first[i - 2] == second[j - 1])
                {
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
                }
            }
        }

        return rows[first.Length, second.Length];
    }

    private static int Allowance(string first, string second) => Math.Max(1, Math.Min(first.Length, second.Length) / 3);
}
