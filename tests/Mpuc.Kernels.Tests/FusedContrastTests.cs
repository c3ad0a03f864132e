using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Kernels.Tests;

[TestFixture]
internal sealed class FusedContrastTests
{
    private const double Temperature = 0.07;

    private DisposeScope _scope = null!;

    [SetUp]
    public void SetUp()
    {
        _scope = NewDisposeScope();
        manual_seed(5);
    }

    [TearDown]
    public void TearDown() => _scope.Dispose();

    [TestCase(2, 2, 8)]
    [TestCase(1, 16, 16)]
    [TestCase(3, 7, 5)]
    [TestCase(4, 33, 64)]
    public void Results_and_gradients_are_the_naive_ones_in_double(int modalities, int rows, int size)
    {
        var others = eye(modalities).logical_not().unsqueeze(2);
        foreach (var (outer, inner, same) in new[] { (1, 1, true), (1, 1, false), (modalities, modalities, true), (1, modalities, false), (modalities, 1, true) })
        {
            var unit = Unit(modalities * rows, size);
            var (positives, denominator) = (Mask(outer, inner, rows, 0.3), Mask(inner, outer, rows, 0.8));

            var actual = Gradients.Of(Run, [unit], ScalarType.Float32);
            var expected = Gradients.Of(leaves => Naive(leaves[0], positives, denominator, modalities) * (same ? ones_like(others) : others), [unit], ScalarType.Float64);

            Assert.That(actual[0].shape, Is.EqualTo(new long[] { modalities, modalities, rows }));
            Assert.That(Gradients.RelativeDifference(actual[0], expected[0]), Is.LessThan(1e-5), "result");
            Assert.That(Gradients.RelativeDifference(actual[1], expected[1]), Is.LessThan(1e-5), "gradient");

            Tensor Run(Tensor[] leaves) => FusedContrast.Run(leaves[0], positives, denominator, modalities, Temperature, same);
        }
    }

    [Test]
    public void An_anchor_without_positives_or_without_denominator_has_no_loss_and_no_gradient()
    {
        var unit = Unit(6, 8);
        var (none, all) = (zeros(1, 1, 3, 3).to_type(ScalarType.Bool), ones(1, 1, 3, 3).to_type(ScalarType.Bool));

        foreach (var (positives, denominator) in new[] { (none, all), (all, none), (none, none) })
        {
            var results = Gradients.Of(leaves => FusedContrast.Run(leaves[0], positives, denominator, 2, Temperature, includeSame: true), [unit], ScalarType.Float32);

            Assert.That(results.Select(result => result.abs().max().item<float>()), Is.All.Zero);
        }
    }

    [Test]
    public void The_same_bits_come_with_any_number_of_threads()
    {
        var unit = Unit(4 * 33, 64);
        var (positives, denominator) = (Mask(1, 1, 33, 0.1), Mask(1, 1, 33, 0.9));
        var one = Pass();
        set_num_threads(2);
        try
        {
            Assert.That(Pass().Zip(one).Select(pair => Gradients.AreEqual(pair.First, pair.Second)).First(), Is.True);
        }
        finally
        {
            set_num_threads(1);
        }

        Tensor[] Pass() => Gradients.Of(leaves => FusedContrast.Run(leaves[0], positives, denominator, 4, Temperature, includeSame: true), [unit], ScalarType.Float32);
    }

    [Test]
    public void Masks_of_another_shape_are_refused() => Assert.That(
        () => FusedContrast.Run(Unit(6, 8), Mask(1, 1, 4, 1), Mask(1, 1, 3, 1), 2, Temperature, includeSame: true),
        Throws.TypeOf<ExternalException>().With.Message.Contains("[M or 1, M or 1, R, R]"));

    private static Tensor Unit(long rows, long size) => nn.functional.normalize(randn(rows, size), dim: 1);

    private static Tensor Mask(long outer, long inner, long rows, double share) => rand(outer, inner, rows, rows) < share;

    private static Tensor Naive(Tensor unit, Tensor positives, Tensor denominator, int modalities)
    {
        var rows = unit.shape[0] / modalities;
        var logits = (unit.matmul(unit.t()) / Temperature).view(modalities, rows, modalities, rows).transpose(1, 2);
        var count = positives.sum(dim: 3);
        var isAnchor = (count > 0) & denominator.any(3);
        var total = (logits.exp() * denominator).sum(dim: 3);
        var safe = where(isAnchor, total, ones_like(total));
        var attraction = (logits * positives).sum(dim: 3);
        return ((count * safe.log()) - attraction) * isAnchor;
    }
}
