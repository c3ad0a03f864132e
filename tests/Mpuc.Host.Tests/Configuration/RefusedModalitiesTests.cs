namespace Mpuc.Host.Tests.Configuration;

internal sealed class RefusedModalitiesTests : ConfigurationFixture
{
    [Test]
    public void A_configuration_without_modalities_is_refused() => Assert.That(
        ErrorsOf("{}"),
        Is.EqualTo(
            new[] { "run.json: modalities names nothing; it needs at least one entry, such as \"audio\": { \"kind\": \"audio\" }." }));

    [Test]
    public void Empty_modalities_are_refused_with_an_example() => Assert.That(
        ErrorsOf("""{ "modalities": {} }"""),
        Is.EqualTo(
            new[] { "run.json:1:3: modalities names nothing; it needs at least one entry, such as \"audio\": { \"kind\": \"audio\" }." }));

    [Test]
    public void One_modality_is_a_configuration() => Assert.That(Load(Minimal).Modalities, Has.Count.EqualTo(1));

    [Test]
    public void A_modality_without_a_kind_is_refused() => Assert.That(
        ErrorsOf("""{ "modalities": { "voice": {} } }"""),
        Is.EqualTo(new[] { "run.json:1:19: modalities.voice.kind is missing; it must be one of audio, vectors." }));

    [Test]
    public void An_unknown_kind_is_refused_with_the_nearest() => Assert.That(
        ErrorsOf("""{ "modalities": { "voice": { "kind": "adio" } } }"""),
        Is.EqualTo(new[]
        {
            "run.json:1:30: modalities.voice.kind is the text \"adio\"; it must be one of audio, vectors; did you mean 'audio'?",
        }));

    [Test]
    public void An_unknown_backbone_is_refused_with_those_of_the_kind() => Assert.That(
        ErrorsOf("""{ "modalities": { "voice": { "kind": "audio", "backbone": { "name": "mlp" } } } }"""),
        Is.EqualTo(new[] { "run.json:1:61: modalities.voice.backbone.name is the text \"mlp\"; it must be one of tcn, mean." }));

    [Test]
    public void A_required_option_of_a_plugin_is_asked_for() => Assert.That(
        ErrorsOf("""{ "modalities": { "units": { "kind": "vectors", "options": {} } } }"""),
        Is.EqualTo(new[] { "run.json:1:49: modalities.units.options.columns is missing; it must be a text." }));

    [Test]
    public void A_required_option_is_asked_for_where_its_whole_section_is_missing() => Assert.That(
        ErrorsOf("""{ "modalities": { "units": { "kind": "vectors" } } }"""),
        Is.EqualTo(new[] { "run.json:1:19: modalities.units.options.columns is missing; it must be a text." }));

    [Test]
    public void Options_of_another_kind_are_unknown() => Assert.That(
        ErrorsOf("""{ "modalities": { "voice": { "kind": "audio", "options": { "columns": "a" } } } }"""),
        Is.EqualTo(new[] { "run.json:1:60: there is no setting modalities.voice.options.columns; known here: bands, scale, mean." }));

    [TestCase("a.b")]
    [TestCase("1st")]
    [TestCase("")]
    [TestCase("a b")]
    [TestCase("ä")]
    public void A_name_that_could_not_be_part_of_a_key_is_refused(string name) => Assert.That(
        ErrorsOf($$"""{ "modalities": { "{{name}}": { "kind": "audio" } } }"""),
        Is.EqualTo(new[]
        {
            $"run.json:1:19: '{name}' is no name for modalities; a name is a letter and then up to 63 letters, digits, '-' or '_'.",
        }));

    [Test]
    public void Without_any_plugin_the_message_says_so()
    {
        File.WriteAllText(ConfigurationPath, Minimal);
        var exception = Assert.Throws<MpucException>(() => LoadFile(new TestCatalog { Modalities = [], Backbones = [] }))!;

        Assert.That(
            exception.Message,
            Does.EndWith("modalities.audio cannot be read, for no active plugin offers any kind of modality; see 'mpuc plugins list'."));
    }

    [Test]
    public void A_default_backbone_that_no_active_plugin_offers_must_be_replaced_by_name()
    {
        File.WriteAllText(ConfigurationPath, Minimal);
        var catalog = new TestCatalog();
        var exception = Assert.Throws<MpucException>(() =>
            LoadFile(new TestCatalog { Backbones = [.. catalog.Backbones.Where(backbone => backbone.Name == "mean")] }))!;

        Assert.That(exception.Message, Does.EndWith("modalities.audio.backbone.name is missing; it must be one of mean."));
    }

    [Test]
    public void A_kind_without_any_backbone_cannot_be_used()
    {
        File.WriteAllText(ConfigurationPath, Minimal);
        var exception = Assert.Throws<MpucException>(() => LoadFile(new TestCatalog { Backbones = [] }))!;

        Assert.That(
            exception.Message,
            Does.EndWith("modalities.audio.backbone cannot be read, for no active plugin offers a backbone for the kind audio."));
    }

    [Test]
    public void An_unknown_pair_is_refused_with_the_nearest() => Assert.That(
        ErrorsOf("""
            {
              "modalities": { "audio": { "kind": "audio" }, "units": { "kind": "vectors", "options": { "columns": "a" } } },
              "objective": { "pairWeights": { "audio>unit": 2, "units>audio": -1 } }
            }
            """),
        Is.EqualTo(new[]
        {
            "run.json:3:35: there is no setting objective.pairWeights['audio>unit']; did you mean 'audio>units'?",
            "run.json:3:52: objective.pairWeights['units>audio'] is -1; it must be a number from 0 to 1000000.",
        }));
}
