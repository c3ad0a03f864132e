using Mpuc.Host.Objectives;
using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Host.Tests.Objectives;

public sealed class PairwiseContrastiveLossTests
{
    private static readonly long[] Labels = [0, 1, 0, 2, 1, 0];

    [Test]
    public void Every_variant_equals_the_naive_double_loop(
        [Values] ObjectiveVariant variant,
        [Values] LossReduction reduction,
        [Values(2, 3, 4)] int modalities,
        [Values(0, 0.4)] double missing,
        [Values] bool sameModality)
    {
        var options = new ObjectiveOptions { Variant = variant, Reduction = reduction, IncludeSameModality = sameModality };
        AssertEqualsNaive(options, EmbeddingSets.Random(modalities, Labels.Length, 2, missing: missing), views: 2);
    }

    [Test]
    public void Three_views_equal_the_naive_double_loop([Values] ObjectiveVariant variant) =>
        AssertEqualsNaive(new ObjectiveOptions { Variant = variant }, EmbeddingSets.Random(3, Labels.Length, 3), views: 3);

    [Test]
    public void A_single_view_equals_the_naive_double_loop(
        [Values(ObjectiveVariant.Paper, ObjectiveVariant.Clip, ObjectiveVariant.Supcon)] ObjectiveVariant variant) =>
        AssertEqualsNaive(new ObjectiveOptions { Variant = variant }, EmbeddingSets.Random(3, Labels.Length, 1), views: 1);

    [Test]
    public void Weighted_pairs_equal_the_naive_double_loop([Values] ObjectiveVariant variant)
    {
        var weights = new PairWeights(new Dictionary<string, double> { ["audio>text"] = 2.5, ["face>audio"] = 0, ["text>face"] = 0.3 });
        AssertEqualsNaive(
            new ObjectiveOptions { Variant = variant, PairWeights = weights }, EmbeddingSets.Random(3, Labels.Length, 2), views: 2);
    }

    [Test]
    public void Every_temperature_equals_the_naive_double_loop(
        [Values] ObjectiveVariant variant, [Values(0.01, 0.07, 1, 100)] double temperature) =>
        AssertEqualsNaive(
            new ObjectiveOptions { Variant = variant, Temperature = temperature }, EmbeddingSets.Random(2, Labels.Length, 2), views: 2);

    [Test]
    public void Every_pairs_loss_is_reported_under_its_name([Values] ObjectiveVariant variant)
    {
        var options = new ObjectiveOptions { Variant = variant };
        var embeddings = EmbeddingSets.Random(3, Labels.Length, 2);
        var naive = new NaiveContrastiveLoss(options, Labels.Length, 2, Labels);
        var loss = Compute(options, embeddings.ToTensors(), 2);
        Assert.That(loss.Pairs.Keys.Select(pair => pair.ToString()), Is.EquivalentTo(
            new[] { "audio>text", "audio>face", "text>audio", "text>face", "face>audio", "face>text" }));
        foreach (var (pair, value) in loss.Pairs)
        {
            Assert.That(value, Is.EqualTo(naive.Pair(embeddings[pair.Anchor], embeddings[pair.Candidate], false)).Within(1e-9), $"{pair}");
        }

        Assert.That(loss.Value, Is.EqualTo(loss.Pairs.Values.Average()).Within(1e-12));
    }

    [Test]
    public void The_gradient_equals_finite_differences(
        [Values] ObjectiveVariant variant, [Values] bool sameModality, [Values(0, 0.4)] double missing)
    {
        var options = new ObjectiveOptions { Variant = variant, IncludeSameModality = sameModality, Temperature = 0.3 };
        var embeddings = EmbeddingSets.Random(3, Labels.Length, 2, size: 3, missing: missing);
        var tensors = embeddings.ToTensors(requiresGradient: true);
        Compute(options, tensors, 2).Total.backward();
        var naive = new NaiveContrastiveLoss(options, Labels.Length, 2, Labels);
        foreach (var modality in tensors)
        {
            var gradient = modality.Values.grad!.data<double>().ToArray();
            var rows = embeddings[modality.Modality].OfType<double[]>();
            var coordinates = rows.SelectMany(row => row.Select((_, column) => (row, column))).ToList();
            Assert.That(
                gradient, Is.EqualTo(coordinates.Select(at => Difference(naive, embeddings, at.row, at.column))).AsCollection.Within(1e-6));
        }
    }

