using FsCheck;
using FsCheck.Fluent;
using Mpuc.Host.Data;
using Mpuc.Host.Data.Splits;

namespace Mpuc.Host.Tests.Data.Splits;

public class GroupSplitTests
{
    [Test]
    public void Explicit_groups_are_the_test_split()
    {
        var split = DataSplitter.Split(TestDatasets.Grouped(4, 3), new SplitOptions { Test = ["g1", "g3"] }, seed: 0);
        Assert.That(split.Test.Select(recording => recording.Id), Is.EqualTo(new[] { "1-0", "1-1", "1-2", "3-0", "3-1", "3-2" }));
        Assert.That(split.Training.Select(recording => recording.Group).Distinct(), Is.EqualTo(new[] { "g0", "g2" }));
        Assert.That(split.Validation, Is.Empty);
    }

    [Test]
    public void A_fraction_of_the_groups_is_drawn_by_the_seed()
    {
        var dataset = TestDatasets.Grouped(20, 2);
        var tests = Enumerable.Range(0, 10).Select(
            seed => string.Join(',', TestGroups(DataSplitter.Split(dataset, new SplitOptions { TestFraction = 0.25 }, seed)))).ToList();
        Assert.That(tests.Select(groups => groups.Split(',').Length), Has.All.EqualTo(5));
        Assert.That(tests, Is.Unique);
        Assert.That(
            string.Join(',', TestGroups(DataSplitter.Split(dataset, new SplitOptions { TestFraction = 0.25 }, 3))), Is.EqualTo(tests[3]));
    }

    [Test]
    public void What_is_drawn_never_changes_between_versions() => Assert.That(
        TestGroups(
            DataSplitter.Split(
                TestDatasets.Grouped(10, 1), new SplitOptions { TestFraction = 0.3 }, seed: 1)), Is.EqualTo(new[] { "g0", "g5", "g7" }));

    [Test]
    public void The_order_of_the_recordings_does_not_matter()
    {
        var dataset = TestDatasets.Grouped(12, 2);
        var options = new SplitOptions { TestFraction = 0.25, ValidationFraction = 0.2 };
        var reversed = DataSplitter.Split(dataset with { Recordings = [.. dataset.Recordings.Reverse()] }, options, seed: 5);
        Assert.That(reversed.Test.Reverse(), Is.EqualTo(DataSplitter.Split(dataset, options, seed: 5).Test));
        Assert.That(reversed.Validation.Reverse(), Is.EqualTo(DataSplitter.Split(dataset, options, seed: 5).Validation));
    }

    [TestCase(0, 0)]
    [TestCase(0.01, 1)]
    [TestCase(0.1, 2)]
    [TestCase(0.5, 8)]
    public void Validation_takes_whole_groups_of_the_rest_at_least_one_where_asked_for(double fraction, int groups)
    {
        var split = DataSplitter.Split(
            TestDatasets.Grouped(20, 2), new SplitOptions { Test = ["g0", "g1", "g2", "g3"], ValidationFraction = fraction }, seed: 0);
        Assert.That(split.Validation.Select(recording => recording.Group).Distinct().Count(), Is.EqualTo(groups));
        Assert.That(split.Validation, Has.Count.EqualTo(2 * groups));
    }

    [Test]
    public void An_unknown_test_group_is_refused_with_the_known_ones() => Assert.That(
        () => DataSplitter.Split(TestDatasets.Grouped(2, 1), new SplitOptions { Test = ["g0", "g7"] }, 0),
        Throws.TypeOf<MpucException>().With.Message.EqualTo("data.split.test: there is no group 'g7'; there are g0, g1."));

    [Test]
    public void A_recording_without_a_group_is_refused() => Assert.That(
        () => DataSplitter.Split(TestDatasets.Of(TestDatasets.Recording("a", "g"), TestDatasets.Recording("b")), new SplitOptions(), 0),
        Throws.TypeOf<MpucException>().With.Message.Contains("the recording 'b' has no group"));

    [Test]
    public void A_split_that_leaves_nothing_to_train_on_is_refused() => Assert.That(
        () => DataSplitter.Split(TestDatasets.Grouped(2, 3), new SplitOptions { Test = ["g0", "g1"] }, 0),
        Throws.TypeOf<MpucException>().With.Message.EqualTo("The split leaves nothing to train on: 0 recordings validate and 6 test."));

    [Test]
    public void Every_recording_is_on_one_side_and_every_group_too() => Prop.ForAll(
        Gen.Choose(3, 30).ToArbitrary(), Gen.Choose(0, 40).ToArbitrary(), Gen.Choose(0, 40).ToArbitrary(), (groups, test, validation) =>
    {
        var dataset = TestDatasets.Grouped(groups, 3);
        var split = DataSplitter.Split(
            dataset, new SplitOptions { TestFraction = test / 100.0, ValidationFraction = validation / 100.0 }, seed: groups);
        IReadOnlyList<Recording>[] sides = [split.Training, split.Validation, split.Test];
        var ids = sides.SelectMany(side => side.Select(recording => recording.Id)).ToList();
        var groupsOfSides = sides.SelectMany(side => side.Select(recording => recording.Group).Distinct()).ToList();
        return ids.Order().SequenceEqual(dataset.Recordings.Select(recording => recording.Id).Order()) && groupsOfSides.Count == groups;
    }).HoldsForAll();

    private static IEnumerable<string> TestGroups(DataSplit split) => split.Test.Select(recording => recording.Group).Distinct();
}
