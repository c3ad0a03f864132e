using Mpuc.Host.Data;

namespace Mpuc.Host.Protocol;

/// <summary>
/// The paper's own figures on the data sets that it used (Franceschini et al., ICPR 2022). They were reached on 10 folds with its modalities
/// and backbones, so they are landmarks beside a table, not rows of the same experiment.
/// </summary>
internal static class PublishedFigures
{
    private const string TableOne = "Franceschini et al. 2022, Table I";
    private static readonly string[] Face = ["facial images"];
    private static readonly string[] Acoustics = ["acoustics"];
    private static readonly string[] Landmarks = ["facial landmarks"];
    private static readonly string[] All = [.. Face, .. Acoustics, .. Landmarks];

    /// <summary>The figures for a data set and a way to divide it.</summary>
    /// <param name="kind">The data set's kind.</param>
    /// <param name="by">What is held out.</param>
    /// <returns>The figures; none where the paper has none.</returns>
    public static IReadOnlyList<PublishedFigure> For(string kind, string by) => (kind, by) switch
    {
        ("ravdess", SplitOptions.ByGroup) => Ravdess("actor split", 60.80, 58.50, 62.05, 64.10, 65.40, 63.78, 77.10, 78.54),
        ("ravdess", SplitOptions.Stratified) => Ravdess("no actor split", 72.80, 75.90, 76.35, 80.72, 81.80, 80.32, 89.50, 93.17),
        _ => [],
    };

    private static double Fraction(double percent) => Math.Round(percent / 100, 4);

    private static IReadOnlyList<PublishedFigure> Ravdess(
        string split,
        double face,
        double acoustics,
        double landmarks,
        double lateFusion,
        double attention,
        double faceAcoustics,
        double acousticsLandmarks,
        double all)
    {
        var source = $"{TableOne}, {split}";
        return
        [
            new("unimodal", Face, true, Fraction(face), source),
            new("unimodal", Acoustics, true, Fraction(acoustics), source),
            new("unimodal", Landmarks, true, Fraction(landmarks), source),
            new("late fusion", All, true, Fraction(lateFusion), source),
            new("attention", All, true, Fraction(attention), source),
            new("contrastive", [.. Face, .. Acoustics], false, Fraction(faceAcoustics), source),
            new("contrastive", [.. Acoustics, .. Landmarks], false, Fraction(acousticsLandmarks), source),
            new("contrastive", All, false, Fraction(all), source),
            new("human performance", [], null, 0.80, "Livingstone and Russo 2018, as quoted in Franceschini et al. 2022, Table III"),
        ];
    }
}