    [Test]
    public void The_order_of_the_recordings_does_not_matter([Values] ObjectiveVariant variant)
    {
        var options = new ObjectiveOptions { Variant = variant };
        var embeddings = EmbeddingSets.Random(3, Labels.Length, 2, missing: 0.3);
        int[] order = [3, 5, 0, 4, 1, 2];
        var permuted = embeddings.ToDictionary(
            modality => modality.Key,
            modality => Enumerable.Range(0, 2).SelectMany(view => order.Select(from => modality.Value[(view * 6) + from])).ToArray());
        var labels = order.Select(from => Labels[from]).ToArray();
        var loss = new PairwiseContrastiveLoss(options).Compute(permuted.ToTensors(), 6, 2, labels);
        Assert.That(loss.Value, Is.EqualTo(Compute(options, embeddings.ToTensors(), 2).Value).Within(1e-12));
    }

    [Test]
    public void The_order_of_the_modalities_does_not_matter([Values] ObjectiveVariant variant)
    {
        var weights = new PairWeights(new Dictionary<string, double> { ["audio>text"] = 3 });
        var options = new ObjectiveOptions { Variant = variant, PairWeights = weights };
        var tensors = EmbeddingSets.Random(4, Labels.Length, 2, missing: 0.3).ToTensors();
        var (forth, back) = (Compute(options, tensors, 2), Compute(options, [.. Enumerable.Reverse(tensors)], 2));
        Assert.That(back.Value, Is.EqualTo(forth.Value).Within(1e-12));
        foreach (var (pair, value) in forth.Pairs)
        {
            Assert.That(back.Pairs[pair], Is.EqualTo(value).Within(1e-12));
        }
    }

    [Test]
    public void The_length_of_an_embedding_does_not_matter([Values] ObjectiveVariant variant)
    {
        var tensors = EmbeddingSets.Random(2, Labels.Length, 2).ToTensors();
        var longer = tensors.Select(modality => modality with { Values = modality.Values * 17 }).ToList();
        var options = new ObjectiveOptions { Variant = variant };
        Assert.That(Compute(options, longer, 2).Value, Is.EqualTo(Compute(options, tensors, 2).Value).Within(1e-12));
    }

    [Test]
    public void Single_precision_is_safe_at_a_low_temperature([Values] ObjectiveVariant variant)
    {
        var options = new ObjectiveOptions { Variant = variant, Temperature = 0.01 };
        var embeddings = EmbeddingSets.Random(3, Labels.Length, 2, missing: 0.3);
        var tensors = embeddings.ToTensors(ScalarType.Float32, requiresGradient: true);
        var loss = Compute(options, tensors, 2);
        loss.Total.backward();
        Assert.That(
            loss.Value,
            Is.EqualTo(new NaiveContrastiveLoss(options, Labels.Length, 2, Labels).Total(embeddings)).Within(1e-3));
        Assert.That(tensors.All(modality => modality.Values.grad!.isfinite().all().item<bool>()), Is.True);
    }

    [Test]
    public void Computing_a_loss_leaves_no_tensor_but_the_total()
    {
        var tensors = EmbeddingSets.Random(3, Labels.Length, 2).ToTensors();
        using var scope = NewDisposeScope();
        using var loss = Compute(new ObjectiveOptions(), tensors, 2).Total;
        Assert.That(scope.DisposablesCount, Is.EqualTo(1));
    }

    internal static LossResult Compute(ObjectiveOptions options, List<ModalityEmbeddings> embeddings, int views) =>
        new PairwiseContrastiveLoss(options).Compute(embeddings, Labels.Length, views, Labels);

    private static void AssertEqualsNaive(ObjectiveOptions options, Dictionary<string, double[]?[]> embeddings, int views)
    {
        var expected = new NaiveContrastiveLoss(options, Labels.Length, views, Labels).Total(embeddings);
        var loss = Compute(options, embeddings.ToTensors(), views);
        Assert.That(loss.Value, Is.EqualTo(expected).Within(Math.Abs(expected) * 1e-9));
        Assert.That(loss.Total.item<double>(), Is.EqualTo(loss.Value));
    }

    private static double Difference(NaiveContrastiveLoss naive, Dictionary<string, double[]?[]> embeddings, double[] row, int column)
    {
        const double Step = 1e-5;
        var middle = row[column];
        row[column] = middle + Step;
        var above = naive.Total(embeddings);
        row[column] = middle - Step;
        var below = naive.Total(embeddings);
        row[column] = middle;
        return (above - below) / (2 * Step);
    }
}
