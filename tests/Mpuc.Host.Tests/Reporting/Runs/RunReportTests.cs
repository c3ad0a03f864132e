using System.Text.Json;
using System.Text.Json.Nodes;
using Mpuc.Host.Evaluation;
using Mpuc.Host.Evaluation.Representation;
using Mpuc.Host.Reporting.FeatureMaps;
using Mpuc.Host.Reporting.Pages;
using Mpuc.Host.Reporting.Runs;
using Mpuc.Host.Runs;
using Mpuc.Host.Tests.Evaluation;
using Mpuc.Host.Tests.Runs;

namespace Mpuc.Host.Tests.Reporting.Runs;

public sealed class RunReportTests
{
    private const string Hostile = "</script><img src=x onerror=alert(1)>\"'&{a}";
    private static readonly string Evaluation = JsonSerializer.Serialize(
        EvaluationTablesTests.Result with { Epochs = 4 }, EvaluationJson.Options);

    private ToyRun _run = null!;

    [SetUp]
    public void Train()
    {
        _run = new ToyRun();
        _run.Train();
    }

    [TearDown]
    public void Delete() => _run.Dispose();

    [Test]
    public void A_run_that_is_trained_and_evaluated_lacks_nothing()
    {
        Write(Evaluation);
        var files = RunFiles.Read(_run.Directory);

        Assert.That(files.Missing, Is.Empty);
        Assert.That((files.Epochs, files.Evaluation!.Accuracy), Is.EqualTo((4, EvaluationTablesTests.Result.Accuracy)));
    }

    [Test]
    public void The_page_holds_every_part_in_charts_and_in_numbers()
    {
        Write(Evaluation);
        var page = Page();

        foreach (var id in new[]
        {
            "loss", "loss-pairs", "loss-modalities", "learning-rate", "accuracy-features", "confusion", "each-class",
        })
        {
            Assert.That(page, Does.Contain($"<figure id=\"{id}\" data-file=\"{id}\">"), id);
        }

        Assert.That(page, Does.Contain("trained without labels").And.Contain("Against untrained encoders").And.Contain("audio → text"));
        Assert.That(page, Does.Contain(_run.Directory.Name).And.Contain("configuration, SHA-256"));
    }

    [Test]
    public void A_run_that_was_not_evaluated_says_so_with_the_command_and_shows_its_curves()
    {
        var page = Page();
        Assert.That(
            page,
            Does.Contain(
                $"<code>mpuc evaluate {_run.Directory.Path}</code>").And.Contain("id=\"loss\"").And.Not.Contain("id=\"confusion\""));
    }

    [Test]
    public void A_training_that_was_killed_says_how_far_it_came_and_how_to_continue()
    {
        File.Delete(_run.Directory.SummaryPath);
        new MetricsFile(_run.Directory.MetricsPath).TruncateAfter(2);
        File.AppendAllText(_run.Directory.MetricsPath, "{\"split\":\"training\",\"epo");

        Assert.That(Page(), Does.Contain("2 of 4 epochs are done").And.Contain("--resume</code>"));
    }

    [Test]
    public void A_training_without_an_epoch_has_a_page_without_curves()
    {
        File.Delete(_run.Directory.SummaryPath);
        File.Delete(_run.Directory.MetricsPath);
        Assert.That(Page(), Does.Contain("has not completed an epoch").And.Not.Contain("id=\"loss\"").And.Contain("Setup"));
    }

    [Test]
    public void An_evaluation_of_other_epochs_is_called_out()
    {
        Write(Evaluation.Replace("\"epochs\": 4", "\"epochs\": 3", StringComparison.Ordinal));
        Assert.That(
            RunFiles.Read(_run.Directory).Missing.Single().What, Does.Contain("measured the encoders of epoch 3").And.Contain("epoch 4"));
    }

    [TestCase("{ half", "damaged")]
    [TestCase("{ \"accuracy\": 1 }", "of another version")]
    public void An_evaluation_that_cannot_be_read_is_as_good_as_missing_and_named(string content, string why)
    {
        Write(content);
        var files = RunFiles.Read(_run.Directory);
        Assert.That(files.Evaluation, Is.Null);
        Assert.That(string.Concat(files.Missing.Select(missing => missing.What)), Does.Contain("evaluation.json").And.Contain(why));
    }

    [Test]
    public void A_run_without_labels_shows_its_retrieval()
    {
        Write(JsonSerializer.Serialize(
            new UnlabelledEvaluation
            {
                Run = "run", Unsupervised = true, Objective = "clip", Epochs = 4, Recordings = 20, HeldOut = false,
                Representation = new RepresentationMeasures
                {
                    Alignment = new Dictionary<string, double> { ["audio, text"] = 1.5 },
                    Uniformity = new Dictionary<string, double> { ["audio"] = -2 },
                    Retrieval = [new RetrievalRecall("audio", "text", 20, 0.1, 0.4, 0.6, 0.05, 0.25, 0.5)],
                },
            },
            EvaluationJson.Options));

        Assert.That(
            Page(),
            Does.Contain("id=\"retrieval-recall\"").And.Contain("these figures flatter").And.Contain("by chance 50.0 %").And.Not.Contain(
                "mpuc evaluate " + _run.Output));
    }

