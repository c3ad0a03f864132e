using System.Text.RegularExpressions;

namespace Mpuc.Host.Datasets.Manifests;

/// <summary>
/// How programs write into a table that there is nothing: pandas and R, spreadsheets, C libraries, databases. In the columns of labels such
/// a cell is an empty one. A word that a class may well be called by, such as <c>none</c>, is none of them; a class called <c>NaN</c> needs
/// JSON Lines, where a text is a text and null is nothing.
/// </summary>
internal static partial class MissingCell
{
    /// <summary>Whether a cell says that there is nothing.</summary>
    /// <param name="cell">The cell, without blanks around it.</param>
    /// <returns>
    /// True for an empty cell, <c>NaN</c>, <c>-nan(ind)</c>, <c>1.#QNAN</c>, <c>#N/A</c>, <c>NA</c>, <c>NULL</c> and the like.
    /// </returns>
    public static bool Is(string cell) => cell.Length == 0 || Spellings().IsMatch(cell);

    [GeneratedRegex(
        @"^(?:[-+]?(?:nan(?:\([^()]*\))?|1\.?#(?:[QS]?NAN|IND|INF|J)\d*)|#N/A(?: N/A)?|#NA|N/A|NA|<NA>|null|#(?:NUM|VALUE|REF|NULL|DIV/0)!|#NAME\?)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spellings();
}
