using Mpuc.Host.Data;
using Mpuc.Host.Protocol;

namespace Mpuc.Host.Tests.Protocol;

public class PublishedFiguresTests
{
    private static readonly string[] Ways = [SplitOptions.ByGroup, SplitOptions.Stratified, SplitOptions.Given];

    [Test]
    public void The_papers_figures_stand_beside_the_division_that_they_were_reached_on()
    {
        Assert.That(Ravdess(SplitOptions.ByGroup).Select(figure => figure.Accuracy), Has.Member(0.7854).And.Not.Member(0.9317));
        Assert.That(Ravdess(SplitOptions.Stratified).Select(figure => figure.Accuracy), Has.Member(0.9317).And.Not.Member(0.7854));
        Assert.That(Ravdess(SplitOptions.Given), Is.Empty);
    }

    [TestCase(SplitOptions.ByGroup, 0.677, 0.694, 0.763, 0.787)]
    [TestCase(SplitOptions.Stratified, 0.583, 0.9, 0.933)]
    public void Other_works_on_RAVDESS_are_those_of_Table_III(string by, params double[] accuracies)
    {
        var others = Ravdess(by).Where(figure => figure.Source.EndsWith("Table III", StringComparison.Ordinal)).ToList();

        Assert.That(others.Where(figure => figure.Supervised == true).Select(figure => figure.Accuracy), Is.EqualTo(accuracies));
        Assert.That(others.Single(figure => figure.Supervised is null).Accuracy, Is.EqualTo(0.8));
    }

    [TestCaseSource(nameof(Ways))]
    public void MOSEIs_stand_beside_every_division_of_its_emotions(string by)
    {
        var figures = PublishedFigures.For("mosei", "emotions", by);

        Assert.That(
            figures.Select(figure => figure.Source).CountBy(source => source[^8..]),
            Is.EqualTo(new Dictionary<string, int> { ["Table II"] = 4, ["Table IV"] = 13 }));
        Assert.That(figures, Has.All.Property(nameof(PublishedFigure.Accuracy)).Null);
    }

    [TestCase("late fusion", "surprise", 0.5001, 0.0331)]
    [TestCase("attention", "fear", 0.5725, 0.4371)]
    [TestCase("Koromilas and Giannakopoulos 2021 (CAE-LR)", "happy", 0.647, 0.656)]
    [TestCase("Mittal et al. 2020 (M3ER)", "disgust", null, 0.844)]
    [TestCase("Zhang et al. 2019", "anger", 0.666, null)]
    public void A_classs_figures_are_those_of_its_column(string method, string emotion, double? weightedAccuracy, double? f1) =>
        Assert.That(Mosei(method).Classes[emotion], Is.EqualTo(new PublishedClass(weightedAccuracy, f1)));

    [Test]
    public void Published_means_of_w_ACC_are_the_means_of_the_published_classes()
    {
        foreach (var figure in PublishedFigures.For("mosei", "emotions", SplitOptions.Given)
            .Where(figure => figure.WeightedAccuracy is not null))
        {
            Assert.That(
                figure.Classes.Values.Average(emotion => emotion.WeightedAccuracy),
                Is.EqualTo(figure.WeightedAccuracy).Within(0.003),
                figure.Method);
        }
    }

    [Test]
    public void Every_figure_is_marked_as_quoted_and_has_a_source() => Assert.That(
        Ways.SelectMany(by => PublishedFigures.For("mosei", "emotions", by).Concat(Ravdess(by))),
        Has.All.Property(nameof(PublishedFigure.Quoted)).True.And.All.Property(nameof(PublishedFigure.Source))
            .Contains("Franceschini et al. 2022, Table"));

    [TestCase("manifest", "emotion")]
    [TestCase("mosei", "sentiment")]
    [TestCase("ravdess", "gender")]
    public void Other_data_and_other_labels_have_none(string kind, string label) =>
        Assert.That(Ways.SelectMany(by => PublishedFigures.For(kind, label, by)), Is.Empty);

    private static IReadOnlyList<PublishedFigure> Ravdess(string by) => PublishedFigures.For("ravdess", "emotion", by);

    private static PublishedFigure Mosei(string method) =>
        PublishedFigures.For("mosei", "emotions", SplitOptions.Given).First(figure => figure.Method == method);
}
