using Mpuc.Host.Data;
using Mpuc.Host.Evaluation.Downstream;
using Mpuc.Host.Evaluation.Representation;

namespace Mpuc.Host.Evaluation;

/// <summary>
/// Measures frozen features (paper, Sec. III-C) beside the rows that they must be compared with: untrained encoders, no encoder, and what
/// else the features give away (the group). Every row sees the same recordings, the same standardisation and the same probe.
/// </summary>
internal sealed class Evaluator(DataSplit split, string label, EvaluationOptions options, int seed)
{
    /// <summary>Features of trained encoders.</summary>
    public const string Trained = "contrastive";

    /// <summary>Features of encoders with their first weights.</summary>
    public const string Untrained = "untrained";

    /// <summary>Pooled frames.</summary>
    public const string NoEncoder = "none";

    private readonly LabelledRows _rows = new(
        split.Training, split.Test, recording => recording.Labels.GetValueOrDefault(label), options.Task);

    /// <summary>Measures all rows.</summary>
    /// <param name="representation">The geometry of the embeddings; null where it was not measured.</param>
    /// <exception cref="MpucException">There is nothing to learn from or to test on.</exception>
    public EvaluationResult Evaluate(
        EvaluatedRun run, FeatureTable trained, FeatureTable untrained, FeatureTable pooled, RepresentationMeasures? representation = null)
    {
        _rows.Check(label);
        var all = trained.Modalities;
        var predictions = Predict(trained, all);
        var main = Measure(Trained, "probe", all, predictions);
        var floor = Measure(Untrained, "probe", all, Predict(untrained, all));
        var noEncoder = Measure(NoEncoder, "probe", all, Predict(pooled, all));
        var subsets = ModalitySubsets.Of(all, options.MaximumSubsetModalities).Skip(all.Count == 1 ? 0 : 1)
            .Select(subset => all.Count == 1 ? main : Measure(Trained, "probe", subset, Predict(trained, subset))).ToList();
        var metrics = ClassificationMetrics.Of(_rows.Space, _rows.TestTargets, predictions, options.Threshold);
        return new EvaluationResult
        {
            Run = run.Name,
            Unsupervised = run.Unsupervised,
            Transductive = run.Transductive,
            Objective = run.Objective,
            Epochs = run.Epochs,
            Label = label,
            Accuracy = main.Accuracy,
            Metrics = metrics,
            FloorAccuracy = floor.Accuracy,
            NoEncoderAccuracy = noEncoder.Accuracy,
            MajorityAccuracy = _rows.MajorityAccuracy,
            Modalities = subsets.Where(row => row.Modalities.Count == 1).ToDictionary(row => row.Modalities[0], row => row.Accuracy),
            PerClassAccuracy = metrics.Classes.Where(pair => pair.Value.Positives > 0)
                .ToDictionary(pair => pair.Key, pair => pair.Value.TruePositives / (double)pair.Value.Positives),
            Classes = _rows.Classes,
            Confusion = options.Task == TaskKind.MultiLabel
                ? []
                : new ConfusionMatrix(_rows.TestTargets, predictions, _rows.Classes.Count).Counts,
            AgainstFloor = PairedTest.Compare(main.Correct, floor.Correct),
            AgainstNoEncoder = PairedTest.Compare(main.Correct, noEncoder.Correct),
            GroupProbe = ProbeGroups(trained, untrained),
            Representation = representation,
            Measurements =
            [
                main,
                .. subsets.Where(row => row != main),
                floor,
                noEncoder,
                .. OtherClassifiers(Trained, trained),
                .. OtherClassifiers(Untrained, untrained),
            ],
            TestGroups =
            [
                .. split.Test.Select(recording =>
                    recording.Group).Where(group => group.Length > 0).Distinct().Order(StringComparer.Ordinal),
            ],
            TrainingRecordings = _rows.TrainingIds.Count,
            TestRecordings = _rows.TestIds.Count,
        };
    }

    private IEnumerable<Measurement> OtherClassifiers(string features, FeatureTable table)
    {
        using var problem = Problem(table, table.Modalities, _rows);
        yield return Measure(features, "linear", table.Modalities, Classifiers.LinearProbe(problem, options, seed));
        yield return Measure(
            features, "knn", table.Modalities, Classifiers.NearestNeighbours(problem, options.Neighbours, options.Threshold));
    }

    private long[] Predict(FeatureTable table, IReadOnlyList<string> modalities)
    {
        using var problem = Problem(table, modalities, _rows);
        return Classifiers.Chosen(problem, options, seed);
    }

    private Measurement Measure(string features, string classifier, IReadOnlyList<string> modalities, long[] predictions)
    {
        var correct = predictions.Select((prediction, i) => prediction == _rows.TestTargets[i]).ToList();
        return new Measurement(
            features, classifier, modalities, correct.Count(right => right) / (double)correct.Count) { Correct = correct };
    }

    private GroupProbe? ProbeGroups(FeatureTable trained, FeatureTable untrained)
    {
        var grouped = split.Training.Where(recording => recording.Group.Length > 0).GroupBy(recording => recording.Group).ToList();
        if (grouped.Count < 2)
        {
            return null;
        }

        var heldOut = grouped.SelectMany(group => group.Where((_, i) => i % 5 == 4)).ToList();
        var rows = new LabelledRows(grouped.SelectMany(group => group.Where((_, i) => i % 5 != 4)), heldOut, recording => recording.Group);
        return heldOut.Count == 0 ? null : new GroupProbe(GroupAccuracy(trained, rows), GroupAccuracy(untrained, rows), grouped.Count);
    }

    private double GroupAccuracy(FeatureTable table, LabelledRows rows)
    {
        using var problem = Problem(table, table.Modalities, rows);
        return new ConfusionMatrix(rows.TestTargets, Classifiers.LinearProbe(problem, options, seed), rows.Classes.Count).Accuracy;
    }

    private static ClassificationProblem Problem(FeatureTable table, IReadOnlyList<string> modalities, LabelledRows rows)
    {
        using var training = table.Concatenate(rows.TrainingIds, modalities);
        using var test = table.Concatenate(rows.TestIds, modalities);
        return new ClassificationProblem(training, rows.TrainingTargets, test, rows.Space);
    }
}
