using System.Diagnostics.CodeAnalysis;
using Mpuc.Weights.PyTorch;
using TorchSharp;

namespace Mpuc.Weights.Tests.PyTorch;

[SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "Seeded, to be repeatable.")]
public sealed class TorchTensorTests
{
    [Test]
    public void Whether_a_view_lies_in_its_storage_agrees_with_counting_its_elements()
    {
        var random = new Random(7);
        var inside = 0;
        for (var count = 0; count < 5000; count++)
        {
            var dimensions = random.Next(4);
            var view = View(
                random.Next(20),
                random.Next(8),
                [.. Enumerable.Range(0, dimensions).Select(_ => (long)random.Next(4))],
                [.. Enumerable.Range(0, dimensions).Select(_ => (long)random.Next(6))]);
            var elements = Offsets(view, 0, view.Offset).ToList();
            Assert.That(view.Elements, Is.EqualTo(elements.Count), view.ToString());
            Assert.That(view.LiesInStorage(), Is.EqualTo(elements.TrueForAll(element => element < view.Storage.Count)), view.ToString());
            inside += view.LiesInStorage() ? 1 : 0;
        }

        Assert.That(inside, Is.InRange(500, 4500), "both answers are given often");
    }

    [Test]
    public void A_scalar_is_one_element()
    {
        Assert.That(View(1, 0, [], []).Elements, Is.EqualTo(1));
        Assert.That(View(1, 0, [], []).LiesInStorage(), Is.True);
        Assert.That(View(1, 1, [], []).LiesInStorage(), Is.False);
    }

    [Test]
    public void Numbers_that_overflow_are_as_many_as_can_be()
    {
        Assert.That(View(1, 0, [long.MaxValue, long.MaxValue, long.MaxValue], [0, 0, 0]).Elements, Is.EqualTo(long.MaxValue));
        Assert.That(View(1, 0, [long.MaxValue, 0], [1, 1]).Elements, Is.Zero);
        Assert.That(View(long.MaxValue, long.MaxValue, [long.MaxValue], [long.MaxValue]).LiesInStorage(), Is.False);
    }

    private static IEnumerable<long> Offsets(TorchTensor view, int dimension, long offset) => dimension == view.Shape.Length
        ? [offset]
        : Enumerable.Range(0, (int)view.Shape[dimension])
            .SelectMany(index => Offsets(view, dimension + 1, offset + (index * view.Strides[dimension])));

    private static TorchTensor View(long stored, long offset, long[] shape, long[] strides) =>
        new(new TorchStorage("0", torch.ScalarType.Float32, 4, stored), offset, shape, strides);
}
