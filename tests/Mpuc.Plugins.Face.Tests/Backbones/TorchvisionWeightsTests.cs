using Mpuc.Plugins.Face.Backbones.R2Plus1d;
using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Plugins.Face.Tests.Backbones;

[TestFixture]
internal sealed class TorchvisionWeightsTests
{
    private DisposeScope _scope = null!;
    private R2Plus1dNet _network = null!;
    private StoredTensors _store = null!;

    [SetUp]
    public void SetUp()
    {
        _scope = NewDisposeScope();
        _store = new StoredTensors();
        _network = Network();
        foreach (var (name, value) in _network.state_dict().Where(entry => !entry.Key.StartsWith("fc.", StringComparison.Ordinal)))
        {
            _store.Content.Add(name, value.is_floating_point() ? rand_like(value) : full_like(value, 7));
        }

        _store.Content.Add("fc.weight", randn(400, 512));
        _store.Content.Add("fc.bias", randn(400));
    }

    [TearDown]
    public void TearDown()
    {
        _network.Dispose();
        _scope.Dispose();
    }

    [Test]
    public void All_weights_and_statistics_but_the_last_layers_are_taken_over()
    {
        var last = _network.state_dict()["fc.weight"].detach().clone();

        TorchvisionWeights.Load(_network, _store, "kinetics.pth");

        foreach (var (name, value) in _network.state_dict().Where(entry => !entry.Key.StartsWith("fc.", StringComparison.Ordinal)))
        {
            Assert.That(AreEqual(value, _store.Content[name]), Is.True, name);
        }

        Assert.That(AreEqual(_network.state_dict()["fc.weight"], last), Is.True);
    }

    [Test]
    public void The_option_names_the_file()
    {
        using var network = Network(("weights", "kinetics.pth"));

        Assert.That(AreEqual(network.state_dict()["stem.0.weight"], _store.Content["stem.0.weight"]), Is.True);
    }

    [Test]
    public void A_network_that_a_checkpoint_restores_needs_no_file()
    {
        var context = new BackboneContext([3, 32, 32], 5);
        var named = new OptionValues(R2Plus1dOptions.Schema, new Dictionary<string, object> { ["weights"] = "emptied.pth" });

        Assert.That(() => new R2Plus1dNet(context, named, new StoredTensors()), Throws.TypeOf<MpucException>());
        Assert.That(() => new R2Plus1dNet(context with { IsRestored = true }, named, new StoredTensors()), Throws.Nothing);
    }

    [Test]
    public void Loading_leaves_no_tensor_behind()
    {
        TorchvisionWeights.Load(_network, _store, "kinetics.pth");

        Assert.That(LiveTensors.LeftBy(() => TorchvisionWeights.Load(_network, _store, "kinetics.pth")), Is.Zero);
    }

    [Test]
    public void Counters_may_be_missing()
    {
        foreach (var name in _store.Content.Keys.Where(name => name.EndsWith("num_batches_tracked", StringComparison.Ordinal)).ToArray())
        {
            _store.Content.Remove(name);
        }

        Assert.That(() => TorchvisionWeights.Load(_network, _store, "kinetics.pth"), Throws.Nothing);
    }

    [Test]
    public void A_missing_tensor_is_named()
    {
        _store.Content.Remove("layer2.0.downsample.0.weight");

        AssertRefused("it lacks layer2.0.downsample.0.weight");
    }

    [Test]
    public void An_unknown_tensor_is_named()
    {
        _store.Content.Add("layer5.0.weight", zeros(1));
        _store.Content.Add("layer5.0.bias", zeros(1));

        AssertRefused("it has the unknown layer5.0.weight and 1 more");
    }

    [Test]
    public void A_tensor_of_another_shape_is_named_with_both_shapes()
    {
        _store.Content["stem.0.weight"] = zeros([45, 4, 1, 7, 7]);

        AssertRefused("it has other shapes: stem.0.weight is [45, 4, 1, 7, 7] instead of [45, 3, 1, 7, 7]");
    }

    [Test]
    public void A_refused_file_changes_nothing()
    {
        var before = _network.state_dict()["stem.3.weight"].detach().clone();
        _store.Content.Remove("layer4.1.conv2.1.bias");

        Assert.That(() => TorchvisionWeights.Load(_network, _store, "kinetics.pth"), Throws.TypeOf<MpucException>());
        Assert.That(AreEqual(_network.state_dict()["stem.3.weight"], before), Is.True);
    }

    private static bool AreEqual(Tensor actual, Tensor expected) => actual.eq(expected).all().item<bool>();

    private void AssertRefused(string reason) => Assert.That(
        () => TorchvisionWeights.Load(_network, _store, "kinetics.pth"),
        Throws.TypeOf<MpucException>().With.Message.EqualTo($"'kinetics.pth' does not hold R(2+1)D-18 as torchvision saves it: {reason}."));

    private R2Plus1dNet Network(params (string Name, object Value)[] set) => new(
        new BackboneContext([3, 112, 112], 8),
        new OptionValues(R2Plus1dOptions.Schema, set.ToDictionary(option => option.Name, option => option.Value)),
        _store);
}
