using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Kernels.Tests;

[TestFixture]
internal sealed class FusedGatedConvolutionTests
{
    private DisposeScope _scope = null!;

    [SetUp]
    public void SetUp() => _scope = NewDisposeScope();

    [TearDown]
    public void TearDown() => _scope.Dispose();

    [TestCase(2, 3, 9, 16, 16, 0)]
    [TestCase(1, 1, 3, 2, 16, 0)]
    [TestCase(2, 5, 11, 3, 64, 16)]
    [TestCase(3, 7, 30, 64, 64, 16)]
    [TestCase(2, 51, 12, 16, 64, 0)]
    [TestCase(2, 3, 9, 40, 48, 32)]
    public void Results_and_gradients_are_the_naive_ones_in_double(int batch, int nodes, int frames, int inputs, int outputs, int mapped)
    {
        var leaves = Leaves(batch, nodes, frames, inputs, outputs, mapped);
        var expected = Gradients.Of(Naive, leaves, ScalarType.Float64);

        var actual = Gradients.Of(Run, leaves, ScalarType.Float32);

        for (var i = 0; i < expected.Length; i++)
        {
            Assert.That(actual[i].shape, Is.EqualTo(expected[i].shape));
            Assert.That(Gradients.RelativeDifference(actual[i], expected[i]), Is.LessThan(1e-5), i == 0 ? "result" : $"gradient {i - 1}");
        }
    }

    [TestCase(-1000f)]
    [TestCase(-30f)]
    [TestCase(0f)]
    [TestCase(30f)]
    [TestCase(1000f)]
    public void The_gate_is_right_and_finite_however_far_it_is_open_or_shut(float bias)
    {
        var leaves = Leaves(1, 1, 5, 2, 16, 0);
        leaves[4].add_(bias);

        var actual = Gradients.Of(Run, leaves, ScalarType.Float32);

        var expected = Gradients.Of(Naive, leaves, ScalarType.Float64);
        Assert.That(Gradients.RelativeDifference(actual[0], expected[0]), Is.LessThan(1e-6));
        Assert.That(actual.Select(tensor => tensor.isfinite().all().item<bool>()), Is.All.True);
    }

    [TestCase(1, 0)]
    [TestCase(2, 16)]
    public void The_same_number_of_threads_gives_the_same_bits(int threads, int mapped)
    {
        var leaves = Leaves(3, 17, 20, 64, 64, mapped);
        set_num_threads(threads);
        try
        {
            var first = Gradients.Of(Run, leaves, ScalarType.Float32);

            for (var repetition = 0; repetition < 5; repetition++)
            {
                var again = Gradients.Of(Run, leaves, ScalarType.Float32);
                Assert.That(again.Zip(first).All(pair => Gradients.AreEqual(pair.First, pair.Second)), Is.True);
            }
        }
        finally
        {
            set_num_threads(1);
        }
    }

    [Test]
    public void Without_gradients_the_result_is_the_same()
    {
        foreach (var mapped in new[] { 0, 16 })
        {
            var leaves = Leaves(2, 3, 9, 16, 16, mapped);
            var expected = Gradients.Of(Run, leaves, ScalarType.Float32)[0];
            using var noGrad = no_grad();

            Assert.That(Gradients.AreEqual(Run(leaves), expected), Is.True);
        }
    }

    [Test]
    public void Values_that_need_no_gradient_leave_those_of_the_weights()
    {
        var leaves = Leaves(2, 3, 9, 16, 16, 16);
        var expected = Gradients.Of(Run, leaves, ScalarType.Float32);
        Tensor[] weights = [.. leaves[1..].Select(leaf => leaf.clone().requires_grad_())];

        var result = Run([leaves[0], .. weights]);
        (result * arange(result.numel(), ScalarType.Float32).view(result.shape).sin()).sum().backward();

        Assert.That(weights.Zip(expected[2..]).Select(pair => Gradients.AreEqual(pair.First.grad!, pair.Second)), Is.All.True);
    }

    [Test]
    public void Values_in_another_order_of_memory_are_read_as_what_they_are()
    {
        var leaves = Leaves(2, 3, 9, 16, 16, 0);
        var strided = leaves[0].transpose(1, 2).contiguous().transpose(1, 2);

        Assert.That(Gradients.AreEqual(Run([strided, .. leaves[1..]]), Run(leaves)), Is.True);
    }

    [Test]
    public void What_the_operator_cannot_take_is_left_to_the_plain_path()
    {
        var values = zeros(1, 1, 5, 2);

        Assert.That(FusedGatedConvolution.Supports(values, 64, 16), Is.True);
        Assert.That(FusedGatedConvolution.Supports(values, 10), Is.False, "outputs");
        Assert.That(FusedGatedConvolution.Supports(values, 16, 5), Is.False, "mapped");
        Assert.That(FusedGatedConvolution.Supports(values.to_type(ScalarType.Float64), 16), Is.False, "type");
        Assert.That(() => Run(Leaves(1, 1, 5, 2, 10, 0)), Throws.TypeOf<ExternalException>().With.Message.Contains("multiples of 16"));
        Assert.That(() => Run(Leaves(1, 1, 2, 2, 16, 0)), Throws.TypeOf<ExternalException>().With.Message.Contains("three frames"));
    }

    private static Tensor[] Leaves(int batch, int nodes, int frames, int inputs, int outputs, int mapped)
    {
        manual_seed(5);
        Tensor[] leaves =
        [
            randn(batch, nodes, frames, inputs), rand(outputs, inputs, 1, 3) - 0.5, rand(outputs) - 0.5, 3 * (rand(outputs, inputs, 1, 3) - 0.5),
            rand(outputs) - 0.5,
        ];
        return mapped == 0 ? leaves : [.. leaves, rand(outputs, mapped) - 0.5];
    }

    private static Tensor Run(Tensor[] leaves) => FusedGatedConvolution.Run(leaves[0], new GatedConvolutionWeights
    {
        Linear = leaves[1],
        LinearBias = leaves[2],
        Gate = leaves[3],
        GateBias = leaves[4],
        Map = leaves.ElementAtOrDefault(5),
    });

    private static Tensor Naive(Tensor[] leaves)
    {
        var image = leaves[0].permute(0, 3, 1, 2);
        var sum = nn.functional.conv2d(image, leaves[1], leaves[2]) + nn.functional.conv2d(image, leaves[3], leaves[4]).sigmoid();
        var activated = sum.relu().permute(0, 2, 3, 1);
        return leaves.Length > 5 ? activated.matmul(leaves[5]) : activated.contiguous();
    }
}
