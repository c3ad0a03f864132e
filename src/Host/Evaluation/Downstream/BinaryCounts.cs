namespace Mpuc.Host.Evaluation.Downstream;

/// <summary>
/// One class against all others, counted over the test recordings. A figure is null where it divides by zero, such as a recall without any
/// recording of the class; F1 is 0 where nothing was found, as scikit-learn has it.
/// </summary>
/// <param name="TruePositives">Recordings of the class that are predicted as such.</param>
/// <param name="FalsePositives">Other recordings that are predicted as the class.</param>
/// <param name="FalseNegatives">Recordings of the class that are predicted otherwise.</param>
/// <param name="TrueNegatives">Other recordings that are predicted otherwise.</param>
public sealed record BinaryCounts(int TruePositives, int FalsePositives, int FalseNegatives, int TrueNegatives)
{
    /// <summary>Recordings of the class, P.</summary>
    public int Positives => TruePositives + FalseNegatives;

    /// <summary>All other recordings, N.</summary>
    public int Negatives => FalsePositives + TrueNegatives;

    /// <summary>The fraction of recordings that are judged rightly.</summary>
    public double? Accuracy => Ratio(TruePositives + TrueNegatives, Positives + Negatives);

    /// <summary>
    /// w-ACC = (TP * N / P + TN) / (2 N), the mean of recall and specificity (Tong et al. 2017; paper, Sec. IV-A); null without recordings
    /// of either side.
    /// </summary>
    public double? WeightedAccuracy =>
        Positives == 0 || Negatives == 0 ? null : ((TruePositives * ((double)Negatives / Positives)) + TrueNegatives) / (2.0 * Negatives);

    /// <summary>The F1 of the class alone.</summary>
    public double F1 => F1Of(TruePositives, FalsePositives, FalseNegatives);

    /// <summary>
    /// The F1 of "present" and of "not present", weighted by their recordings: what the authors' released code reports per emotion.
    /// </summary>
    public double WeightedF1 => Ratio((Positives * F1) + (Negatives * NegativeF1), Positives + Negatives) ?? 0;

    /// <summary>The plain mean of the F1 of "present" and of "not present".</summary>
    public double MacroF1 => (F1 + NegativeF1) / 2;

    private double NegativeF1 => F1Of(TrueNegatives, FalseNegatives, FalsePositives);

    /// <summary>Adds the counts of another class.</summary>
    /// <param name="first">Counts.</param>
    /// <param name="second">Counts.</param>
    /// <returns>The sums.</returns>
    public static BinaryCounts operator +(BinaryCounts first, BinaryCounts second) => new(
        first.TruePositives + second.TruePositives,
        first.FalsePositives + second.FalsePositives,
        first.FalseNegatives + second.FalseNegatives,
        first.TrueNegatives + second.TrueNegatives);

    private static double F1Of(int right, int wrong, int missed) => Ratio(2.0 * right, (2.0 * right) + wrong + missed) ?? 0;

    private static double? Ratio(double part, double whole) => whole == 0 ? null : part / whole;
}
