using System.Text.Json;
using Mpuc.Host.Objectives;
using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Host.Tests.Objectives;

public sealed class PairwiseContrastiveLossExamplesTests
{
    // Two recordings, orthogonal unit vectors, both modalities alike, temperature 1: similarities 1 on the diagonal, 0 beside it.
    private static readonly double[,] Identity = { { 1, 0 }, { 0, 1 } };

    [Test]
    public void By_hand_eq_1_is_minus_log_of_e_over_1() =>
        Assert.That(OfIdentity(ObjectiveVariant.Paper).Value, Is.EqualTo(-1).Within(1e-12));

    [Test]
    public void By_hand_info_nce_is_log_of_1_plus_e_over_e() =>
        Assert.That(OfIdentity(ObjectiveVariant.Clip).Value, Is.EqualTo(Math.Log(1 + Math.Exp(-1))).Within(1e-12));

    [Test]
    public void By_hand_the_sum_is_the_mean_times_the_batch() =>
        Assert.That(OfIdentity(ObjectiveVariant.Paper, LossReduction.Sum).Value, Is.EqualTo(-2).Within(1e-12));

    [Test]
    public void By_hand_with_one_label_each_supcon_is_info_nce() =>
        Assert.That(OfIdentity(ObjectiveVariant.Supcon).Value, Is.EqualTo(OfIdentity(ObjectiveVariant.Clip).Value).Within(1e-12));

    [Test]
    public void By_hand_two_views_of_two_recordings()
    {
        // Both views are alike, so an anchor has its positive at 1, and in the denominator that one and the other recording's two at 0.
        double[,] stacked = { { 1, 0 }, { 0, 1 }, { 1, 0 }, { 0, 1 } };
        var loss = Of(new ObjectiveOptions { Variant = ObjectiveVariant.TwoView, Temperature = 1 }, stacked, stacked, views: 2);
        Assert.That(loss.Value, Is.EqualTo(Math.Log((Math.E + 2) / Math.E) / 2).Within(1e-12));
    }

    [Test]
    public void By_hand_the_loss_of_a_pair_is_not_that_of_the_reversed_pair()
    {
        // Similarities [[1, c], [0, c]] with c = cos 45 degrees.
        var c = Math.Sqrt(0.5);
        var options = new ObjectiveOptions { Variant = ObjectiveVariant.Clip, Temperature = 1 };
        var pairs = Of(options, Identity, new double[,] { { 1, 0 }, { 1, 1 } }, views: 1).Pairs;
        Assert.That(
            pairs[new("audio", "text")],
            Is.EqualTo((Math.Log(Math.E + Math.Exp(c)) - 1 + Math.Log(1 + Math.Exp(c)) - c) / 2).Within(1e-12));
        Assert.That(pairs[new("text", "audio")], Is.EqualTo((Math.Log(Math.E + 1) - 1 + Math.Log(2)) / 2).Within(1e-12));
    }

    [Test]
    public void At_a_high_temperature_info_nce_is_the_log_of_the_batch_size()
    {
        var embeddings = EmbeddingSets.Random(2, 6, 1).ToTensors();
        var loss = PairwiseContrastiveLossTests.Compute(
            new ObjectiveOptions { Variant = ObjectiveVariant.Clip, Temperature = 100 }, embeddings, 1);
        Assert.That(loss.Value, Is.EqualTo(Math.Log(6)).Within(0.02));
    }

    [Test]
    public void At_a_low_temperature_info_nce_of_aligned_modalities_vanishes()
    {
        var one = EmbeddingSets.Random(1, 6, 1).ToTensors()[0];
        var loss = PairwiseContrastiveLossTests.Compute(
            new ObjectiveOptions { Variant = ObjectiveVariant.Clip, Temperature = 0.001 }, [one, one with { Modality = "copy" }], 1);
        Assert.That(loss.Value, Is.Zero.Within(1e-6));
    }

