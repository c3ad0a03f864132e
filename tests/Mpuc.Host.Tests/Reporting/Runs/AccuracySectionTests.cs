using System.Net;
using Mpuc.Host.Evaluation;
using Mpuc.Host.Reporting.Charts;
using Mpuc.Host.Reporting.Markup;
using Mpuc.Host.Reporting.Runs;
using Mpuc.Host.Tests.Evaluation;

namespace Mpuc.Host.Tests.Reporting.Runs;

/// <summary>The accuracies of a run with several modalities.</summary>
public class AccuracySectionTests
{
    private static readonly IReadOnlyDictionary<string, double> Alone = new Dictionary<string, double>
    {
        ["voice"] = 0.5,
        ["face"] = 0.25,
        ["text"] = 0.75,
    };

    [Test]
    public void A_subset_stands_with_how_far_it_is_from_all_modalities()
    {
        var figure = Subsets(("voice+face+text", 0.5), ("voice", 0.5), ("face", 0.25), ("text", 0.75));

        Assert.That(
            figure.Table.Rows.Select(row => Text(row.Cells[^1])), Is.EqualTo(new[] { "–", "0.0 points", "−25.0 points", "+25.0 points" }));
        Assert.That(
            figure.Table.Rows.Select(row => Text(row.Cells[0])), Is.EqualTo(new[] { "voice + face + text", "voice", "face", "text" }));
    }

    [Test]
    public void It_is_said_whether_every_subset_was_measured()
    {
        string[] every = ["voice+face+text", "voice+face", "voice+text", "face+text", "voice", "face", "text"];

        Assert.That(Subsets([.. every.Select(name => (name, 0.5))]).Caption.ToString(), Does.Contain("All 2<sup>3</sup> − 1 = 7 subsets."));
        Assert.That(
            Subsets(("voice+face+text", 0.5), ("voice", 0.5), ("face", 0.5), ("text", 0.5)).Caption.ToString(),
            Does.Contain("All modalities and each alone; evaluation.maximumSubsetModalities"));
    }

    [Test]
    public void One_modality_has_no_subsets_to_show() =>
        Assert.That(Figures(("voice", 0.5)).Select(figure => figure.Id), Is.EqualTo(new[] { "accuracy-features" }));

    [Test]
    public void Kinds_of_features_are_compared_on_all_modalities_alone_and_with_the_majority()
    {
        var figure = Figures(("voice+face+text", 0.5), ("voice", 0.75))[0];

        Assert.That(
            figure.Table.Rows.Select(row => Text(row.Cells[0])),
            Is.EqualTo(new[] { "contrastive (paper), probe", "untrained encoders, probe", "majority class" }));
    }

    private static string Text(Html html) => WebUtility.HtmlDecode(html.ToString());

    private static Figure Subsets(params (string Names, double Accuracy)[] subsets) =>
        Figures(subsets).Single(figure => figure.Id == "accuracy-subsets");

    private static List<Figure> Figures(params (string Names, double Accuracy)[] subsets)
    {
        var figures = new List<Figure>();
        var all = subsets[0].Names.Split('+');
        var result = EvaluationTablesTests.Result with
        {
            Modalities = Alone,
            Measurements =
            [
                .. subsets.Select(subset => Row("contrastive", subset.Names.Split('+'), subset.Accuracy)), Row("untrained", all, 0.25),
            ],
        };
        AccuracySection.Of(result, figure =>
        {
            figures.Add(figure);
            return Html.None;
        });
        return figures;
    }

    private static Measurement Row(string features, string[] modalities, double accuracy) =>
        new(features, "probe", modalities, accuracy) { Correct = [.. Enumerable.Range(0, 4).Select(i => i < 4 * accuracy)] };
}
