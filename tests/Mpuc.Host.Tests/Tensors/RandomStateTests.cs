using Mpuc.Host.Tensors;
using static TorchSharp.torch;

namespace Mpuc.Host.Tests.Tensors;

/// <summary>The random generator's state out of a checkpoint, which ends the process where libtorch gets a wrong one.</summary>
public sealed class RandomStateTests
{
    private const int Left = 8;
    private const int Seeded = 12;
    private const int Next = 16;

    [Test]
    public void A_saved_state_gives_the_same_numbers_again()
    {
        manual_seed(5);
        using var warmUp = rand(1000);
        using var state = get_rng_state();
        using var expected = randn(100);

        RandomState.Restore(state);

        using var actual = randn(100);
        Assert.That(actual.data<float>().ToArray(), Is.EqualTo(expected.data<float>().ToArray()));
    }

    [Test]
    public void Every_state_that_the_generator_comes_through_is_taken()
    {
        manual_seed(7);
        for (var draw = 0; draw < 1300; draw++)
        {
            using var state = get_rng_state();
            Assert.That(() => RandomState.Restore(state), Throws.Nothing, $"after {draw} draws");
            using var number = rand(1);
        }
    }

    [TestCase(Left, (byte)0, (byte)0, Description = "no number left, and none was drawn")]
    [TestCase(Left, (byte)0x71, (byte)2, Description = "625 numbers left of 624")]
    [TestCase(Seeded, (byte)0, (byte)0, Description = "not seeded")]
    [TestCase(Next, (byte)0x71, (byte)2, Description = "the next is beyond the last")]
    public void A_damaged_state_is_refused_in_a_sentence(int at, byte low, byte high)
    {
        manual_seed(1);
        using var state = get_rng_state();
        state.bytes[at] = low;
        state.bytes[at + 1] = high;

        AssertRefused(state);
    }

    [Test]
    public void A_state_of_another_length_is_refused()
    {
        using var state = get_rng_state();
        using var half = state.narrow(0, 0, state.numel() / 2);

        AssertRefused(half);
    }

    [Test]
    public void Numbers_in_place_of_bytes_are_refused()
    {
        using var state = get_rng_state();
        using var numbers = state.to(ScalarType.Float32);

        AssertRefused(numbers);
    }

    private static void AssertRefused(Tensor state)
    {
        using var before = get_rng_state();

        Assert.That(
            () => RandomState.Restore(state),
            Throws.TypeOf<MpucException>().With.Message.StartsWith("The state of the random generator is damaged"));

        using var after = get_rng_state();
        Assert.That(after.bytes.SequenceEqual(before.bytes));
    }
}