    [Test]
    public void Views_are_batches_of_their_own_in_eq_1()
    {
        var both = EmbeddingSets.Random(2, 6, 2);
        double OfView(int view) => PairwiseContrastiveLossTests.Compute(
            new ObjectiveOptions(),
            both.ToDictionary(modality => modality.Key, modality => modality.Value[(view * 6)..((view * 6) + 6)]).ToTensors(),
            1).Value;
        var loss = PairwiseContrastiveLossTests.Compute(new ObjectiveOptions(), both.ToTensors(), 2);
        Assert.That(loss.Value, Is.EqualTo((OfView(0) + OfView(1)) / 2).Within(1e-12));
    }

    [Test]
    public void A_zero_weight_takes_a_pair_out_of_the_average_and_of_the_report()
    {
        var embeddings = EmbeddingSets.Random(2, 6, 1).ToTensors();
        var weights = new PairWeights(new Dictionary<string, double> { ["text>audio"] = 0 });
        var one = PairwiseContrastiveLossTests.Compute(new ObjectiveOptions { PairWeights = weights }, embeddings, 1);
        var all = PairwiseContrastiveLossTests.Compute(new ObjectiveOptions(), embeddings, 1);
        Assert.That(one.Pairs.Keys, Is.EqualTo(new[] { new ModalityPair("audio", "text") }));
        Assert.That(one.Value, Is.EqualTo(all.Pairs[new("audio", "text")]).Within(1e-12));
    }

    [Test]
    public void Doubling_all_weights_changes_nothing()
    {
        var embeddings = EmbeddingSets.Random(2, 6, 1).ToTensors();
        var weights = new PairWeights(new Dictionary<string, double> { ["text>audio"] = 2, ["audio>text"] = 2 });
        Assert.That(
            PairwiseContrastiveLossTests.Compute(new ObjectiveOptions { PairWeights = weights }, embeddings, 1).Value,
            Is.EqualTo(PairwiseContrastiveLossTests.Compute(new ObjectiveOptions(), embeddings, 1).Value).Within(1e-12));
    }

    [Test]
    public void The_released_codes_numbers_are_met([Range(0, 3)] int index)
    {
        using var golden = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "golden", "objective.json")));
        var example = golden.RootElement[index];
        var (views, recordings) = (example.GetProperty("views").GetInt32(), example.GetProperty("recordings").GetInt32());
        var embeddings = example.GetProperty("embeddings").EnumerateObject().Select(
            modality => new ModalityEmbeddings(modality.Name, Matrix(modality.Value), Range(views * recordings)));
        var temperature = example.GetProperty("temperature").GetDouble();
        var options = new ObjectiveOptions { Variant = ObjectiveVariant.TwoView, Temperature = temperature };
        var loss = new PairwiseContrastiveLoss(options).Compute([.. embeddings], recordings, views);
        Assert.That(loss.Value, Is.EqualTo(example.GetProperty("total").GetDouble()).Within(1e-10));
        foreach (var pair in example.GetProperty("pairs").EnumerateObject())
        {
            Assert.That(loss.Pairs[ModalityPair.Parse(pair.Name)!.Value], Is.EqualTo(pair.Value.GetDouble()).Within(1e-10), pair.Name);
        }
    }

    private static Tensor Matrix(JsonElement rows) =>
        stack([.. rows.EnumerateArray().Select(row => tensor(row.EnumerateArray().Select(value => value.GetDouble()).ToArray()))]);

    private static long[] Range(int count) => [.. Enumerable.Range(0, count).Select(row => (long)row)];

    private static LossResult OfIdentity(ObjectiveVariant variant, LossReduction reduction = LossReduction.Mean) =>
        Of(new ObjectiveOptions { Variant = variant, Temperature = 1, Reduction = reduction }, Identity, Identity, views: 1);

    private static LossResult Of(ObjectiveOptions options, double[,] audio, double[,] text, int views)
    {
        var rows = Range(audio.GetLength(0));
        var recordings = rows.Length / views;
        return new PairwiseContrastiveLoss(options).Compute(
            [new("audio", from_array(audio), rows), new("text", from_array(text), rows)], recordings, views, Range(recordings));
    }
}
