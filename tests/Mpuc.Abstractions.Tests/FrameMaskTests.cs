using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Tests;

[TestFixture]
internal sealed class FrameMaskTests
{
    private DisposeScope _scope = null!;

    [SetUp]
    public void SetUp() => _scope = NewDisposeScope();

    [TearDown]
    public void TearDown() => _scope.Dispose();

    [Test]
    public void Attention_is_told_which_frames_are_padding()
    {
        var mask = FrameMask.Of(tensor(new long[] { 1, 3, 2 }), 3, ScalarType.Float32);

        Assert.That(mask.Padding!.dtype, Is.EqualTo(ScalarType.Bool));
        Assert.That(
            mask.Padding!.data<bool>().ToArray(),
            Is.EqualTo(new[] { false, true, true, false, false, false, false, false, true }));
    }

    [Test]
    public void Without_padding_there_is_no_mask()
    {
        var mask = FrameMask.Of(tensor(new long[] { 3, 3 }), 3, ScalarType.Float32);

        Assert.That((mask.IsFull, mask.Padding is null, mask.Valid is null), Is.EqualTo((true, true, true)));
    }

    [Test]
    public void The_mean_is_that_of_the_real_frames()
    {
        var values = tensor(new float[] { 1, 3, 100, 2, 4, 6 }).view(2, 3, 1);

        var mean = FrameMask.Of(tensor(new long[] { 2, 3 }), 3, ScalarType.Float32).Mean(values);

        Assert.That(mean.data<float>().ToArray(), Is.EqualTo(new[] { 2f, 4f }));
    }

    [TestCase(float.NaN)]
    [TestCase(float.PositiveInfinity)]
    public void Whatever_stands_in_the_padding_is_cleared(float garbage)
    {
        var values = full(1, 3, 2, garbage);

        var cleared = FrameMask.Of(tensor(new long[] { 0 }), 3, ScalarType.Float32).Clear(values);

        Assert.That(cleared.abs().max().item<float>(), Is.Zero);
    }

    [Test]
    public void Time_may_stand_in_another_dimension_and_be_shorter_than_the_window()
    {
        var mask = FrameMask.Of(tensor(new long[] { 1, 4 }), 4, ScalarType.Float32);

        var cleared = mask.Clear(ones(2, 3, 2, 5), timeDimension: 2);

        Assert.That(cleared.sum([1, 3]).flatten().data<float>().ToArray(), Is.EqualTo(new[] { 15f, 0f, 15f, 15f }));
    }

    [Test]
    public void Values_without_padding_are_returned_as_they_are()
    {
        var values = ones(2, 3, 4);

        Assert.That(FrameMask.Full.Clear(values), Is.SameAs(values));
        Assert.That(FrameMask.Full.Mean(values).shape, Is.EqualTo(new long[] { 2, 4 }));
    }
}
