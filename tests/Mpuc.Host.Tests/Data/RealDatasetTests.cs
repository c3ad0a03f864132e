using Mpuc.Host.Data;
using Mpuc.Host.Data.Splits;
using Mpuc.Host.Datasets;

namespace Mpuc.Host.Tests.Data;

public class RealDatasetTests
{
    private TemporaryFolder _cache = null!;

    [SetUp]
    public void MakeCache() => _cache = new TemporaryFolder();

    [TearDown]
    public void DeleteCache() => _cache.Dispose();

    [Test]
    public void RAVDESS_has_1440_recordings_of_24_actors_and_one_identical_pair()
    {
        var dataset = Read("ravdess", SharedData.Require("data/ravdess"), "emotion");
        Assert.That(dataset.Recordings, Has.Count.EqualTo(1440));
        Assert.That(
            dataset.Recordings.CountBy(recording => recording.Group).Select(group => group.Value), Is.EqualTo(Enumerable.Repeat(60, 24)));
        Assert.That(
            dataset.Recordings.CountBy(recording => recording.Labels["emotion"])
                .Where(label => label.Key != "neutral")
                .Select(label => label.Value),
            Is.EqualTo(Enumerable.Repeat(192, 7)));
        Assert.That(dataset.Recordings.Count(recording => recording.Labels["emotion"] == "neutral"), Is.EqualTo(96));
        Assert.That(dataset.Recordings.Select(recording => recording.Sources.Count), Has.All.EqualTo(2));
        Assert.That(dataset.Duplicates, Is.EqualTo(new[] { new[] { "03-01-03-01-02-01-07", "03-01-03-01-02-02-07" } }));
        Assert.That(dataset.Warnings, Is.EqualTo(new[]
        {
            "Identical recordings, byte for byte in every source: 03-01-03-01-02-01-07 = 03-01-03-01-02-02-07.",
        }));
    }

    [Test]
    public void The_actor_split_of_RAVDESS_holds_out_three_actors()
    {
        var dataset = Read("ravdess", SharedData.Require("data/ravdess"), "emotion");
        var split = DataSplitter.Split(dataset, new SplitOptions { Test = ["05", "19", "22"], ValidationFraction = 0.1 }, seed: 0);
        Assert.That((split.Training.Count, split.Validation.Count, split.Test.Count), Is.EqualTo((19 * 60, 2 * 60, 3 * 60)));
        Assert.That(split.Warnings, Is.Empty);
    }

    [Test]
    public void The_labels_of_MOSI_are_a_manifest_as_they_are()
    {
        var dataset = Read("manifest", SharedData.Require("data/mosi/labels.csv"), "sentiment");
        Assert.That(dataset.Recordings, Has.Count.EqualTo(1447));
        Assert.That(
            dataset.Recordings.Select(recording => recording.Labels["sentiment"]).Distinct(),
            Is.EquivalentTo(new[] { "positive", "negative" }));
        Assert.That(dataset.Recordings[0].Id, Is.EqualTo("train-0000"));
        Assert.That(dataset.Warnings, Is.Empty);
    }

    private Dataset Read(string kind, string root, string label) => DatasetCatalog.Read(
        new DataOptions { Kind = kind, Root = root, Label = label, Cache = _cache.Path }, new OptionValues(DatasetCatalog.OptionsOf(kind)));
}
