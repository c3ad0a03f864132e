using Mpuc.Plugins.Face.Backbones;
using Mpuc.Plugins.Face.Backbones.R2Plus1d;
using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Plugins.Face.Tests.Backbones;

/// <summary>
/// What these backbones promise beyond what every backbone does, tried on each. The clips are small, because the networks take frames of
/// any size.
/// </summary>
[TestFixture(FaceConstants.R2Plus1d)]
[TestFixture(FaceConstants.Conv3d)]
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

    private static float Difference(Tensor actual, Tensor expected) => (actual - expected).abs().max().item<float>();

    private Backbone Create()
    {
        var context = new BackboneContext([3, Side, Side], Frames);
        return name == FaceConstants.R2Plus1d
            ? new R2Plus1dNet(context, new OptionValues(R2Plus1dOptions.Schema), new StoredTensors())
            : new Conv3dNet(context, new OptionValues(Conv3dNet.Descriptor.Options, new Dictionary<string, object> { ["channels"] = 4 }));
    }

    private Tensor Features(Tensor clips, long length)
    {
        using var noGrad = no_grad();
        return _backbone.call(clips, full(clips.shape[0], length, dtype: ScalarType.Int64));
    }
}
