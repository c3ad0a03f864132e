using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Mpuc.Plugins.Text.Words;

/// <summary>Writes numbers as English says them, for vocabularies without digits.</summary>
internal static partial class SpokenNumbers
{
    // Longer ones, and those that begin with 0, are read digit by digit: telephone numbers, not quantities.
    private const int LongestQuantity = 12;

    private static readonly string[] Small =
    [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] Tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    private static readonly (long Size, string Name)[] Groups =
        [(1_000_000_000, "billion"), (1_000_000, "million"), (1000, "thousand"), (1, "")];

    /// <summary>
    /// Writes a token that holds digits out: <c>1,250</c> as one thousand two hundred fifty, <c>3.5</c> as three point five, <c>5pm</c> as
    /// five pm.
    /// </summary>
    /// <param name="token">Digits, letters and separators.</param>
    /// <returns>The words.</returns>
    public static IReadOnlyList<string> Write(string token)
    {
        var words = new List<string>();
        var isDecimal = token.Count(character => character == '.') == 1;
        foreach (Match part in Part().Matches(ThousandsSeparator().Replace(token, string.Empty)))
        {
            if (!char.IsAsciiDigit(part.Value[0]))
            {
                words.Add(part.Value);
            }
            else if (isDecimal && part.Groups["fraction"].Success)
            {
                words.AddRange(["point", .. Digits(part.Value)]);
            }
            else
            {
                words.AddRange(
                    part.Length > LongestQuantity || (part.Length > 1 && part.Value[0] == '0') ? Digits(part.Value) : Quantity(part.Value));
            }
        }

        return words;
    }

    private static IEnumerable<string> Digits(string digits) => digits.Select(digit => Small[digit - '0']);

    private static IEnumerable<string> Quantity(string digits)
    {
        var rest = long.Parse(digits, CultureInfo.InvariantCulture);
        if (rest == 0)
        {
            yield return Small[0];
        }

        foreach (var (size, name) in Groups)
        {
            foreach (var word in BelowThousand((int)(rest / size)).Append(rest >= size ? name : string.Empty)
                .Where(word => word.Length > 0))
            {
                yield return word;
            }

            rest %= size;
        }
    }

    private static IEnumerable<string> BelowThousand(int number)
    {
        if (number >= 100)
        {
            yield return Small[number / 100];
            yield return "hundred";
        }

        var rest = number % 100;
        if (rest >= Small.Length)
        {
            yield return Tens[rest / 10];
            rest %= 10;
        }

        if (rest > 0)
        {
            yield return Small[rest];
        }
    }

    [SuppressMessage(
        "Security",
        "MA0009:Regular expressions should not be vulnerable to Denial of Service attacks",
        Justification = "Without nested repetitions, matching takes linear time.")]
    [GeneratedRegex(@"(?<fraction>(?<=[0-9]\.)[0-9]+)|[0-9]+|[\p{L}\p{M}']+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Part();

    [SuppressMessage(
        "Security",
        "MA0009:Regular expressions should not be vulnerable to Denial of Service attacks",
        Justification = "Without nested repetitions, matching takes linear time.")]
    [GeneratedRegex("(?<=[0-9]),(?=[0-9]{3}(?![0-9]))", RegexOptions.CultureInvariant)]
    private static partial Regex ThousandsSeparator();
}
