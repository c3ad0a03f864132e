using Mpuc.Host.Data;
using Mpuc.Host.Evaluation;
using Mpuc.Host.Evaluation.Downstream;
using Mpuc.Host.Protocol;
using Mpuc.Host.Tests.Evaluation;

namespace Mpuc.Host.Tests.Protocol;

public class ComparisonTests
{
    private static readonly LabelSpace Space = Spaces.Of("calm", "sad");

    // Two folds of four recordings; late fusion is right on 4 and 2 of them, the contrastive row on 2 and 2.
    private static readonly IReadOnlyList<IReadOnlyList<MethodRow>> Folds =
    [
        [Row("lateFusion", true, 0, 0, 1, 1), Row("contrastive", false, 0, 1, 0, 1), Row("contrastive", ["voice"], false, 1, 1, 0, 0)],
        [Row("lateFusion", true, 0, 1, 1, 0), Row("contrastive", false, 0, 0, 0, 0), Row("contrastive", ["voice"], false, 0, 0, 1, 1)],
    ];

    [Test]
    public void A_row_is_the_mean_and_sample_deviation_over_folds()
    {
        var row = ComparisonResult.RowsOf(Folds, 2)[0];

        Assert.That((row.Method, row.Supervised, row.Folds), Is.EqualTo(("lateFusion", true, 2)));
        Assert.That(row.PerFold, Is.EqualTo(new[] { 1, 0.5 }));
        Assert.That(row.Accuracy, Is.EqualTo(new Spread(0.75, Math.Sqrt(0.125))));
    }

    [Test]
    public void Every_row_but_its_own_is_tested_against_the_contrastive_row_of_all_modalities_over_all_recordings()
    {
        var rows = ComparisonResult.RowsOf(Folds, 2);

        Assert.That(rows[0].ContrastiveAgainst, Is.EqualTo(PairedTest.Compare(
            [true, false, false, true, true, true, false, false], [true, true, true, true, true, false, true, false])));
        Assert.That(rows[1].ContrastiveAgainst, Is.Null);
        Assert.That(rows[2].ContrastiveAgainst, Is.Not.Null);
    }

    [Test]
    public void Without_a_contrastive_row_there_is_nothing_to_test_against() =>
        Assert.That(ComparisonResult.RowsOf([[Folds[0][0]], [Folds[1][0]]], 2)[0].ContrastiveAgainst, Is.Null);

    [Test]
    public void The_table_says_which_rows_learned_from_labels_and_which_are_quoted()
    {
        var page = MarkdownTables.Of(Result(SplitOptions.ByGroup));

        Assert.That(page, Does.Contain("2 folds by actor, seed 0; 2 processes of 1 thread."));
        Assert.That(page, Does.Contain("| lateFusion | voice + face | features and classifier | 75.0 (35.4) |"));
        Assert.That(page, Does.Contain("| contrastive (clip) | voice | classifier |"));
        Assert.That(page, Does.Contain("| *late fusion* (quoted) |").And.Contain("| *64.1* |").And.Contain("Table I, actor split"));
        Assert.That(page, Does.Contain("they were not measured here"));
    }

    private static ComparisonResult Result(string by) => new()
    {
        Configuration = "run.json",
        Data = "ravdess",
        Label = "emotion",
        Objective = "clip",
        Folds = 2,
        By = by,
        Group = "actor",
        Seed = 0,
        Jobs = 2,
        ThreadsPerJob = 1,
        TestRecordings = 8,
        Rows = ComparisonResult.RowsOf(Folds, 2),
        Published = PublishedFigures.For("ravdess", "emotion", by),
    };

    private static MethodRow Row(string method, bool supervised, params long[] predictions) =>
        Row(method, ["voice", "face"], supervised, predictions);

    private static MethodRow Row(string method, string[] modalities, bool supervised, params long[] predictions)
    {
        long[] truth = [0, 0, 1, 1];
        return new MethodRow
        {
            Method = method,
            Modalities = modalities,
            Supervised = supervised,
            Metrics = ClassificationMetrics.Of(Space, truth, predictions, 0.5),
            Correct = [.. predictions.Zip(truth, (prediction, target) => prediction == target)],
        };
    }
}
