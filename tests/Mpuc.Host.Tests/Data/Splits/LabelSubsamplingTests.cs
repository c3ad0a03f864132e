using Mpuc.Host.Data;
using Mpuc.Host.Data.Splits;

namespace Mpuc.Host.Tests.Data.Splits;

public class LabelSubsamplingTests
{
    [TestCase(1)]
    [TestCase(3)]
    public void So_many_training_recordings_of_every_class_keep_their_label(int perClass) =>
        Assert.That(
            Labelled(perClass).CountBy(recording => recording.Labels["emotion"]).Select(pair => pair.Value),
            Is.EqualTo(new[] { perClass, perClass }));

    [Test]
    public void No_recording_is_lost_or_moved_and_the_test_split_keeps_its_labels()
    {
        var (all, few) = (Split(0), Split(2));
        Assert.That(few.Training.Select(recording => recording.Id), Is.EqualTo(all.Training.Select(recording => recording.Id)));
        Assert.That(few.Test.Select(recording => recording.Id), Is.EqualTo(all.Test.Select(recording => recording.Id)));
        Assert.That(few.Test, Is.All.Matches<Recording>(recording => recording!.Labels.ContainsKey("emotion")));
    }

    [Test]
    public void Fewer_labels_are_always_among_more() =>
        Assert.That(Labelled(2).Select(recording => recording.Id), Is.SubsetOf(Labelled(5).Select(recording => recording.Id)));

    [Test]
    public void Another_seed_labels_others() =>
        Assert.That(
            Labelled(3, seed: 1).Select(recording => recording.Id), Is.Not.EqualTo(Labelled(3, seed: 2).Select(recording => recording.Id)));

    [Test]
    public void A_class_with_fewer_recordings_keeps_all() => Assert.That(Labelled(1000), Has.Count.EqualTo(Split(0).Training.Count));

    [Test]
    public void Other_labels_stay()
    {
        var dataset = TestDatasets.Grouped(4, 4);
        dataset = dataset with
        {
            Recordings = [.. dataset.Recordings.Select(recording => recording with
            {
                Labels = new Dictionary<string, string>(recording.Labels) { ["intensity"] = "strong" },
            })],
        };
        var split = DataSplitter.Split(dataset, Options(1), 0);
        Assert.That(split.Training, Is.All.Matches<Recording>(recording => recording!.Labels["intensity"] == "strong"));
    }

    [Test]
    public void Without_a_label_to_count_by_there_is_nothing_to_keep() =>
        Assert.That(
            () => DataSplitter.Split(TestDatasets.Grouped(4, 4) with { Label = null }, Options(1), 0),
            Throws.TypeOf<MpucException>().With.Message.EqualTo(
                "data.split.labelsPerClass counts the classes of data.label, which is not set."));

    private static SplitOptions Options(int perClass) => new() { TestFraction = 0.25, LabelsPerClass = perClass };

    private static DataSplit Split(int perClass, int seed = 0) => DataSplitter.Split(TestDatasets.Grouped(8, 8), Options(perClass), seed);

    private static List<Recording> Labelled(int perClass, int seed = 0) =>
        [.. Split(perClass, seed).Training.Where(recording => recording.Labels.ContainsKey("emotion"))];
}
