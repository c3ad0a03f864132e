using System.Globalization;

namespace Mpuc.Host.Protocol;

/// <summary>
/// Tables II and IV: w-ACC and F1 of the six emotions on CMU-MOSEI, the SDK's folds. F1 runs from 3 to 93 % in one column, which suggests
/// that publications mean different things by it: the class alone, or weighted over "present" and "not present" as in the authors' released
/// code.
/// </summary>
internal static class PublishedMosei
{
    private const string Own = "Franceschini et al. 2022, Table II";
    private const string Others = "as quoted in Franceschini et al. 2022, Table IV";

    private static readonly string[] Emotions = ["happy", "sad", "anger", "surprise", "disgust", "fear"];
    private static readonly string[] WithoutText = ["facial images", "acoustics", "facial landmarks"];
    private static readonly string[] All = ["text (transcripts)", .. WithoutText];

    /// <summary>The figures, in the tables' order.</summary>
    public static IReadOnlyList<PublishedFigure> Figures { get; } =
    [
        Of("late fusion", All, true, Own, "59.71 60.17 54.17 27.97 54.58 34.58 50.01 3.31 54.29 34.10 54.92 22.83 54.60 30.50"),
        Of("attention", All, true, Own, "61.27 61.61 55.80 36.09 54.92 37.06 50.34 5.66 55.84 44.15 57.25 43.71 55.90 38.00"),
        Of("contrastive", WithoutText, false, Own, "63.96 61.84 50.71 12.41 54.88 26.59 50.30 2.76 58.37 35.44 54.79 27.56 55.50 27.77"),
        Of("contrastive", All, false, Own, "68.82 69.20 62.93 55.70 67.91 70.09 62.93 72.73 72.91 74.25 64.49 74.85 66.70 69.50"),
        Of(
            "Koromilas and Giannakopoulos 2021 (CAE-LR)",
            [],
            false,
            Others,
            "64.70 65.60 53.20 55.60 61.80 61.90 57.10 70.70 69.00 70.10 60.40 69.20 61.03 65.52"),
        Of(
            "Dai et al. 2021 (MESM)",
            [],
            true,
            Others,
            "64.10 72.30 63.00 46.60 66.80 49.30 65.70 27.20 75.60 56.40 65.80 28.90 66.80 46.80"),
        Of("Zhang et al. 2019", [], true, Others, "71.70 - 64.30 - 66.60 - 62.30 - 72.50 - 64.60 - 67.00 -"),
        Of(
            "Dai et al. 2021 (FE2E)",
            [],
            true,
            Others,
            "65.40 72.60 65.20 49.00 67.00 49.60 66.70 29.10 77.70 57.10 63.80 26.80 67.60 47.40"),
        Of(
            "Zadeh et al. 2018 (Graph-MFN)",
            [],
            true,
            Others,
            "66.30 66.30 60.40 66.90 62.60 72.80 53.70 85.50 69.10 76.60 62.00 89.90 62.35 76.33"),
        Of("Delbrouck et al. 2020", [], true, Others, "- 64.00 - 67.90 - 74.70 - 86.10 - 83.60 - 84.00 - 76.72"),
        Of("Huynh et al. 2021", [], true, Others, "62.70 63.00 54.40 69.70 59.60 74.30 50.60 85.70 66.00 81.30 52.90 86.40 57.70 76.73"),
        Of("Khare et al. 2021", [], true, Others, "68.10 68.20 64.30 72.40 67.30 74.80 65.10 87.70 73.60 82.40 63.00 86.60 66.90 78.68"),
        Of(
            "Chauhan et al. 2019 (CIA)",
            [],
            true,
            Others,
            "51.90 71.30 61.80 72.90 67.40 74.70 58.20 86.00 74.10 81.80 63.90 87.80 62.88 79.08"),
        Of("Tsai et al. 2020", [], true, Others, "71.00 71.00 75.00 72.10 78.30 75.00 90.50 86.10 83.00 82.50 91.70 87.80 81.58 79.08"),
        Of("Wen et al. 2021", [], true, Others, "72.50 72.60 75.60 70.70 77.10 74.90 90.60 86.10 85.00 83.20 91.70 87.80 82.08 79.22"),
        Of(
            "Shenoy and Sardana 2020",
            [],
            true,
            Others,
            "70.00 68.40 76.10 74.50 83.10 80.90 87.40 84.00 90.30 87.30 89.70 87.00 82.77 80.35"),
        Of("Mittal et al. 2020 (M3ER)", [], true, Others, "- 78.00 - 87.30 - 81.60 - 93.20 - 84.40 - 91.80 - 86.05"),
    ];

    // In %, w-ACC and F1 of each emotion and then overall; a dash where none was published.
    private static PublishedFigure Of(string method, IReadOnlyList<string> modalities, bool supervised, string source, string row)
    {
        double?[] figures = [.. row.Split(' ').Select(Fraction)];
        return new PublishedFigure(method, modalities, supervised, null, source)
        {
            WeightedAccuracy = figures[^2],
            F1 = figures[^1],
            Classes = Emotions.Index().ToDictionary(
                emotion => emotion.Item,
                emotion => new PublishedClass(figures[2 * emotion.Index], figures[(2 * emotion.Index) + 1]),
                StringComparer.Ordinal),
        };
    }

    private static double? Fraction(string percent) =>
        percent == "-" ? null : Math.Round(double.Parse(percent, CultureInfo.InvariantCulture) / 100, 4);
}
