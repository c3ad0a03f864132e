using System.Text.Json;
using Mpuc.Host.Evaluation;
using Mpuc.Host.Protocol;

namespace Mpuc.Host.Tests.Protocol;

public class CrossValidationTests
{
    [Test]
    public void Folds_are_averaged_and_tested_together_even_after_they_were_written_and_read()
    {
        var result = CrossValidationResult.Of(
            "run.json", FoldPlan.Of(2, "actor", false), "group", 5, new ThreadBudget(1, 2), [Reread(Fold(1)), Reread(Fold(0.5))]);

        Assert.That(result.Accuracy, Is.EqualTo(new Spread(0.75, Math.Sqrt(0.125))));
        Assert.That((result.AgainstFloor.OnlyFirst, result.AgainstFloor.OnlySecond), Is.EqualTo((2, 0)));
        Assert.That(
            (result.Folds, result.Group, result.Seed, result.ThreadsPerJob, result.Unsupervised), Is.EqualTo((2, "actor", 5, 2, true)));
    }

    [Test]
    public void A_fold_with_labels_makes_the_whole_supervised()
    {
        var result = CrossValidationResult.Of(
            "run.json",
            FoldPlan.Of(2, "actor", false),
            "group",
            5,
            new ThreadBudget(1, 2),
            [Fold(1), Fold(1) with { Unsupervised = false }]);

        Assert.That(result.Unsupervised, Is.False);
        Assert.That(MarkdownTables.Of(result), Does.Contain("with labels (supervised)"));
    }

    [Test]
    public void The_page_lists_every_fold_and_the_mean()
    {
        var page = MarkdownTables.Of(CrossValidationResult.Of(
            "run.json", FoldPlan.Of(2, "actor", false), "group", 5, new ThreadBudget(1, 2), [Fold(1), Fold(0.5)]));

        Assert.That(page, Does.Contain("| 1 | 4 | 05 | 100.0 | 50.0 | 50.0 | 50.0 |"));
        Assert.That(page, Does.Contain("| mean (deviation) |  |  | 75.0 (35.4) |"));
        Assert.That(page, Does.Contain("2 folds by actor, seed 5; 1 process of 2 threads."));
    }

    private static EvaluationResult Reread(EvaluationResult result) =>
        JsonSerializer.Deserialize<EvaluationResult>(JsonSerializer.Serialize(result, EvaluationJson.Options), EvaluationJson.Options)!;

    private static EvaluationResult Fold(double accuracy) => Evaluation.EvaluationTablesTests.Result with
    {
        Accuracy = accuracy,
        TestGroups = ["05"],
        Measurements =
        [
            new Measurement("contrastive", "probe", ["voice"], accuracy)
            {
                Correct = accuracy == 1 ? [true, true, true, true] : [true, true, false, false],
            },
            new Measurement("untrained", "probe", ["voice"], 0.5) { Correct = [true, true, false, false] },
            new Measurement("none", "probe", ["voice"], 0.5) { Correct = [true, true, false, false] },
        ],
    };
}
