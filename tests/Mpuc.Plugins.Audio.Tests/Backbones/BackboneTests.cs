using Mpuc.Plugins.Audio.Backbones;
using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Plugins.Audio.Tests.Backbones;

/// <summary>What these backbones promise beyond what every backbone does, tried on each.</summary>
[TestFixture(AudioConstants.Tcn)]
[TestFixture(AudioConstants.Conv)]
internal sealed class BackboneTests(string name)
{
    private const int Bands = 12;

    private Backbone _backbone = null!;

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

        var features = Features(randn(batch, frames, Bands), frames);

        Assert.That(features.shape, Is.EqualTo(new long[] { batch, 512 }));
        Assert.That(features.isfinite().all().item<bool>(), Is.True);
    }

    [TestCase(1)]
    [TestCase(7)]
    [TestCase(23)]
    public void Padding_has_no_influence(int valid)
    {
        using var scope = NewDisposeScope();
        var window = randn(1, valid, Bands);
        var alone = Features(window, valid);
        var lengths = tensor(new long[] { valid, 24 });

        foreach (var garbage in new[] { 0, 1e6f, float.NaN })
        {
            var padded = cat([window, full(1, 24 - valid, Bands, garbage)], 1);

            var features = _backbone.call(cat([padded, randn(1, 24, Bands)]), lengths);

            Assert.That(Difference(features[0], alone[0]), Is.LessThan(2e-5), $"padding of {garbage}");
        }
    }

    [Test]
    public void Gradients_are_those_of_finite_differences()
    {
        using var scope = NewDisposeScope();
        _backbone.to(ScalarType.Float64);
        var windows = randn([2, 9, Bands], ScalarType.Float64);
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

    private static float Difference(Tensor actual, Tensor expected) => (actual - expected).abs().max().item<float>();

    private Backbone Create() => name == AudioConstants.Tcn
        ? new Tcn(
            new BackboneContext([Bands], 30),
            new OptionValues(TcnOptions.Schema, new Dictionary<string, object> { ["channels"] = 8, ["hidden"] = 10 }))
        : new ConvNet(
            new BackboneContext([Bands], 30), new OptionValues(ConvNetOptions.Schema, new Dictionary<string, object> { ["channels"] = 8 }));

    private Tensor Features(Tensor windows, long length)
    {
        using var noGrad = no_grad();
        return _backbone.call(windows, full(windows.shape[0], length, dtype: ScalarType.Int64));
    }
}
