using System.Text.Json;
using System.Text.Json.Nodes;
using Mpuc.Host.Evaluation;
using Mpuc.Host.Evaluation.Downstream;
using Mpuc.Host.Protocol;
using Mpuc.Host.Reporting.Pages;
using Mpuc.Host.Reporting.Protocols;
using Mpuc.Host.Tests.Evaluation;

namespace Mpuc.Host.Tests.Reporting.Pages;

/// <summary>Pages of comparisons and cross-validations, finished and not, from files as the commands write them.</summary>
public sealed class ProtocolReportTests
{
    private static readonly LabelSpace Space = Spaces.Of("calm", "sad");

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void Make() => _folder = new TemporaryFolder();

    [TearDown]
    public void Delete() => _folder.Dispose();

    [Test]
    public void A_comparison_shows_its_rows_with_deviations_tests_and_confusions_and_marks_what_is_quoted()
    {
        WritePlan("compare", folds: 2);
        var rows = ComparisonResult.RowsOf([Fold(1, 0), Fold(1, 1)], 2);
        Write("results.json", new ComparisonResult
        {
            Configuration = "run.json",
            Data = "ravdess",
            Label = "emotion",
            Objective = "clip",
            Folds = 2,
            By = "group",
            Group = "actor",
            Seed = 3,
            Jobs = 2,
            ThreadsPerJob = 1,
            TestRecordings = 8, Rows = rows, Published = PublishedFigures.For("ravdess", "emotion", "group"),
        });

        var page = ComparisonPage();

        Assert.That(page, Does.Contain("2 folds by actor").And.Contain("2 processes of 1 thread").And.Not.Contain("class=\"notice\""));
        Assert.That(
            page,
            Does.Contain(
                "late fusion <span class=\"quoted-mark\">quoted</span>").And.Contain("(quoted)").And.Contain("Table I, actor split"));
        Assert.That(
            page, Does.Contain("87.5 ± 17.7 %").And.Contain("<figure id=\"confusion-1\"").And.Contain("Contrastive against late fusion"));
    }

    [Test]
    public void A_comparison_that_has_not_ended_shows_the_rows_of_the_folds_that_are_done()
    {
        WritePlan("compare", folds: 3);
        Write("fold-1/lateFusion.json", Fold(1, 0)[..1]);
        Write("fold-1/contrastive.json", Fold(1, 0)[1..]);
        Write("fold-2/lateFusion.json", Fold(1, 1)[..1]);

        var page = ComparisonPage();

        Assert.That(
            page,
            Does.Contain("The comparison has not ended: 3 rows of single folds are there, on 2 of 3 folds")
                .And.Contain($"mpuc compare CONFIG --folds 3 --output {_folder.Path}"));
        Assert.That(page, Does.Contain("late fusion").And.Contain("contrastive (clip)").And.Contain("Accuracy of every row"));
    }

    [Test]
    public void With_several_labels_at_a_time_w_acc_counts_and_every_class_has_its_figures_beside_the_quoted()
    {
        WritePlan("compare", folds: 1);
        long[] truth = [0b01, 0b11, 0b00, 0b01], predictions = [0b01, 0b01, 0b00, 0b00];
        var row = new MethodRow
        {
            Method = "floor", Modalities = ["text"], Supervised = false, Correct = [true, false, true, false],
            Metrics = ClassificationMetrics.Of(new LabelSpace(TaskKind.MultiLabel, ["happy;sad"]), truth, predictions, 0.5),
        };
        Write("results.json", new ComparisonResult
        {
            Configuration = "run.json",
            Data = "mosei",
            Label = "emotions",
            Objective = "clip",
            Folds = 1,
            By = "given",
            Group = null,
            Seed = 3,
            Jobs = 1,
            ThreadsPerJob = 1,
            TestRecordings = 4, Rows = ComparisonResult.RowsOf([[row]], 1), Published = PublishedFigures.For("mosei", "emotions", "given"),
        });

        var page = ComparisonPage();

        Assert.That(
            page, Does.Contain("w-ACC of every row").And.Contain("w-ACC / weighted F1 of each class").And.Contain("83.3 % / 76.7 %"));
        Assert.That(page, Does.Contain("68.8 % / 69.2 %").And.Contain("all classes right").And.Contain("These results hold none"));
    }

    [Test]
    public void A_comparison_without_any_row_says_so() =>
        Assert.That(
            With(() => WritePlan("compare", folds: 3), ComparisonPage),
            Does.Contain("0 rows of single folds are there").And.Contain("Setup").And.Not.Contain("<figure"));

    [Test]
    public void Results_without_confusions_say_why()
    {
        WritePlan("compare", folds: 1);
        Write("fold-1/lateFusion.json", Fold(1, 0)[..1].Select(row => row with { Confusion = [] }));
        Assert.That(ComparisonPage(), Does.Contain("These results hold none"));
    }

