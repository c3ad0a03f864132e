using System.Text.RegularExpressions;

namespace Samples.Vectors.Table;

/// <summary>How programs write a number that is not there: C libraries old and new, spreadsheets, R, pandas, databases.</summary>
internal static partial class MissingNumber
{
    /// <summary>Whether a cell says that there is no finite number.</summary>
    /// <param name="cell">The cell, without blanks around it.</param>
    /// <returns>True for an empty cell, <c>NaN</c>, <c>-inf</c>, <c>-nan(ind)</c>, <c>1.#QNAN</c>, <c>#N/A</c> and the like.</returns>
    public static bool Is(string cell) => cell.Length == 0 || Spellings().IsMatch(cell);

    [GeneratedRegex(
        @"^(?:[-+]?(?:nan(?:\([^()]*\))?|1\.?#(?:[QS]?NAN|IND|INF|J)\d*|inf(?:inity)?)|#N/A(?: N/A)?|#NA|N/A|NA|<NA>|null|none|#(?:NUM|VALUE|REF|NULL|DIV/0)!|#NAME\?|missing|\?|--?)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spellings();
}
