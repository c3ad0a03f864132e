using Mpuc.Plugins.Face.Backbones;
using Mpuc.Plugins.Face.Backbones.R2Plus1d;
using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Plugins.Face.Tests.Backbones;

/// <summary>What every backbone promises, tried on each. The clips are small, because the networks take frames of any size.</summary>
[TestFixture(FaceBackbones.R2Plus1d)]
[TestFixture(FaceBackbones.Conv3d)]
internal sealed class BackboneTests(string name)
{
    private const int Frames = 6;
    private const int Side = 32;

    private Backbone _backbone = null!;

    [OneTimeSetUp]
    public void CreateBackbone()
    {
        manual_seed(1);
        _backbone = Create();
    }

    [SetUp]
    public void Evaluate() => _backbone.eval();

    [OneTimeTearDown]
    public void DisposeBackbone() => _backbone.Dispose();

    [TestCase(1, 1, 32, 32)]
    [TestCase(2, 8, 32, 32)]
    [TestCase(1, 5, 40, 24)]
    public void Every_clip_becomes_512_finite_features(int batch, int frames, int height, int width)
    {
        using var scope = NewDisposeScope();

        var features = Features(randn([batch, frames, 3, height, width]), frames);

        Assert.That(features.shape, Is.EqualTo(new long[] { batch, 512 }));
        Assert.That(features.isfinite().all().item<bool>(), Is.True);
    }

    [TestCase(1)]
    [TestCase(4)]
    public void A_padded_clip_counts_as_one_that_ends_with_its_last_frame_repeated(int valid)
    {
        using var scope = NewDisposeScope();
        var clip = randn([1, valid, 3, Side, Side]);
        var padding = Frames - valid;
        var expected = Features(cat([clip, clip.narrow(1, valid - 1, 1).expand(1, padding, 3, Side, Side)], 1), Frames)[0];
        var other = randn([1, Frames, 3, Side, Side]);
        using var noGrad = no_grad();

        foreach (var garbage in new[] { 0, 1e6f, float.NaN })
        {
            var padded = cat([clip, full([1, padding, 3, Side, Side], garbage)], 1);

            var features = _backbone.call(cat([padded, other]), tensor(new long[] { valid, Frames }))[0];

            Assert.That(Difference(features, expected), Is.LessThan(1e-5), $"padding of {garbage}");
        }
    }

    [Test]
    public void Padding_has_no_influence_on_the_statistics_of_training_either()
    {
        using var scope = NewDisposeScope();
        var clips = randn([2, Frames, 3, Side, Side]);
        var lengths = tensor(new long[] { 3, Frames });
        _backbone.train();
        manual_seed(5);
        var expected = _backbone.call(clips, lengths).detach();
        clips[0].narrow(0, 3, 3).fill_(1e6);
        manual_seed(5);

        Assert.That(Difference(_backbone.call(clips, lengths), expected), Is.Zero);
    }

    [Test]
    public void Gradients_do_not_reach_padding_and_are_finite()
    {
        using var scope = NewDisposeScope();
        var clips = randn([2, Frames, 3, Side, Side]).requires_grad_();

        _backbone.call(clips, tensor(new long[] { Frames, 2 })).square().sum().backward();
        _backbone.zero_grad();

        Assert.That(clips.grad!.isfinite().all().item<bool>(), Is.True);
        Assert.That(clips.grad![1].narrow(0, 2, Frames - 2).abs().max().item<float>(), Is.Zero);
        Assert.That(clips.grad![1].narrow(0, 0, 2).abs().max().item<float>(), Is.Positive);
    }

    [Test]
    public void No_row_depends_on_another()
    {
        using var scope = NewDisposeScope();
        var clips = randn([3, Frames, 3, Side, Side]);

        var together = Features(clips, Frames);

        for (var row = 0; row < 3; row++)
        {
            Assert.That(Difference(Features(clips[row].unsqueeze(0), Frames)[0], together[row]), Is.LessThan(1e-4), $"row {row}");
        }
    }

    [Test]
    public void Gradients_reach_every_parameter()
    {
        using var scope = NewDisposeScope();
        _backbone.train();

        _backbone.call(randn([2, Frames, 3, Side, Side]), tensor(new long[] { Frames, 3 })).square().sum().backward();

        var gradients = _backbone.named_parameters().ToDictionary(pair => pair.name, pair => pair.parameter.grad?.abs().max().item<float>());
        _backbone.zero_grad();
        Assert.That(gradients.Values, Is.All.Not.Null.And.All.Positive);
    }

    [Test]
    public void The_same_seed_gives_the_same_weights_and_a_state_moves_to_another_instance()
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        using var first = Create();
        manual_seed(3);
        using var twin = Create();
        var clips = randn([1, Frames, 3, Side, Side]);
        var lengths = tensor(new long[] { Frames });
        first.eval();
        twin.eval();

        Assert.That(Difference(twin.call(clips, lengths), first.call(clips, lengths)), Is.Zero);
        Assert.That(Difference(twin.call(clips, lengths), Features(clips, Frames)), Is.GreaterThan(1e-3));
        twin.load_state_dict(_backbone.state_dict());
        Assert.That(Difference(twin.call(clips, lengths), Features(clips, Frames)), Is.Zero);
    }

    [Test]
    public void A_step_leaves_no_tensor_but_the_gradients_behind()
    {
        using var clips = randn([2, Frames, 3, Side, Side]);
        using var lengths = tensor(new long[] { Frames, 2 });
        Step();
        var before = Tensor.TotalCount;

        Step();

        Assert.That(Tensor.TotalCount, Is.EqualTo(before));

        void Step()
        {
            using var features = _backbone.call(clips, lengths);
            using var loss = features.sum();
            loss.backward();
            _backbone.zero_grad();
        }
    }

    private static float Difference(Tensor actual, Tensor expected) => (actual - expected).abs().max().item<float>();

    private Backbone Create()
    {
        var context = new BackboneContext([3, Side, Side], Frames);
        return name == FaceBackbones.R2Plus1d
            ? new R2Plus1dNet(context, new OptionValues(R2Plus1dOptions.Schema), new StoredTensors())
            : new Conv3dNet(context, new OptionValues(Conv3dNet.Descriptor.Options, new Dictionary<string, object> { ["channels"] = 4 }));
    }

    private Tensor Features(Tensor clips, long length)
    {
        using var noGrad = no_grad();
        return _backbone.call(clips, full(clips.shape[0], length, dtype: ScalarType.Int64));
    }
}
