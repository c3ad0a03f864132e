using FsCheck;
using FsCheck.Fluent;
using Mpuc.Host.Data;
using Mpuc.Host.Data.Splits;

namespace Mpuc.Host.Tests.Data.Splits;

/// <summary>What holds of every way to divide a data set.</summary>
public class SplitPropertyTests
{
    private static readonly SplitOptions[] Ways =
    [
        new() { TestFraction = 0.3, ValidationFraction = 0.2 },
        new() { Folds = 3, Fold = 2, ValidationFraction = 0.2 },
        new() { By = SplitOptions.Stratified, TestFraction = 0.3, ValidationFraction = 0.2 },
        new() { By = SplitOptions.Stratified, Folds = 3, Fold = 2, LabelsPerClass = 2 },
        new() { By = SplitOptions.Given, ValidationFraction = 0.4, LabelsPerClass = 1 },
    ];

    [Test]
    public void The_order_of_the_recordings_moves_none_and_takes_no_label([ValueSource(nameof(Ways))] SplitOptions options) =>
        Prop.ForAll(Gen.Choose(4, 12).ToArbitrary(), Gen.Choose(0, 1000).ToArbitrary(), (groups, seed) =>
        {
            var dataset = Dataset(groups);
            var shuffled = dataset.Recordings.ToArray();
            new Random(seed).Shuffle(shuffled);
            return Sides(DataSplitter.Split(dataset, options, seed))
                .SetEquals(Sides(DataSplitter.Split(TestDatasets.Of(shuffled), options, seed)));
        }).HoldsForAll();

    [Test]
    public void Sides_keep_the_order_of_the_data_set([ValueSource(nameof(Ways))] SplitOptions options)
    {
        var dataset = Dataset(9);
        var places = dataset.Recordings.Index().ToDictionary(pair => pair.Item.Id, pair => pair.Index);

        var split = DataSplitter.Split(dataset, options, 1);

        foreach (var side in new[] { split.Training, split.Validation, split.Test })
        {
            Assert.That(side.Select(recording => places[recording.Id]), Is.Ordered.Ascending);
        }

        Assert.That(Math.Min(split.Training.Count, split.Test.Count), Is.GreaterThan(5));
    }

    [Test]
    public void One_group_more_moves_one_of_the_others_at_most() =>
        Prop.ForAll(Gen.Choose(3, 40).ToArbitrary(), Gen.Choose(5, 80).ToArbitrary(), Gen.Choose(0, 1000).ToArbitrary(), (groups, percent, seed) =>
        {
            var options = new SplitOptions { TestFraction = percent / 100.0 };
            var before = TestGroups(TestDatasets.Grouped(groups, 1));
            var after = TestGroups(TestDatasets.Grouped(groups + 1, 1));
            return before.Except(after).Concat(after.Except(before).Where(group => group != $"g{groups}")).Count() <= 1;

            HashSet<string> TestGroups(Dataset dataset) =>
                DataSplitter.Split(dataset, options, seed).Test.Select(recording => recording.Group).ToHashSet();
        }).HoldsForAll();

    [Test]
    public void A_greater_fraction_tests_those_of_a_smaller_one_and_more() =>
        Prop.ForAll(Gen.Choose(3, 40).ToArbitrary(), Gen.Choose(1, 40).ToArbitrary(), Gen.Choose(0, 1000).ToArbitrary(), (groups, percent, seed) =>
        {
            var dataset = TestDatasets.Grouped(groups, 1);
            var few = DataSplitter.Split(dataset, new SplitOptions { TestFraction = percent / 100.0 }, seed).Test;
            var more = DataSplitter.Split(dataset, new SplitOptions { TestFraction = percent / 50.0 }, seed).Test;
            return few.All(more.Contains);
        }).HoldsForAll();

    [Test]
    public void A_way_that_there_is_not_is_refused_with_those_that_there_are() => Assert.That(
        () => DataSplitter.Split(Dataset(4), new SplitOptions { By = "speaker" }, 0),
        Throws.TypeOf<MpucException>().With.Message.EqualTo("data.split.by must be one of group, stratified, given, not 'speaker'."));

    [Test]
    public void Whether_the_encoders_may_see_test_recordings_goes_with_the_split([Values] bool isTransductive) => Assert.That(
        DataSplitter.Split(Dataset(6), new SplitOptions { IsTransductive = isTransductive }, 0).IsTransductive, Is.EqualTo(isTransductive));

    private static HashSet<(string, string, string?)> Sides(DataSplit split) =>
    [
        .. Of("training", split.Training), .. Of("validation", split.Validation), .. Of("test", split.Test),
    ];

    private static IEnumerable<(string, string, string?)> Of(string side, IReadOnlyList<Recording> recordings) =>
        recordings.Select(recording => (side, recording.Id, recording.Labels.GetValueOrDefault("emotion")));

    // Six recordings a group, of unequal classes; every third is given as test.
    private static Dataset Dataset(int groups) =>
        TestDatasets.Of(Enumerable.Range(0, groups).SelectMany(group => Enumerable.Range(0, 6).Select(i =>
        TestDatasets.Recording($"{group}-{i}", $"g{group}", i % 3 == 2 ? "test" : "train", (i + group) % 4 == 0 ? "calm" : "happy"))));
}
