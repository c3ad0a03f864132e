using System.Globalization;
using Mpuc.Host.Evaluation;
using Mpuc.Host.Protocol;

namespace Mpuc.Host.Reporting.Markup;

/// <summary>Numbers and names as reports write them.</summary>
internal static class ReportText
{
    /// <summary>A fraction in per cent.</summary>
    /// <param name="fraction">0 to 1; null for none.</param>
    /// <returns>Such as <c>72.5 %</c>, or a dash.</returns>
    public static string Percent(double? fraction) =>
        fraction is { } value ? string.Create(CultureInfo.InvariantCulture, $"{100 * value:0.0} %") : "–";

    /// <summary>A mean and its deviation in per cent.</summary>
    /// <param name="spread">The figure; null for none.</param>
    /// <returns>Such as <c>67.6 ± 5.2 %</c>, or a dash.</returns>
    public static string Percent(Spread? spread) =>
        spread is null ? "–" : string.Create(CultureInfo.InvariantCulture, $"{100 * spread.Mean:0.0} ± {100 * spread.Std:0.0} %");

    /// <summary>A number with four digits.</summary>
    /// <param name="value">The number; null for none.</param>
    public static string Number(double? value) => value is { } number ? number.ToString("G4", CultureInfo.InvariantCulture) : "–";

    /// <summary>A whole number.</summary>
    public static string Count(long count) => count.ToString(CultureInfo.InvariantCulture);

    /// <summary>A number of things.</summary>
    /// <returns>Such as <c>2 folds</c>.</returns>
    public static string Count(long count, string one) =>
        count == 1 ? $"1 {one}" : string.Create(CultureInfo.InvariantCulture, $"{count} {one}s");

    /// <summary>Names side by side.</summary>
    public static string Join(IReadOnlyList<string> modalities) => modalities.Count == 0 ? "–" : string.Join(" + ", modalities);

    /// <summary>A pair of modalities with a real arrow.</summary>
    public static string Pair(string pair) => pair.Replace(">", " → ", StringComparison.Ordinal);

    /// <summary>A p-value.</summary>
    public static string P(PairedTest test) =>
        test.PValue < 0.0001 ? "< 0.0001" : test.PValue.ToString("0.0000", CultureInfo.InvariantCulture);

    /// <summary>A duration.</summary>
    /// <param name="seconds">Seconds.</param>
    /// <returns>Such as <c>2 h 05 min</c>.</returns>
    public static string Duration(double seconds)
    {
        var time = TimeSpan.FromSeconds(seconds);
        return time.TotalHours >= 1 ? string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours} h {time.Minutes:00} min")
            : time.TotalMinutes >= 1 ? string.Create(CultureInfo.InvariantCulture, $"{time.Minutes} min {time.Seconds:00} s")
            : string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.#} s");
    }

    /// <summary>A path as a shell takes it.</summary>
    /// <returns>The path, quoted where it must be.</returns>
    public static string Shell(string path) =>
        path.All(letter => char.IsAsciiLetterOrDigit(letter) || "/._-+=@:,".Contains(letter, StringComparison.Ordinal))
        ? path
        : $"'{path.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
