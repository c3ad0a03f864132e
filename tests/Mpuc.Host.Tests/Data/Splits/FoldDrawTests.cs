using Mpuc.Host.Data;
using Mpuc.Host.Data.Splits;

namespace Mpuc.Host.Tests.Data.Splits;

public class FoldDrawTests
{
    private static readonly string[] Emotions = ["angry", "calm", "happy", "sad"];

    [TestCase(2)]
    [TestCase(5)]
    [TestCase(10)]
    public void Every_group_tests_in_exactly_one_fold_and_folds_differ_by_one_group_at_most(int folds)
    {
        var dataset = Dataset(groups: 24, recordings: 4);
        var tests = Folds(dataset, SplitOptions.ByGroup, folds)
            .Select(split => split.Test.Select(recording => recording.Group).Distinct().ToList())
            .ToList();

        Assert.That(
            tests.SelectMany(groups => groups).Order(),
            Is.EqualTo(dataset.Recordings.Select(recording => recording.Group).Distinct().Order()));
        Assert.That(tests.Max(groups => groups.Count) - tests.Min(groups => groups.Count), Is.LessThanOrEqualTo(1));
    }

    [TestCase(3)]
    [TestCase(10)]
    public void Stratified_folds_hold_every_recording_once_and_every_class_alike(int folds)
    {
        var dataset = Dataset(groups: 8, recordings: 16);
        var tests = Folds(dataset, SplitOptions.Stratified, folds).Select(split => split.Test).ToList();

        Assert.That(
            tests.SelectMany(test => test).Select(recording => recording.Id),
            Is.EquivalentTo(dataset.Recordings.Select(recording => recording.Id)));
        foreach (var emotion in Emotions)
        {
            var counts = tests.Select(test => test.Count(recording => recording.Labels["emotion"] == emotion)).ToList();
            Assert.That(counts.Max() - counts.Min(), Is.LessThanOrEqualTo(1), emotion);
        }
    }

    [Test]
    public void Folds_depend_on_the_seed_and_on_nothing_else()
    {
        var dataset = Dataset(groups: 12, recordings: 2);
        var options = new SplitOptions { Folds = 4, Fold = 2 };

        Assert.That(Ids(DataSplitter.Split(dataset, options, 1)), Is.EqualTo(Ids(DataSplitter.Split(dataset, options, 1))));
        Assert.That(Ids(DataSplitter.Split(dataset, options, 1)), Is.Not.EqualTo(Ids(DataSplitter.Split(dataset, options, 2))));
    }

    [Test]
    public void Validation_groups_come_from_the_rest()
    {
        var split = DataSplitter.Split(
            Dataset(groups: 12, recordings: 2), new SplitOptions { Folds = 4, Fold = 1, ValidationFraction = 0.2 }, 0);

        Assert.That(split.Validation.Select(recording => recording.Group).Distinct().Count(), Is.EqualTo(2));
        Assert.That(split.Test.Select(recording => recording.Group).Distinct().Count(), Is.EqualTo(3));
    }

    [TestCase(SplitOptions.Given, 2, 1, null, "a given split has not")]
    [TestCase(SplitOptions.ByGroup, 2, 3, null, "data.split.fold is 3 of 2 folds")]
    [TestCase(SplitOptions.ByGroup, 1, 1, null, "at least 2 folds")]
    [TestCase(SplitOptions.ByGroup, 2, 1, "g1", "only one of the two can be set")]
    [TestCase(SplitOptions.ByGroup, 13, 1, null, "There are 12 groups, too few for 13 folds")]
    public void Folds_that_make_no_sense_are_refused(string by, int folds, int fold, string? test, string message) => Assert.That(
        () => DataSplitter.Split(
            Dataset(groups: 12, recordings: 2),
            new SplitOptions { By = by, Folds = folds, Fold = fold, Test = test is null ? [] : [test] },
            0),
        Throws.InstanceOf<MpucException>().With.Message.Contains(message));

    private static IEnumerable<DataSplit> Folds(Dataset dataset, string by, int folds) => Enumerable.Range(1, folds)
        .Select(fold => DataSplitter.Split(dataset, new SplitOptions { By = by, Folds = folds, Fold = fold }, 3));

    private static IEnumerable<string> Ids(DataSplit split) => split.Test.Select(recording => recording.Id);

    private static Dataset Dataset(int groups, int recordings) => new()
    {
        Label = "emotion",
        Recordings =
        [
            .. Enumerable.Range(0, groups * recordings).Select(i => new Recording
            {
                Id = $"r{i}",
                Group = $"g{i % groups}",
                Labels = new Dictionary<string, string> { ["emotion"] = Emotions[i / groups % Emotions.Length] },
                Sources = new Dictionary<string, ModalitySource>(),
            }),
        ],
    };
}
