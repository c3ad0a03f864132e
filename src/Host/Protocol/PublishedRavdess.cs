namespace Mpuc.Host.Protocol;

/// <summary>Tables I and III: accuracy on RAVDESS' speech, 10 folds.</summary>
internal static class PublishedRavdess
{
    private const string Own = "Franceschini et al. 2022, Table I";
    private const string Others = "as quoted in Franceschini et al. 2022, Table III";

    private static readonly string[] Face = ["facial images"];
    private static readonly string[] Acoustics = ["acoustics"];
    private static readonly string[] Landmarks = ["facial landmarks"];
    private static readonly string[] All = [.. Face, .. Acoustics, .. Landmarks];

    /// <summary>Reached on actors that were held out.</summary>
    public static IReadOnlyList<PublishedFigure> ByActor { get; } =
    [
        .. TableOne("actor split", 60.80, 58.50, 62.05, 64.10, 65.40, 63.78, 77.10, 78.54),
        Human,
        Other("Ghaleb et al. 2019 (ACII)", 67.70),
        Other("Ghaleb et al. 2020", 69.40),
        Other("Ghaleb et al. 2020, with attention", 76.30),
        Other("Radoi et al. 2021", 78.70),
    ];

    /// <summary>Reached on recordings that were held out, whoever they are of.</summary>
    public static IReadOnlyList<PublishedFigure> Stratified { get; } =
    [
        .. TableOne("no actor split", 72.80, 75.90, 76.35, 80.72, 81.80, 80.32, 89.50, 93.17),
        Human,
        Other("Beard et al. 2018", 58.30),
        Other("Song et al. 2021", 90.00),
        Other("Tiwari et al. 2020", 93.30),
    ];

    private static PublishedFigure Human => new("human performance", [], null, 0.80, $"Livingstone and Russo 2018, {Others}");

    private static PublishedFigure Other(string method, double accuracy) => new(method, [], true, Fraction(accuracy), Others);

    private static double Fraction(double percent) => Math.Round(percent / 100, 4);

    private static IReadOnlyList<PublishedFigure> TableOne(
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
        var source = $"{Own}, {split}";
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
        ];
    }
}
