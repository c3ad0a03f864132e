using Mpuc.Host.Data;
using Mpuc.Host.Data.Splits;

namespace Mpuc.Host.Tests.Data.Splits;

public class GivenSplitTests
{
    private static readonly SplitOptions Given = new() { By = SplitOptions.Given, ValidationFraction = 0.5 };

    [Test]
    public void The_data_sets_own_split_is_taken()
    {
        var split = DataSplitter.Split(
            TestDatasets.Of(
                TestDatasets.Recording("a", split: "train"),
                TestDatasets.Recording("b", split: "test"),
                TestDatasets.Recording("c", split: "validation")), Given, 0);
        Assert.That((split.Training.Single().Id, split.Validation.Single().Id, split.Test.Single().Id), Is.EqualTo(("a", "c", "b")));
    }

    [Test]
    public void Where_no_validation_is_given_a_part_of_the_training_recordings_serves()
    {
        var split = DataSplitter.Split(
            TestDatasets.Of(Enumerable.Range(0, 10).Select(i => TestDatasets.Recording($"r{i}", split: "train"))), Given, 0);
        Assert.That((split.Training.Count, split.Validation.Count, split.Test.Count), Is.EqualTo((5, 5, 0)));
    }

    [Test]
    public void A_recording_without_a_split_is_refused() => Assert.That(
        () => DataSplitter.Split(TestDatasets.Of(TestDatasets.Recording("a", split: "train"), TestDatasets.Recording("b")), Given, 0),
        Throws.TypeOf<MpucException>().With.Message.Contains("assigns the recording 'b' to no split"));

    [Test]
    public void Groups_on_several_sides_of_a_given_split_are_pointed_out()
    {
        var split = DataSplitter.Split(
            TestDatasets.Of(
                TestDatasets.Recording("a", "anna", "train"),
                TestDatasets.Recording("b", "anna", "test"),
                TestDatasets.Recording("c", "ben", "test")), Given with { ValidationFraction = 0 }, 0);
        Assert.That(
            split.Warnings,
            Is.EqualTo(
                new[]
                {
                    "Groups that lie on several sides of the given split: 1, such as 'anna'; the result says nothing about new groups.",
                }));
    }
}