    [Test]
    public void Names_from_data_never_become_markup()
    {
        var result = EvaluationTablesTests.Result;
        var renamed = JsonSerializer.Serialize(
            result with { Classes = [Hostile, .. result.Classes.Skip(1)], TestGroups = [Hostile], Label = Hostile, Epochs = 4 },
            EvaluationJson.Options);
        Write(renamed);
        var manifest = JsonNode.Parse(File.ReadAllText(_run.Directory.ManifestPath))!;
        manifest["training"]![0]!["group"] = Hostile;
        manifest["modalities"]![0]!["name"] = Hostile;
        manifest["warnings"]!.AsArray().Add(Hostile);
        File.WriteAllText(_run.Directory.ManifestPath, manifest.ToJsonString());
        var point = new FeatureMapPoint(Hostile, Hostile, Hostile, "test", (0, 1), (1, 0));

        var page = RunReport.Of(
            RunFiles.Read(_run.Directory),
            new FeatureMap([point, point], (0.5, 0.25), 30, 0, 2, 0, Hostile, 4),
            null,
            drawn: true,
            DateTimeOffset.UnixEpoch)
            .ToHtml(new ReportAssets(string.Empty, "script", "library", null));

        Assert.That(page, Does.Not.Contain("<img").And.Not.Contain("onerror=alert(1)>\""));
        Assert.That(page.Split("<script").Length, Is.EqualTo(page.Split("</script>").Length), "every script element ends where it should");
        Assert.That(page, Does.Contain("&lt;/script&gt;&lt;img"));
    }

    [Test]
    public void A_map_is_coloured_by_label_and_by_group_and_says_how_it_was_made()
    {
        FeatureMapPoint[] points =
        [
            new("r1", "ann", "calm", "training", (1, 2), (3, 4)), new("r2", "ben", "", "test", (-1.23456789, 2), (3, 4)),
        ];
        var page = Page(new FeatureMap(points, (0.5, 0.25), 30, 3, 5000, 7, "best.safetensors", 12));

        foreach (var id in new[] { "map-tsne-label", "map-tsne-group", "map-pca-label", "map-pca-group" })
        {
            Assert.That(page, Does.Contain($"<figure id=\"{id}\""));
        }

        Assert.That(
            page,
            Does.Contain("2 of 5000 recordings, drawn with seed 7").And.Contain(
                "extracted for this report from best.safetensors (epoch 12)"));
        Assert.That(
            page,
            Does.Contain("3 recordings that lack a modality are left out")
                .And.Contain("component 1 (50.0 % of the variance)")
                .And.Contain("-1.2346"));
    }

    [Test]
    public void A_map_that_could_not_be_made_says_why()
    {
        var page = RunReport.Of(
            RunFiles.Read(_run.Directory),
            null,
            new Missing("There is no map: no data.", "mpuc report x"),
            drawn: true,
            DateTimeOffset.UnixEpoch)
            .ToHtml(new ReportAssets(string.Empty, string.Empty, "library", null));
        Assert.That(page, Does.Contain("There is no map: no data.").And.Contain("<code>mpuc report x</code>"));
    }

    [Test]
    public void A_modalitys_loss_is_the_mean_of_its_pairs()
    {
        var line = new MetricsFile(_run.Directory.MetricsPath).Read()[0] with
        {
            Pairs = new Dictionary<string, double> { ["a>b"] = 1, ["b>a"] = 2, ["a>a"] = 6, ["b>c"] = 3, ["c>b"] = 4 },
        };
        Assert.That(
            TrainingSection.OfModalities(line).ToDictionary(),
            Is.EquivalentTo(new Dictionary<string, double> { ["a"] = 3, ["b"] = 2.5, ["c"] = 3.5 }));
    }

    [Test]
    public void A_damaged_manifest_is_named()
    {
        File.WriteAllText(_run.Directory.ManifestPath, "{ half");
        Assert.That(() => RunFiles.Read(_run.Directory), Throws.TypeOf<MpucException>().With.Message.Contains("manifest.json is damaged"));
    }

    private string Page(FeatureMap? map = null) =>
        RunReport.Of(RunFiles.Read(_run.Directory), map, null, drawn: true, DateTimeOffset.UnixEpoch)
        .ToHtml(new ReportAssets(string.Empty, string.Empty, "library", null));

    private void Write(string evaluation) => File.WriteAllText(_run.Directory.EvaluationPath, evaluation);
}
