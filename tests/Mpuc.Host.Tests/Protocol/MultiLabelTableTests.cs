using Mpuc.Host.Data;
using Mpuc.Host.Evaluation.Downstream;
using Mpuc.Host.Protocol;

namespace Mpuc.Host.Tests.Protocol;

public class MultiLabelTableTests
{
    private static readonly LabelSpace Space = new(TaskKind.MultiLabel, ["happy;sad"]);

    // Two folds of four segments; sad is found in each but one of the second fold, happy never in the second.
    private static readonly IReadOnlyList<IReadOnlyList<MethodRow>> Folds =
    [
        [Row("lateFusion", true, "happy;sad", "-", "sad", "-"), Row("contrastive", false, "happy;sad", "-", "sad", "-")],
        [Row("lateFusion", true, "sad", "-", "sad", "-"), Row("contrastive", false, "-", "-", "-", "sad")],
    ];

    [Test]
    public void A_row_has_every_class_over_the_folds()
    {
        var classes = ComparisonResult.RowsOf(Folds, 2)[0].Classes!;

        Assert.That(classes.Keys, Is.EqualTo(new[] { "happy", "sad" }));
        Assert.That(classes["sad"], Is.EqualTo(new ClassSpread(new Spread(1, 0), new Spread(1, 0), new Spread(1, 0))));
        Assert.That(classes["happy"].WeightedAccuracy!.Mean, Is.EqualTo(0.75));
        Assert.That(classes["happy"].F1.Mean, Is.EqualTo(0.5));
    }

    [Test]
    public void A_class_that_only_one_fold_knows_is_that_folds()
    {
        var other = new LabelSpace(TaskKind.MultiLabel, ["fear"]);
        var metrics = ClassificationMetrics.Of(other, [1, 0], [1, 0], 0.5);

        var classes = ClassSpread.Of([Folds[0][0].Metrics, metrics])!;

        Assert.That(classes.Keys, Is.EqualTo(new[] { "happy", "sad", "fear" }));
        Assert.That(classes["fear"].F1, Is.EqualTo(new Spread(1, 0)));
    }

    [Test]
    public void A_single_label_has_no_classes_of_its_own() =>
        Assert.That(
            ClassSpread.Of([ClassificationMetrics.Of(new LabelSpace(TaskKind.SingleLabel, ["a", "b"]), [0, 1], [0, 1], 0.5)]), Is.Null);

    [Test]
    public void The_page_has_the_papers_figures_over_all_and_for_each_class()
    {
        var page = MarkdownTables.Of(Result());

        Assert.That(
            page,
            Does.Contain("| method | modalities | labels train | w-ACC | weighted F1 | F1 | all classes right | contrastive against it |"));
        Assert.That(page, Does.Contain("| lateFusion | text + audio | features and classifier | 87.5 (17.7) |"));
        Assert.That(page, Does.Contain("| method | modalities | happy | sad | overall | source |"));
        Assert.That(
            page, Does.Contain("| lateFusion | text + audio | 75.0 / ").And.Contain("| 100.0 / 100.0 |").And.Contain("| measured here |"));
        Assert.That(
            page,
            Does.Contain(
                "| *contrastive* (quoted) | text (transcripts) + facial images + acoustics + facial landmarks | *68.8 / 69.2* | *62.9 / "
                    + "55.7* | *66.7 / 69.5* | Franceschini et al. 2022, Table II |"));
        Assert.That(page, Does.Contain("*- / 78.0*"));
        Assert.That(page, Does.Contain("they were not measured here"));
    }

    private static ComparisonResult Result() => new()
    {
        Configuration = "mosei.json",
        Data = "mosei",
        Label = "emotions",
        Objective = "clip",
        Folds = 2,
        By = SplitOptions.ByGroup,
        Group = "video",
        Seed = 0,
        Jobs = 1,
        ThreadsPerJob = 1,
        TestRecordings = 8,
        Rows = ComparisonResult.RowsOf(Folds, 2),
        Published = PublishedFigures.For("mosei", "emotions", SplitOptions.ByGroup),
    };

    private static MethodRow Row(string method, bool supervised, params string[] predictions)
    {
        long[] truth = [.. new[] { "happy;sad", "-", "sad", "-" }.Select(Space.Parse)];
        long[] predicted = [.. predictions.Select(Space.Parse)];
        return new MethodRow
        {
            Method = method,
            Modalities = ["text", "audio"],
            Supervised = supervised,
            Metrics = ClassificationMetrics.Of(Space, truth, predicted, 0.5),
            Correct = [.. predicted.Zip(truth, (prediction, target) => prediction == target)],
        };
    }
}
