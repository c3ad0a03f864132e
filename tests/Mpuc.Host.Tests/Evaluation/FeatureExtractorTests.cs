using Mpuc.Host.Data;
using Mpuc.Host.Evaluation;
using Mpuc.Host.Tests.Training;
using static TorchSharp.torch;

namespace Mpuc.Host.Tests.Evaluation;

/// <summary>Features of recordings from features of their windows; a naive loop is the oracle.</summary>
public class FeatureExtractorTests
{
    private const int Views = 3;

    [Test]
    public void A_recordings_features_are_the_mean_over_its_windows_and_not_a_number_where_it_has_none()
    {
        using var scope = NewDisposeScope();
        var fake = new FakeModalities(views: Views) { Lacks = (name, id) => name == "text" && id % 2 == 1 };
        var seen = new List<(string Recording, string Modality, float[] Features)>();

        using var table = FeatureExtractor.Extract(
            [fake.Batch([0, 1, 2]), fake.Batch([3, 4])], batch => Remember(batch, seen), ["audio", "text"]);

        Assert.That(table.RecordingIds, Is.EqualTo(new[] { "r0", "r1", "r2", "r3", "r4" }));
        Assert.That(seen, Has.Count.EqualTo(Views * (5 + 3)), "five recordings with audio, three with text");
        foreach (var (recording, modality) in table.RecordingIds.SelectMany(id => table.Modalities.Select(name => (id, name))))
        {
            var windows = seen.Where(row => row.Recording == recording && row.Modality == modality).Select(row => row.Features).ToList();
            var means = Enumerable.Range(0, 2).Select(i => windows.Count == 0 ? double.NaN : windows.Average(row => (double)row[i]));
            Assert.That(table.ValuesOf(recording, modality), Is.EqualTo(means).Within(1e-6), $"{recording}, {modality}");
        }
    }

    [Test]
    public void A_modality_that_no_recording_of_a_batch_has_is_not_a_number_there_and_a_number_elsewhere()
    {
        using var scope = NewDisposeScope();
        var fake = new FakeModalities { Lacks = (name, id) => name == "audio" && id < 2 };

        using var table = FeatureExtractor.Extract(
            [fake.Batch([0, 1]), fake.Batch([2, 3])], batch => Remember(batch, []), ["audio", "text"]);

        Assert.That(table.ValuesOf("r1", "audio"), Is.All.NaN);
        Assert.That(table.ValuesOf("r1", "text"), Has.None.NaN);
        Assert.That(table.ValuesOf("r2", "audio"), Has.None.NaN);
    }

    [Test]
    public void How_recordings_are_divided_into_batches_changes_no_feature([Values(1, 2, 4)] int batchSize)
    {
        using var scope = NewDisposeScope();
        var fake = new FakeModalities(views: Views) { Lacks = (name, id) => name == "text" && id == 2 };
        using var whole = FeatureExtractor.Extract([fake.Batch([0, 1, 2, 3])], batch => Remember(batch, []), ["audio", "text"]);

        using var parts = FeatureExtractor.Extract(
            new[] { 0, 1, 2, 3 }.Chunk(batchSize).Select(ids => fake.Batch(ids)), batch => Remember(batch, []), ["audio", "text"]);

        Assert.That(parts.RecordingIds, Is.EqualTo(whole.RecordingIds));
        Assert.That(
            parts.Concatenate(whole.RecordingIds, whole.Modalities).data<float>().ToArray(),
            Is.EqualTo(whole.Concatenate(whole.RecordingIds, whole.Modalities).data<float>().ToArray()).Within(1e-6));
    }

    [Test]
    public void The_rows_that_have_features_can_be_others_than_a_modalitys()
    {
        using var scope = NewDisposeScope();
        var fake = new FakeModalities(views: 2);

        // Rows 0 and 2 are both windows of the first recording.
        using var table = FeatureExtractor.Extract(
            [fake.Batch([7, 8])],
            _ => new Dictionary<string, Tensor> { ["code"] = tensor(new float[,] { { 1, 10 }, { 3, 30 } }) },
            ["code"],
            _ => [0, 2]);

        Assert.That(table.ValuesOf("r7", "code"), Is.EqualTo(new float[] { 2, 20 }));
        Assert.That(table.ValuesOf("r8", "code"), Is.All.NaN);
    }

    [Test]
    public void No_gradient_is_kept_and_no_tensor_left_and_the_batches_are_let_go()
    {
        var fake = new FakeModalities();
        var hadGradient = false;

        Assert.That(
            LiveTensors.LeftBy(() =>
            {
                using var weight = ones(1, requires_grad: true);
                FeatureExtractor.Extract([fake.Batch([0, 1]), fake.Batch([2])], batch => Times(batch, weight), ["audio"]).Dispose();
            }),
            Is.Zero);
        Assert.That(hadGradient, Is.False);

        IReadOnlyDictionary<string, Tensor> Times(WindowBatch batch, Tensor weight)
        {
            var features = batch.Modalities["audio"].Values.flatten(1) * weight;
            hadGradient |= features.requires_grad;
            return new Dictionary<string, Tensor> { ["audio"] = features };
        }
    }

    // The first two values of a window are its features.
    private static Dictionary<string, Tensor> Remember(WindowBatch batch, List<(string, string, float[])> seen)
    {
        var features = batch.Modalities.ToDictionary(pair => pair.Key, pair => pair.Value.Values.flatten(1).narrow(1, 0, 2).clone());
        seen.AddRange(features.SelectMany(pair => batch.Modalities[pair.Key].Rows.Select((row, place) => (
            batch.RecordingIds[(int)row % batch.RecordingIds.Count], pair.Key, pair.Value[place].data<float>().ToArray()))));
        return features;
    }
}
