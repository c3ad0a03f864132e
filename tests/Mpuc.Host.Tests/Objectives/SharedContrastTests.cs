using Mpuc.Host.Objectives;
using static TorchSharp.torch;

namespace Mpuc.Host.Tests.Objectives;

/// <summary>The loss as several processes compute it, each with the anchors of its own recordings.</summary>
public sealed class SharedContrastTests
{
    private const int Views = 2;
    private static readonly long[] Labels = [0, 1, 0, 2, 1, 0, 2, 1, 0];

    // Recordings of each process; the last has none.
    private static readonly int[][] Parts = [[0, 1, 2, 3], [4, 5, 6, 7, 8], []];

    [Test]
    public void Every_share_has_the_whole_loss_and_the_gradient_of_its_own_rows(
        [Values] ObjectiveVariant variant, [Values] LossReduction reduction, [Values(0, 0.4)] double missing, [Values] bool sameModality)
    {
        var options = new ObjectiveOptions
        {
            Variant = variant, Reduction = reduction, IncludeSameModality = sameModality, PairWeights = new(new Dictionary<string, double> { ["audio>text"] = 3 }),
        };
        var embeddings = EmbeddingSets.Random(3, Labels.Length, Views, size: 16, missing: missing);
        var wholeTensors = embeddings.ToTensors(requiresGradient: true);
        var whole = new PairwiseContrastiveLoss(options).Compute(wholeTensors, Labels.Length, Views, Labels);
        whole.Total.backward();

        var everyone = zeros([4 * 9, Labels.Length * Views], ScalarType.Float64);
        foreach (var part in Parts)
        {
            Share(part, own => everyone.index_copy_(1, tensor(Rows(part)), own));
        }

        foreach (var part in Parts)
        {
            var (loss, tensors) = Share(part, _ => everyone);
            loss.Total.backward();
            Assert.That(loss.Value, Is.EqualTo(whole.Value).Within(1e-9).Percent);
            Assert.That(loss.Total.item<double>(), Is.EqualTo(whole.Value).Within(1e-9).Percent);
            Assert.That(loss.Pairs, Is.EqualTo(whole.Pairs).Within(1e-9));
            foreach (var (shared, expected) in tensors.Zip(wholeTensors))
            {
                var own = Rows(part).Select(row => shared.Rows.ToList().IndexOf(row)).Where(index => index >= 0).Select(index => (long)index).ToArray();
                var others = Enumerable.Range(0, shared.Rows.Count).Select(index => (long)index).Except(own).ToArray();
                Assert.That(Of(shared, own), Is.EqualTo(Of(expected, own)).Within(1e-9), shared.Modality);
                Assert.That(Of(shared, others), Is.All.Zero, shared.Modality);
            }
        }

        (ContrastiveLoss Loss, List<ModalityEmbeddings> Tensors) Share(int[] part, Func<Tensor, Tensor> gather)
        {
            var tensors = embeddings.ToTensors(requiresGradient: true);
            return (new PairwiseContrastiveLoss(options).Compute(tensors, Labels.Length, Views, Labels, new AnchorShare(Rows(part), gather)), tensors);
        }
    }

    [Test]
    public void A_share_has_a_loss_without_gradients_where_none_are_wanted()
    {
        using var noGradient = no_grad();
        var tensors = EmbeddingSets.Random(2, Labels.Length, Views).ToTensors();
        var all = Enumerable.Range(0, Labels.Length).ToArray();

        var whole = new PairwiseContrastiveLoss(new ObjectiveOptions()).Compute(tensors, Labels.Length, Views);
        var share = new PairwiseContrastiveLoss(new ObjectiveOptions()).Compute(tensors, Labels.Length, Views, share: new AnchorShare(Rows(all), own => own));

        Assert.That(share.Value, Is.EqualTo(whole.Value).Within(1e-9).Percent);
        Assert.That(share.Total.requires_grad, Is.False);
    }

    private static long[] Rows(int[] recordings) =>
        [.. from view in Enumerable.Range(0, Views) from recording in recordings select ((long)view * Labels.Length) + recording];

    private static double[] Of(ModalityEmbeddings modality, long[] indices) =>
        modality.Values.grad!.index_select(0, tensor(indices, ScalarType.Int64)).data<double>().ToArray();
}
