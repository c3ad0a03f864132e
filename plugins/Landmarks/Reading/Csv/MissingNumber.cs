using System.Text.RegularExpressions;

namespace Mpuc.Plugins.Landmarks.Reading.Csv;

/// <summary>How programs write a number that is not there: C libraries old and new, spreadsheets, R, pandas, databases.</summary>
internal static partial class MissingNumber
{
    /// <summary>Whether a cell says that there is no number, as <c>NaN</c>, <c>-nan(ind)</c>, <c>1.#QNAN</c> or <c>#N/A</c> do.</summary>
    /// <param name="cell">The cell, without blanks around it.</param>
    /// <returns>False for numbers and for any other text, an empty one too.</returns>
    public static bool Is(ReadOnlySpan<char> cell) => Spellings().IsMatch(cell);

    [GeneratedRegex(
        @"^(?:[-+]?(?:nan(?:\([^()]*\))?|1\.?#(?:[QS]?NAN|IND|INF|J)\d*|inf(?:inity)?)|#N/A(?: N/A)?|#NA|N/A|NA|<NA>|null|none|#(?:NUM|VALUE|REF|NULL|DIV/0)!|#NAME\?|missing|\?|--?)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spellings();
}
