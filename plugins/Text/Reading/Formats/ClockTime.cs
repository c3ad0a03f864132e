using System.Globalization;
using System.Text.RegularExpressions;

namespace Mpuc.Plugins.Text.Reading.Formats;

/// <summary>Times as subtitles write them: <c>00:01:02,500</c>, <c>1:02.5</c>.</summary>
internal static partial class ClockTime
{
    /// <summary>
    /// The pattern, for those that contain it. As in all patterns of numbers here, only the digits that numbers are read of count, not
    /// those of every script.
    /// </summary>
    public const string Pattern = @"(?:[0-9]{1,3}:)?[0-9]{1,2}:[0-9]{1,2}(?:[.,][0-9]{1,6})?";

    /// <summary>Reads a time.</summary>
    /// <param name="text">Text that <see cref="Pattern"/> matches.</param>
    /// <returns>Seconds.</returns>
    public static double Seconds(string text) => text.Replace(',', '.').Split(':')
        .Aggregate(0.0, (seconds, part) => (60 * seconds) + double.Parse(part, NumberStyles.Float, CultureInfo.InvariantCulture));
}
