using FsCheck;
using FsCheck.Fluent;
using Mpuc.Host.Data;
using Mpuc.Host.Data.Splits;

namespace Mpuc.Host.Tests.Data.Splits;

public class StratifiedSplitTests
{
    private static readonly SplitOptions Stratified = new() { By = SplitOptions.Stratified, TestFraction = 0.25 };

    [Test]
    public void Every_class_gives_its_share()
    {
        var dataset = TestDatasets.Of(
            Enumerable.Range(0, 100).Select(i => TestDatasets.Recording($"r{i}", emotion: i < 60 ? "happy" : i < 80 ? "sad" : null)));
        var split = DataSplitter.Split(dataset, Stratified, seed: 0);
        Assert.That(split.Test.CountBy(recording => recording.Labels.GetValueOrDefault("emotion", "none")), Is.EquivalentTo(new Dictionary<string, int>
        {
            ["happy"] = 15, ["sad"] = 5, ["none"] = 5,
        }));
    }

    [Test]
    public void Another_seed_draws_other_recordings()
    {
        var dataset = TestDatasets.Grouped(10, 10);
        Assert.That(DataSplitter.Split(dataset, Stratified, 1).Test, Is.Not.EqualTo(DataSplitter.Split(dataset, Stratified, 2).Test));
        Assert.That(DataSplitter.Split(dataset, Stratified, 1).Test, Is.EqualTo(DataSplitter.Split(dataset, Stratified, 1).Test));
    }

    [Test]
    public void Validation_does_not_look_at_labels()
    {
        var dataset = TestDatasets.Grouped(10, 10);
        var calm = new Dictionary<string, string> { ["emotion"] = "calm" };
        var swapped = dataset with { Recordings = [.. dataset.Recordings.Select(recording => recording with { Labels = calm })] };
        var options = Stratified with { TestFraction = 0, ValidationFraction = 0.2 };
        Assert.That(
            Ids(DataSplitter.Split(swapped, options, 3).Validation), Is.EqualTo(Ids(DataSplitter.Split(dataset, options, 3).Validation)));
        Assert.That(DataSplitter.Split(dataset, options, 3).Validation, Has.Count.EqualTo(20));
    }

    [Test]
    public void Without_a_label_there_is_nothing_to_stratify_by() => Assert.That(
        () => DataSplitter.Split(TestDatasets.Grouped(2, 2) with { Label = null }, Stratified, 0),
        Throws.TypeOf<MpucException>().With.Message.Contains("needs data.label"));

    [Test]
    public void Test_groups_belong_to_a_split_by_group() => Assert.That(
        () => DataSplitter.Split(TestDatasets.Grouped(2, 2), Stratified with { Test = ["g0"] }, 0),
        Throws.TypeOf<MpucException>().With.Message.EqualTo(
            "data.split.test names groups, so data.split.by must be 'group', not 'stratified'."));

    [TestCase(new[] { 5, 5 }, 5, new[] { 3, 2 })]
    [TestCase(new[] { 1, 1, 8 }, 2, new[] { 0, 0, 2 })]
    [TestCase(new[] { 3, 3, 3 }, 1, new[] { 1, 0, 0 })]
    public void Seats_go_by_the_largest_remainders(int[] sizes, int seats, int[] expected) =>
        Assert.That(StratifiedSplit.Apportion(sizes, seats), Is.EqualTo(expected));

    [Test]
    public void Seats_are_exact_shares_rounded_up_or_down() =>
        Prop.ForAll(Gen.Choose(1, 50).NonEmptyListOf().ToArbitrary(), Gen.Choose(0, 100).ToArbitrary(), (sizes, percent) =>
    {
        var seats = sizes.Sum() * percent / 100;
        var shares = StratifiedSplit.Apportion([.. sizes], seats);
        return shares.Sum() == seats && shares.Zip(sizes).All(
            pair => Math.Abs(pair.First - ((double)pair.Second * seats / sizes.Sum())) < 1);
    }).HoldsForAll();

    private static IEnumerable<string> Ids(IEnumerable<Recording> recordings) => recordings.Select(recording => recording.Id);
}