    [Test]
    public void A_cross_validation_shows_its_folds_and_adds_up_their_confusions()
    {
        WritePlan("crossval", folds: 2);
        Write(
            "results.json",
            CrossValidationResult.Of(
                "run.json", FoldPlan.Of(2, "actor", false), "group", 5, new ThreadBudget(1, 2), [Result, Result with { Accuracy = 1 }]));

        var page = CrossValidationPage();

        Assert.That(
            page,
            Does.Contain("trained without labels").And.Contain("2 folds by actor").And.Contain("<figure id=\"folds\"").And.Contain(
                "<figure id=\"each-class\""));
        Assert.That(page, Does.Contain($"{2 * Right} of 8 recordings are predicted right").And.Not.Contain("class=\"notice\""));
    }

    [Test]
    public void A_cross_validation_that_has_not_ended_shows_the_folds_that_are_evaluated()
    {
        WritePlan("crossval", folds: 3);
        Write("fold-2/evaluation.json", Result);
        Assert.That(
            CrossValidationPage(),
            Does.Contain("The cross-validation has not ended: 1 of 3 folds are trained and evaluated").And.Contain("<figure id=\"folds\""));
    }

    [Test]
    public void A_cross_validation_without_any_fold_says_so() =>
        Assert.That(
            With(() => WritePlan("crossval", folds: 3), CrossValidationPage), Does.Contain("0 of 3 folds").And.Not.Contain("<figure"));

    [Test]
    public void Damaged_results_are_named_and_the_folds_read_in_their_place()
    {
        WritePlan("crossval", folds: 1);
        Write("fold-1/evaluation.json", Result);
        File.WriteAllText(_folder.File("results.json"), "{ half");
        Assert.That(
            CrossValidationPage(),
            Does.Contain("results.json is damaged").And.Contain("made from the single folds").And.Contain("<figure id=\"folds\""));
    }

    [TestCase("{ half")]
    [TestCase("{ \"command\": 3 }")]
    public void A_damaged_plan_is_named(string content)
    {
        File.WriteAllText(_folder.File("protocol.json"), content);
        Assert.That(
            () => ProtocolFiles.Read(_folder.Path), Throws.TypeOf<MpucException>().With.Message.Contains("protocol.json is damaged"));
    }

    [Test]
    public void Hostile_names_of_classes_methods_and_modalities_never_become_markup()
    {
        const string Hostile = "<img src=x onerror=alert(1)>";
        WritePlan("compare", folds: 1);
        Write("fold-1/x.json", new[] { Row(Hostile, [Hostile], Spaces.Of(Hostile, "sad"), 0, 0, 1, 1) });
        Assert.That(ComparisonPage(), Does.Not.Contain("<img").And.Contain("&lt;img"));
    }

    private static EvaluationResult Result => EvaluationTablesTests.Result;

    private static int Right => Result.Confusion.Select((row, i) => row[i]).Sum();

    private static string With(Action prepare, Func<string> page)
    {
        prepare();
        return page();
    }

    private string ComparisonPage() => Render(ComparisonReport.Of(ProtocolFiles.Read(_folder.Path), drawn: true, DateTimeOffset.UnixEpoch));

    private string CrossValidationPage() =>
        Render(CrossValidationReport.Of(ProtocolFiles.Read(_folder.Path), drawn: true, DateTimeOffset.UnixEpoch));

    private static string Render(ReportPage page) => page.ToHtml(new ReportAssets(string.Empty, string.Empty, "library", null));

    private void WritePlan(string command, int folds) => Write("protocol.json", new JsonObject
    {
        ["command"] = command,
        ["folds"] = folds,
        ["configuration"] = JsonNode.Parse("""{ "seed": 3, "data": { "kind": "manifest", "label": "emotion", "split": { "by": "group" } }, "objective": { "variant": "clip" } }"""),
    });

    private void Write<T>(string name, T content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder.File(name))!);
        File.WriteAllText(_folder.File(name), JsonSerializer.Serialize(content, EvaluationJson.Options));
    }

    private static MethodRow[] Fold(long first, long second) =>
        [Row("lateFusion", ["voice", "face"], Space, 0, 0, first, second), Row("contrastive", ["voice", "face"], Space, 0, 1, 0, 1)];

    private static MethodRow Row(string method, string[] modalities, LabelSpace space, params long[] predictions)
    {
        long[] truth = [0, 0, 1, 1];
        return new MethodRow
        {
            Method = method,
            Modalities = modalities,
            Supervised = method == "lateFusion",
            Metrics = ClassificationMetrics.Of(space, truth, predictions, 0.5),
            Confusion = new ConfusionMatrix(truth, predictions, 2).Counts,
            Correct = [.. predictions.Zip(truth, (prediction, target) => prediction == target)],
        };
    }
}
