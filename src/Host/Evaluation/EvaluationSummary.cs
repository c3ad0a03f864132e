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
