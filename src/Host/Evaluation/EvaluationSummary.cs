namespace Mpuc.Host.Evaluation;

/// <summary>Several runs side by side, such as the folds of one experiment. Accuracies are fractions, 0 to 1.</summary>
/// <param name="Folds">The runs, in the order given.</param>
/// <param name="Accuracy">Mean and deviation of the trained encoders' probe.</param>
/// <param name="FloorAccuracy">Mean and deviation of the untrained encoders' probe.</param>
/// <param name="NoEncoderAccuracy">Mean and deviation of the probe without encoder.</param>
/// <param name="AgainstFloor">The trained encoders against the floor over all test recordings of all runs.</param>
/// <param name="AgainstNoEncoder">The trained encoders against no encoder over all test recordings of all runs.</param>
public sealed record EvaluationSummary(
    IReadOnlyList<EvaluationResult> Folds,
    MeanAndDeviation Accuracy,
    MeanAndDeviation FloorAccuracy,
    MeanAndDeviation NoEncoderAccuracy,
    PairedTest AgainstFloor,
    PairedTest AgainstNoEncoder)
{
    /// <summary>Summarises runs.</summary>
    /// <param name="folds">The runs' results, at least one.</param>
    /// <returns>The summary.</returns>
    public static EvaluationSummary Of(IReadOnlyList<EvaluationResult> folds) => new(
        folds,
        MeanAndDeviation.Of(folds.Select(fold => fold.Accuracy)),
        MeanAndDeviation.Of(folds.Select(fold => fold.FloorAccuracy)),
        MeanAndDeviation.Of(folds.Select(fold => fold.NoEncoderAccuracy)),
        Pool(folds, Evaluator.Untrained),
        Pool(folds, Evaluator.NoEncoder));

    private static PairedTest Pool(IReadOnlyList<EvaluationResult> folds, string features) => PairedTest.Compare(
        [.. folds.SelectMany(fold => Correct(fold, Evaluator.Trained))],
        [.. folds.SelectMany(fold => Correct(fold, features))]);

    private static IReadOnlyList<bool> Correct(EvaluationResult fold, string features) => fold.Measurements
        .First(row => row.Features == features && row.Classifier == "probe" && row.Modalities.Count == fold.Modalities.Count).Correct;
}

/// <summary>A mean with its sample standard deviation.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="Deviation">The sample standard deviation (n - 1); 0 for a single value.</param>
public sealed record MeanAndDeviation(double Mean, double Deviation)
{
    /// <summary>Computes both.</summary>
    /// <param name="values">At least one value.</param>
    /// <returns>The two figures.</returns>
    public static MeanAndDeviation Of(IEnumerable<double> values)
    {
        var list = values.ToList();
        var mean = list.Average();
        var deviation = list.Count < 2 ? 0 : Math.Sqrt(list.Sum(value => (value - mean) * (value - mean)) / (list.Count - 1));
        return new MeanAndDeviation(mean, deviation);
    }
}
