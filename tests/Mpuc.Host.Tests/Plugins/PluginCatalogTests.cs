using Mpuc.Host.Modalities;
using Mpuc.Host.Plugins;

namespace Mpuc.Host.Tests.Plugins;

public sealed class PluginCatalogTests
{
    private PluginSandbox _sandbox = null!;
    private PluginCatalog? _catalog;

    private PluginCatalog Catalog => _catalog ??= _sandbox.Discover();

    [SetUp]
    public void MakeSandbox() => _sandbox = new PluginSandbox();

    [TearDown]
    public void DeleteSandbox()
    {
        _catalog?.Dispose();
        _catalog = null;
        _sandbox.Dispose();
    }

    [Test]
    public void A_plugin_is_active_and_offers_what_it_registers()
    {
        _sandbox.AddGood();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Catalog.Modalities.Select(modality => modality.Kind), Is.EqualTo(new[] { "tones" }));
            Assert.That(Catalog.Modalities[0].Description, Is.EqualTo("Tones, described by a private dependency."));
            Assert.That(Catalog.Backbones.Select(backbone => backbone.Key), Is.EqualTo(new[] { "tones/plain" }));
            Assert.That(Catalog.Entries.Single().State, Is.EqualTo(PluginState.Active));
        }
    }

    [Test]
    public void Discovering_a_plugin_runs_none_of_its_code()
    {
        _sandbox.AddGood();
        var loaded = new List<string?>();
        AppDomain.CurrentDomain.AssemblyLoad += Remember;
        var entry = Catalog.Entries.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(entry.State, Is.EqualTo(PluginState.Active));
            Assert.That(entry.Loaded, Is.Null);
            Assert.That(loaded, Has.None.EqualTo("Good"));
        }

        Catalog.Load();
        AppDomain.CurrentDomain.AssemblyLoad -= Remember;
        Assert.That(loaded, Has.One.EqualTo("Good"));

        void Remember(object? sender, AssemblyLoadEventArgs e) => loaded.Add(e.LoadedAssembly.GetName().Name);
    }

    [Test]
    public void A_modality_gets_its_options_and_says_where_it_comes_from()
    {
        _sandbox.AddGood();
        var modality = Catalog.Create(Settings(count: 7));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(modality.Encoder.WindowFrames(1), Is.EqualTo(7));
            Assert.That(modality.Name, Is.EqualTo("bells"));
            Assert.That(modality.Plugin.Id, Is.EqualTo("fixtures.good"));
            Assert.That(modality.Plugin.Version, Is.EqualTo("1.2.3"));
            Assert.That(modality.Plugin.Sha256, Has.Length.EqualTo(64));
            Assert.That(modality.BackbonePlugin, Is.EqualTo(modality.Plugin));
        }
    }

    [Test]
    public void Two_modalities_of_one_kind_have_encoders_of_their_own()
    {
        _sandbox.AddGood();
        var first = Catalog.Create(Settings(count: 1));
        var second = Catalog.Create(Settings(count: 2));
        Assert.That(new[] { first.Encoder.WindowFrames(1), second.Encoder.WindowFrames(1) }, Is.EqualTo(new[] { 1, 2 }));
    }

    [Test]
    public void A_backbone_of_another_plugin_serves_the_modality()
    {
        _sandbox.AddGood();
        _sandbox.Add("Extra", "extra/Extra.dll");
        var modality = Catalog.Create(Settings() with { Backbone = "wide", BackboneOptions = new OptionValues(OptionSchema.Empty) });
        using var backbone = modality.CreateBackbone(new BackboneContext([4], 8));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(modality.Plugin.Id, Is.EqualTo("fixtures.good"));
            Assert.That(modality.BackbonePlugin.Id, Is.EqualTo("fixtures.extra"));
            Assert.That(backbone.GetType().Name, Is.EqualTo("ExtraBackbone"));
        }
    }

    [Test]
    public void Every_backbone_is_a_new_one()
    {
        _sandbox.AddGood();
        var modality = Catalog.Create(Settings());
        using var first = modality.CreateBackbone(new BackboneContext([4], 8));
        using var second = modality.CreateBackbone(new BackboneContext([4], 8));
        Assert.That(second, Is.Not.SameAs(first));
    }

    [Test]
    public void An_encoder_that_cannot_be_made_is_reported_with_its_plugin()
    {
        _sandbox.AddGood();
        Assert.That(() => Catalog.Create(Settings(count: -1)), Throws.TypeOf<MpucException>().With.Message.EqualTo(
            "Plugin 'fixtures.good' 1.2.3 could not make the encoder of modality 'bells': 'count' must not be negative."));
    }

    [Test]
    public void A_backbone_that_cannot_be_made_is_reported_with_its_plugin()
    {
        _sandbox.AddGood();
        var modality = Catalog.Create(Settings(fail: true));
        Assert.That(() => modality.CreateBackbone(new BackboneContext([4], 8)), Throws.TypeOf<MpucException>().With.Message.EqualTo(
            "Plugin 'fixtures.good' 1.2.3 could not make the backbone 'plain' of modality 'bells': "
            + "InvalidOperationException: no weights today."));
    }

    [Test]
    public void An_unknown_kind_is_answered_with_the_nearest_one()
    {
        _sandbox.AddGood();
        Assert.That(() => Catalog.Create(Settings() with { Kind = "tonse" }), Throws.TypeOf<MpucException>().With.Message.EqualTo(
            "No plugin offers the modality kind 'tonse'; did you mean 'tones'?"));
    }

    [Test]
    public void An_unknown_backbone_is_answered_with_those_of_its_kind()
    {
        _sandbox.AddGood();
        _sandbox.Add("Extra", "extra/Extra.dll");
        var settings = Settings() with { Backbone = "convolutional" };
        Assert.That(() => Catalog.Create(settings), Throws.TypeOf<MpucException>().With.Message.EqualTo(
            "No plugin offers the backbone 'convolutional' for the kind 'tones'; there are wide, plain."));
    }

    [Test]
    public void A_kind_whose_plugin_failed_is_answered_with_a_pointer_to_the_list()
    {
        _sandbox.AddFaulty("throwing-module");
        Assert.That(() => Catalog.Create(Settings()), Throws.TypeOf<MpucException>().With.Message.EqualTo(
            "No plugin offers the modality kind 'tones'; none is offered, and 1 plugin is not active ('mpuc plugins list' says why)."));
    }

    [Test]
    public void Several_failed_plugins_are_counted()
    {
        _sandbox.AddFaulty("throwing-module");
        _sandbox.Add("Empty");
        Assert.That(() => Catalog.Create(Settings()), Throws.TypeOf<MpucException>().With.Message.EqualTo(
            "No plugin offers the modality kind 'tones'; none is offered, and 2 plugins are not active ('mpuc plugins list' says why)."));
    }

    [Test]
    public void Plugins_are_loaded_once_however_many_threads_ask()
    {
        _sandbox.AddGood();
        var loads = 0;
        AppDomain.CurrentDomain.AssemblyLoad += Count;
        var catalog = Catalog;
        var kinds = ParallelEnumerable.Range(0, 16).WithDegreeOfParallelism(8).Select(_ => catalog.Modalities.Single().Kind).ToArray();
        AppDomain.CurrentDomain.AssemblyLoad -= Count;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(kinds, Has.All.EqualTo("tones"));
            Assert.That(loads, Is.EqualTo(1));
        }

        void Count(object? sender, AssemblyLoadEventArgs e) => loads += e.LoadedAssembly.GetName().Name == "Good" ? 1 : 0;
    }

    [Test]
    public void A_kind_that_two_plugins_offer_is_the_first_ones_and_the_second_is_told()
    {
        var good = _sandbox.AddGood();
        var other = _sandbox.AddFaulty("no-default-backbone", "Other");
        Catalog.Load();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Catalog.Entries.Select(entry => entry.State), Is.EqualTo(new[] { PluginState.Active, PluginState.Superseded }));
            Assert.That(Catalog.Entries[1].Message, Is.EqualTo(
                $"Plugin 'fixtures.faulty' 0.0.0.0 in '{other}' offers the modality 'tones', "
                + $"which plugin 'fixtures.good' in '{good}' offers already; remove one of them."));
            Assert.That(Catalog.Modalities, Has.Count.EqualTo(1));
        }
    }

    [Test]
    public void A_kind_whose_default_backbone_nobody_offers_takes_its_plugin_out_of_service()
    {
        var folder = _sandbox.AddFaulty("no-default-backbone");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Catalog.Modalities, Is.Empty);
            Assert.That(Catalog.Entries[0].State, Is.EqualTo(PluginState.Malfunctioned));
            Assert.That(Catalog.Entries[0].Message, Is.EqualTo(
                $"Plugin 'fixtures.faulty' 0.0.0.0 in '{folder}' offers the modality 'tones' with the default backbone 'none', "
                + "which no plugin offers."));
        }
    }

    [Test]
    public void An_encoder_that_fails_while_reading_is_reported_with_its_plugin_and_the_file()
    {
        _sandbox.AddGood();
        var encoder = Catalog.Create(Settings()).Encoder;
        var source = new ModalitySource("/bell.tone");
        Assert.That(() => encoder.ReadAsync(source, CancellationToken.None), Throws.TypeOf<MpucException>().With.Message.EqualTo(
            "Plugin 'fixtures.good' 1.2.3 could not read '/bell.tone': NotSupportedException: tones cannot be read."));
    }

    [Test]
    public void A_cancelled_reading_is_no_fault_of_the_plugin()
    {
        _sandbox.AddGood();
        var encoder = Catalog.Create(Settings()).Encoder;
        var source = new ModalitySource("/bell.tone");
        Assert.That(
            () => encoder.ReadAsync(source, new CancellationToken(canceled: true)), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public void Disposing_the_catalog_disposes_its_encoders_and_ends_its_modalities()
    {
        _sandbox.AddGood();
        var modality = Catalog.Create(Settings());
        _sandbox.Logged.Clear();
        Catalog.Dispose();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(_sandbox.Logged, Is.EqualTo(new[] { "The tones' encoder is disposed" }));
            Assert.That(() => modality.CreateBackbone(new BackboneContext([4], 8)), Throws.TypeOf<ObjectDisposedException>());
        }
    }

    [Test]
    public void An_encoder_that_refuses_to_be_disposed_is_reported_and_stops_nothing()
    {
        _sandbox.AddGood();
        Catalog.Create(Settings(count: 100));
        Catalog.Dispose();
        Assert.That(_sandbox.Logged, Has.One.EqualTo(
            "A plugin failed while it was unloaded: InvalidOperationException: the tones ring on"));
    }

    [Test]
    public void The_files_of_a_loaded_plugin_can_be_deleted()
    {
        var folder = _sandbox.AddGood();
        var modality = Catalog.Create(Settings());
        Directory.Delete(folder, recursive: true);
        using var backbone = modality.CreateBackbone(new BackboneContext([4], 8));
        Assert.That(backbone.GetType().Assembly.Location, Does.Not.StartWith(folder));
    }

    private ModalitySettings Settings(int count = 3, bool fail = false) => new()
    {
        Name = "bells",
        Kind = "tones",
        Source = "bells",
        Normalization = Normalization.None,
        Backbone = "plain",
        Options = Values(Catalog.Modalities.FirstOrDefault(modality => modality.Kind == "tones")?.Options, "count", count),
        BackboneOptions = Values(Catalog.Backbones.FirstOrDefault(backbone => backbone.Name == "plain")?.Options, "fail", fail),
    };

    private static OptionValues Values(OptionSchema? schema, string name, object value) => schema?.Find(name) is null
        ? new OptionValues(OptionSchema.Empty)
        : new OptionValues(schema, new Dictionary<string, object> { [name] = value });
}
