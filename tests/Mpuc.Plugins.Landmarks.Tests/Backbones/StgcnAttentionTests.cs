using Mpuc.Plugins.Landmarks.Backbones;
using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Plugins.Landmarks.Tests.Backbones;

/// <summary>What every backbone promises, with the attention that is off by default and so not part of the plugin's conformance.</summary>
[TestFixture]
internal sealed class StgcnAttentionTests
{
    private const int Frames = 16;

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

    [TestCase(1)]
    [TestCase(3)]
    public void Every_window_becomes_512_finite_features(int batch)
    {
        using var scope = NewDisposeScope();

        var features = Features(rand(batch, Frames, 51, 2), Frames);

        Assert.That(features.shape, Is.EqualTo(new long[] { batch, 512 }));
        Assert.That(features.isfinite().all().item<bool>(), Is.True);
    }

    [TestCase(1)]
    [TestCase(7)]
    [TestCase(15)]
    public void What_stands_in_the_padding_has_no_influence(int valid)
    {
        using var scope = NewDisposeScope();
        var window = rand(1, valid, 51, 2);
        var lengths = tensor(new long[] { valid, Frames });
        var other = rand(1, Frames, 51, 2);
        var expected = Padded(0);

        foreach (var garbage in new[] { 1e6f, float.NaN })
        {
            Assert.That(Difference(Padded(garbage), expected), Is.Zero, $"padding of {garbage}");
        }

        Tensor Padded(float value)
        {
            using var noGrad = no_grad();
            return _backbone.call(cat([cat([window, full(1, Frames - valid, 51, 2, value)], 1), other]), lengths)[0];
        }
    }

    [Test]
    public void The_features_depend_on_even_a_single_frame()
    {
        using var scope = NewDisposeScope();

        var difference = Difference(Features(rand(1, Frames, 51, 2), 1), Features(rand(1, Frames, 51, 2), 1));

        Assert.That(difference, Is.GreaterThan(1e-4));
    }

    [Test]
    public void Gradients_do_not_reach_padding_and_are_finite()
    {
        using var scope = NewDisposeScope();
        var windows = rand(2, Frames, 51, 2).requires_grad_();

        _backbone.call(windows, tensor(new long[] { Frames, 10 })).square().sum().backward();

        Assert.That(windows.grad!.isfinite().all().item<bool>(), Is.True);
        Assert.That(windows.grad![1].narrow(0, 10, Frames - 10).abs().max().item<float>(), Is.Zero);
        Assert.That(windows.grad![1].narrow(0, 0, 10).abs().max().item<float>(), Is.Positive);
    }

    [Test]
    public void No_row_depends_on_another()
    {
        using var scope = NewDisposeScope();
        var windows = rand(4, Frames, 51, 2);

        var together = Features(windows, Frames);

        for (var row = 0; row < 4; row++)
        {
            Assert.That(Difference(Features(windows[row].unsqueeze(0), Frames)[0], together[row]), Is.LessThan(1e-5), $"row {row}");
        }
    }

    [TestCase(Frames)]
    [TestCase(13)]
    public void Gradients_reach_every_parameter(int valid)
    {
        using var scope = NewDisposeScope();
        _backbone.train();
        foreach (var gate in _backbone.named_parameters().Where(parameter => parameter.name.EndsWith("gamma", StringComparison.Ordinal)))
        {
            gate.parameter.detach().fill_(0.5);
        }

        _backbone.call(rand(3, Frames, 51, 2), tensor(new long[] { Frames, valid, Frames })).square().sum().backward();

        // Softmax does not change when all its inputs do by the same amount, so a key's offset has no effect.
        foreach (var (parameter, tensor) in _backbone.named_parameters()
            .Where(parameter => !parameter.name.EndsWith("key.bias", StringComparison.Ordinal)))
        {
            Assert.That(tensor.grad?.abs().max().item<float>(), Is.Not.Null.And.Positive, parameter);
        }
    }

    [Test]
    public void Evaluation_is_deterministic()
    {
        using var scope = NewDisposeScope();
        var windows = rand(2, Frames, 51, 2);

        Assert.That(Difference(Features(windows, Frames), Features(windows, Frames)), Is.Zero);
    }

    [Test]
    public void The_same_seed_gives_the_same_weights_and_a_state_moves_to_another_instance()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        using var twin = Create();
        using var other = Create();
        var windows = rand(2, Frames, 51, 2);
        var lengths = tensor(new long[] { Frames, Frames });
        twin.eval();
        other.eval();

        Assert.That(Difference(twin.call(windows, lengths), Features(windows, Frames)), Is.Zero);
        Assert.That(Difference(other.call(windows, lengths), Features(windows, Frames)), Is.GreaterThan(1e-3));
        other.load_state_dict(_backbone.state_dict());
        Assert.That(Difference(other.call(windows, lengths), Features(windows, Frames)), Is.Zero);
    }

    [Test]
    public void A_step_leaves_no_tensor_but_the_gradients_behind()
    {
        using var windows = rand(2, Frames, 51, 2);
        using var lengths = tensor(new long[] { Frames, 12 });
        Step();

        Assert.That(LiveTensors.LeftBy(Step), Is.Zero);

        void Step()
        {
            using var features = _backbone.call(windows, lengths);
            using var loss = features.sum();
            loss.backward();
            _backbone.zero_grad();
        }
    }

    private static float Difference(Tensor actual, Tensor expected) => (actual - expected).abs().max().item<float>();

    private static Stgcn Create() => new(new BackboneContext([51, 2], Frames), new OptionValues(
        StgcnOptions.Schema, new Dictionary<string, object> { ["channels"] = 8, ["graphChannels"] = 4, ["attention"] = true }));

    private Tensor Features(Tensor windows, long length)
    {
        using var noGrad = no_grad();
        return _backbone.call(windows, full(windows.shape[0], length, dtype: ScalarType.Int64));
    }
}
