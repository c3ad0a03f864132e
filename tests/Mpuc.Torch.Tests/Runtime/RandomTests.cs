using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Torch.Tests.Runtime;

public class RandomTests
{
    private DisposeScope scope = null!;

    [SetUp]
    public void OpenScope() => scope = NewDisposeScope();

    [TearDown]
    public void DisposeAll() => scope.Dispose();

    [Test]
    public void The_same_seed_draws_the_same_numbers()
    {
        manual_seed(5);
        var first = randn(100);
        manual_seed(5);

        Assert.That(randn(100).Equals(first));
        Assert.That(initial_seed(), Is.EqualTo(5));
    }

    // Drawn by PyTorch 1.13.1: torch.manual_seed(42); torch.rand(3).
    [Test]
    public void Draws_are_PyTorchs_for_the_same_seed()
    {
        manual_seed(42);

        Assert.That(rand(3).data<float>().ToArray(), Is.EqualTo(new[] { 0.8822692633f, 0.9150039554f, 0.3828637600f }));
    }

    [Test]
    public void A_restored_state_continues_bit_for_bit()
    {
        using var generator = new Generator(7);
        _ = randn(13, generator: generator);
        using var state = generator.get_state();
        var expected = randn(50, generator: generator);
        var expectedOrder = randperm(50, generator: generator);

        using var other = new Generator();
        other.set_state(state);

        Assert.That(randn(50, generator: other).Equals(expected));
        Assert.That(randperm(50, generator: other).Equals(expectedOrder));
    }

    [Test]
    public void The_default_generators_state_can_be_saved_as_well()
    {
        var state = get_rng_state();
        var expected = rand(10);
        set_rng_state(state);

        Assert.That(rand(10).Equals(expected));
        Assert.That(state.dtype, Is.EqualTo(ScalarType.Byte));
    }

    [Test]
    public void A_generator_of_its_own_leaves_the_default_one_alone()
    {
        manual_seed(1);
        var expected = rand(5);
        manual_seed(1);
        using var generator = new Generator(99);
        _ = rand(100, generator: generator);

        Assert.That(rand(5).Equals(expected));
    }

    [Test]
    public void A_fresh_seed_is_reported()
    {
        using var generator = new Generator(1);

        var fresh = generator.seed();

        Assert.That(generator.initial_seed(), Is.EqualTo(fresh));
        Assert.That(generator.manual_seed(3).initial_seed(), Is.EqualTo(3));
    }

    [Test]
    public void Whole_draws_stay_in_their_range()
    {
        using var generator = new Generator(1);
        var numbers = randint(-2, 3, new long[] { 1000 }, generator: generator).data<long>().ToArray();

        Assert.That(numbers.Distinct().Order(), Is.EqualTo(new long[] { -2, -1, 0, 1, 2 }));
    }

    [Test]
    public void A_permutation_has_every_number_once() =>
        Assert.That(randperm(100).data<long>().ToArray().Order(), Is.EqualTo(Enumerable.Range(0, 100)));

    [Test]
    public void In_place_draws_have_the_wanted_moments()
    {
        using var generator = new Generator(11);
        var numbers = zeros(100_000, dtype: float64);

        numbers.normal_(2, 3, generator);
        Assert.That(numbers.mean().ToDouble(), Is.EqualTo(2).Within(0.05));
        Assert.That(numbers.std().ToDouble(), Is.EqualTo(3).Within(0.05));

        numbers.uniform_(-1, 1, generator);
        Assert.That(numbers.abs().max().ToDouble(), Is.LessThanOrEqualTo(1));
        Assert.That(numbers.var().ToDouble(), Is.EqualTo(1.0 / 3).Within(0.01));

        numbers.bernoulli_(0.25, generator);
        Assert.That(numbers.mean().ToDouble(), Is.EqualTo(0.25).Within(0.01));
    }

    [Test]
    public void A_disposed_generator_is_refused()
    {
        var generator = new Generator(1);
        generator.Dispose();

        Assert.That(() => rand(1, generator: generator), Throws.InstanceOf<ObjectDisposedException>());
    }

    [Test]
    public void Single_numbers_come_from_the_given_generator()
    {
        using var first = new Generator(4);
        using var second = new Generator(4);

        Assert.That(rand_float(first), Is.EqualTo(rand_float(second)));
        Assert.That(randint_long(10, 20, first), Is.EqualTo(randint_long(10, 20, second)).And.InRange(10, 19));
        Assert.That(randint_bool(first), Is.EqualTo(randint_bool(second)));
    }
}
