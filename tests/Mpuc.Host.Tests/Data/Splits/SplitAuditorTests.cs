using Mpuc.Host.Data;
using Mpuc.Host.Data.Splits;

namespace Mpuc.Host.Tests.Data.Splits;

public class SplitAuditorTests
{
    private static readonly Recording A = TestDatasets.Recording("a", "anna");
    private static readonly Recording B = TestDatasets.Recording("b", "ben");
    private static readonly Recording C = TestDatasets.Recording("c", "anna");

    [Test]
    public void A_recording_on_two_sides_is_named() => Assert.That(
        () => SplitAuditor.Check(new DataSplit { Training = [A, B], Validation = [], Test = [A] }, byGroup: false),
        Throws.TypeOf<MpucException>().With.Message.EqualTo("The split has a recording on two sides, 1 in all: a."));

    [Test]
    public void A_group_on_two_sides_is_named_where_groups_must_be_apart()
    {
        var split = new DataSplit { Training = [A], Validation = [B], Test = [C] };
        Assert.That(
            () => SplitAuditor.Check(split, byGroup: true),
            Throws.TypeOf<MpucException>().With.Message.EqualTo("The split has a group on two sides, 1 in all: anna."));
        Assert.That(() => SplitAuditor.Check(split, byGroup: false), Throws.Nothing);
    }

    [Test]
    public void Identical_recordings_on_two_sides_are_a_leak()
    {
        var dataset = TestDatasets.Of(A, B, C) with { Duplicates = [["a", "c"], ["a", "b"]] };
        var split = DataSplitter.Split(dataset, new SplitOptions { Test = ["ben"] }, seed: 0);
        Assert.That(
            split.Warnings, Is.EqualTo(new[] { "Identical recordings lie on different sides of the split: a (training), b (test)." }));
    }
}
