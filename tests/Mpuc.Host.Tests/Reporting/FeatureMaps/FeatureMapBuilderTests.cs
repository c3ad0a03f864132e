using Mpuc.Host.Data;
using Mpuc.Host.Evaluation;
using Mpuc.Host.Reporting.FeatureMaps;
using Mpuc.Host.Tests.Runs;
using static TorchSharp.torch;

namespace Mpuc.Host.Tests.Reporting.FeatureMaps;

public sealed class FeatureMapBuilderTests
{
    [Test]
    public void A_run_is_mapped_with_sides_groups_and_labels_from_its_checkpoint()
    {
        using var toy = new ToyRun();
        toy.WriteData(validation: 4, emotion: id => id % 2 == 0 ? "calm" : "sad");
        toy.Train();
        using var run = toy.Load();

        var map = FeatureMapBuilder.Build(run, null, CancellationToken.None);

        Assert.That(
            map.Points.CountBy(point => point.Side).ToDictionary(),
            Is.EquivalentTo(new Dictionary<string, int> { ["training"] = 20, ["validation"] = 4, ["test"] = 6 }));
        Assert.That(map.Points.Select(point => (point.Id, point.Group, point.Label)), Has.Member(("r3", "g0", "sad")));
        Assert.That(map.Checkpoint, Is.EqualTo(Path.GetFileName(run.CheckpointPath)));
        Assert.That((map.Total, map.Incomplete), Is.EqualTo((30, 0)));
        Assert.That(map.Shares.First, Is.GreaterThanOrEqualTo(map.Shares.Second));
    }

    [Test]
    public void Recordings_that_lack_a_modality_are_counted_and_left_out()
    {
        var (features, recordings) = Some(12, missing: 2);
        using var _ = features;
        var map = FeatureMapBuilder.Lay(features, recordings, "emotion", 0, 1, CancellationToken.None);
        Assert.That((map.Points.Count, map.Total, map.Incomplete), Is.EqualTo((10, 10, 2)));
        Assert.That(map.Points.Select(point => point.Id), Has.No.Member("r0").And.No.Member("r1"));
    }

    [Test]
    public void A_large_set_is_sampled_by_the_seed_in_the_data_sets_order()
    {
        var (features, recordings) = Some(40, missing: 0);
        using var _ = features;
        var (map, again, other) = (Lay(3), Lay(3), Lay(4));

        Assert.That((map.Points.Count, map.Total), Is.EqualTo((9, 40)));
        Assert.That(map.Points.Select(point => int.Parse(point.Id[1..], System.Globalization.CultureInfo.InvariantCulture)), Is.Ordered);
        Assert.That(again.Points, Is.EqualTo(map.Points));
        Assert.That(other.Points.Select(point => point.Id), Is.Not.EqualTo(map.Points.Select(point => point.Id)));

        FeatureMap Lay(int seed) => FeatureMapBuilder.Lay(features, recordings, string.Empty, seed, 1, CancellationToken.None, most: 9);
    }

    [Test]
    public void Too_few_recordings_make_no_map()
    {
        var (features, recordings) = Some(4, missing: 0);
        using var _ = features;
        Assert.That(
            () => FeatureMapBuilder.Lay(features, recordings, string.Empty, 0, 1, CancellationToken.None),
            Throws.TypeOf<MpucException>().With.Message.Contains("only 4 recordings have all modalities"));
    }

    private static (FeatureTable Features, List<(Recording Recording, string Side)> Recordings) Some(int count, int missing)
    {
        var recordings = Enumerable.Range(0, count).Select(i => (new Recording
        {
            Id = $"r{i}",
            Labels = new Dictionary<string, string> { ["emotion"] = "calm" },
            Sources = new Dictionary<string, ModalitySource>(),
        }, "training")).ToList();
        var random = new Random(1);
        float[] Values(bool lacks) =>
            [.. Enumerable.Range(0, count * 3).Select(i => lacks && i < 3 * missing ? float.NaN : (float)random.NextDouble())];
        return (new FeatureTable(
            [.. recordings.Select(pair => pair.Item1.Id)],
            new Dictionary<string, Tensor>
            {
                ["audio"] = tensor(Values(false), [count, 3]),
                ["text"] = tensor(Values(true), [count, 3]),
            }), recordings);
    }
}
