using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Tests;

/// <summary>What backbones over vectors promise beyond what every backbone does, tried on each.</summary>
internal abstract class VectorBackboneTests
{
    private Backbone _backbone = null!;

    /// <summary>Numbers of a frame.</summary>
    protected abstract int Width { get; }

    [SetUp]
    public void CreateBackbone()
    {
        manual_seed(1);
        _backbone = Create();
        _backbone.eval();
    }

    [TearDown]
    public void DisposeBackbone() => _backbone.Dispose();

    [TestCase(1, 1)]
    [TestCase(3, 2)]
    [TestCase(2, 17)]
    [TestCase(2, 90)]
    public void Every_window_becomes_512_finite_features(int batch, int frames)
    {
        using var scope = NewDisposeScope();

        var features = Features(randn(batch, frames, Width), frames);

        Assert.That(features.shape, Is.EqualTo(new long[] { batch, 512 }));
        Assert.That(features.isfinite().all().item<bool>(), Is.True);
    }

    [TestCase(1)]
    [TestCase(7)]
    [TestCase(23)]
    public void Padding_has_no_influence(int valid)
    {
        using var scope = NewDisposeScope();
        var window = randn(1, valid, Width);
        var alone = Features(window, valid);
        var lengths = tensor(new long[] { valid, 24 });

        foreach (var garbage in new[] { 0, 1e6f, float.NaN })
        {
            var padded = cat([window, full(1, 24 - valid, Width, garbage)], 1);

            var features = _backbone.call(cat([padded, randn(1, 24, Width)]), lengths);

            Assert.That(Difference(features[0], alone[0]), Is.LessThan(2e-5), $"padding of {garbage}");
        }
    }

    [Test]
    public void Gradients_are_those_of_finite_differences()
    {
        using var scope = NewDisposeScope();
        _backbone.to(ScalarType.Float64);
        var windows = randn([2, 9, Width], ScalarType.Float64);
        var lengths = tensor(new long[] { 9, 5 });
        double Loss() => _backbone.call(windows, lengths).square().sum().item<double>();
        _backbone.call(windows, lengths).square().sum().backward();

        foreach (var (parameter, tensor) in _backbone.named_parameters())
        {
            using var noGrad = no_grad();
            var expected = tensor.grad!.flatten()[0].item<double>();
            var element = tensor.flatten().narrow(0, 0, 1);
            element.add_(1e-5);
            var above = Loss();
            element.sub_(2e-5);
            var below = Loss();
            element.add_(1e-5);
            Assert.That((above - below) / 2e-5, Is.EqualTo(expected).Within(1e-4 * Math.Max(1, Math.Abs(expected))), parameter);
        }
    }

    /// <summary>Makes the backbone, small.</summary>
    protected abstract Backbone Create();

    private static float Difference(Tensor actual, Tensor expected) => (actual - expected).abs().max().item<float>();

    private Tensor Features(Tensor windows, long length)
    {
        using var noGrad = no_grad();
        return _backbone.call(windows, full(windows.shape[0], length, dtype: ScalarType.Int64));
    }
}
