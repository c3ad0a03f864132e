using Mpuc.Host.Configuration;
using Mpuc.Host.Training;

namespace Mpuc.Host.Tests.Configuration;

/// <summary>Defaults, file, environment, command line: the later wins.</summary>
internal sealed class LayeringTests : ConfigurationFixture
{
    private const string File = """
        {
          "modalities": { "audio": { "kind": "audio", "options": { "bands": 40 } } },
          "training": { "epochs": 10, "batchSize": 16 },
          "data": { "split": { "test": ["01", "02", "03"] } }
        }
        """;

    [Test]
    public void The_file_wins_over_defaults()
    {
        var run = Load(File);

        Assert.That(run.Training, Is.EqualTo(new TrainingOptions { Epochs = 10, BatchSize = 16 }));
    }

    [Test]
    public void The_environment_wins_over_the_file()
    {
        Variables["MPUC_TRAINING__EPOCHS"] = "20";

        Assert.That(Load(File).Training, Is.EqualTo(new TrainingOptions { Epochs = 20, BatchSize = 16 }));
    }

    [Test]
    public void The_command_line_wins_over_the_environment()
    {
        Variables["MPUC_TRAINING__EPOCHS"] = "20";

        Assert.That(Load(File, "training.epochs=30").Training.Epochs, Is.EqualTo(30));
    }

    [Test]
    public void The_last_of_several_on_the_command_line_wins() =>
        Assert.That(Load(File, "training.epochs=30", "training.epochs=40").Training.Epochs, Is.EqualTo(40));

    [Test]
    public void A_list_is_replaced_as_a_whole() =>
        Assert.That(Load(File, "data.split.test=[\"24\"]").Split.Test, Is.EqualTo(new[] { "24" }));

    [Test]
    public void A_list_can_be_emptied() => Assert.That(Load(File, "data.split.test=[]").Split.Test, Is.Empty);

    [Test]
    public void An_object_is_merged_key_by_key()
    {
        var run = Load(File, """training={ "epochs": 50 }""");

        Assert.That(run.Training, Is.EqualTo(new TrainingOptions { Epochs = 50, BatchSize = 16 }));
    }

    [Test]
    public void A_whole_modality_can_come_from_the_command_line()
    {
        var run = Load(File, """modalities.units={"kind":"vectors","options":{"columns":"all"}}""");

        Assert.That(run.Modalities.Select(modality => modality.Name), Is.EqualTo(new[] { "audio", "units" }));
    }

    [Test]
    public void The_environment_reaches_into_a_modality_whatever_its_case()
    {
        Variables["MPUC_MODALITIES__AUDIO__OPTIONS__BANDS"] = "64";

        Assert.That(Load(File).Modalities.Single().Options.Get(TestCatalog.Bands), Is.EqualTo(64));
    }

    [Test]
    public void What_the_program_itself_reads_from_the_environment_is_no_setting()
    {
        Variables["MPUC_PLUGINS"] = "/plugins";
        Variables["MPUC_PACKAGES"] = "/packages";
        Variables["HOME"] = "/root";

        Assert.That(Load(File).Plugins.Folders, Is.Empty);
    }

    [Test]
    public void A_later_value_heals_an_earlier_one() =>
        Assert.That(Load("""{ "modalities": { "audio": { "kind": "audio" } }, "seed": "x" }""", "seed=3").Seed, Is.EqualTo(3));

    [TestCase("data.label=05", "05")]
    [TestCase("data.label=7", "7")]
    [TestCase("data.label=true", "true")]
    [TestCase("data.label=a=b", "a=b")]
    [TestCase("data.label=\"quoted\"", "quoted")]
    [TestCase("data.label=", "")]
    public void A_text_needs_no_quotes_on_the_command_line(string set, string expected) =>
        Assert.That(Load(Minimal, set).Data.Label, Is.EqualTo(expected));

    [TestCase("data.split.test=03,11,12", new[] { "03", "11", "12" })]
    [TestCase("data.split.test=05", new[] { "05" })]
    [TestCase("data.split.test=5", new[] { "5" })]
    [TestCase("data.split.test=", new string[0])]
    [TestCase("data.split.test=[\"a,b\"]", new[] { "a,b" })]
    public void A_list_needs_no_brackets_on_the_command_line(string set, string[] expected) =>
        Assert.That(Load(Minimal, set).Split.Test, Is.EqualTo(expected));

    [Test]
    public void A_list_of_numbers_needs_no_brackets_either() => Assert.That(
        Load(Minimal, "modalities.audio.backbone.options.dilations=1, 8").Modalities.Single().BackboneOptions.Get(TestCatalog.Dilations),
        Is.EqualTo(new[] { 1, 8 }));

    [TestCase("seed=1e3", 1000)]
    [TestCase("seed=7.0", 7)]
    public void A_whole_number_may_be_written_in_any_way(string set, int expected) =>
        Assert.That(Load(Minimal, set).Seed, Is.EqualTo(expected));

    [TestCase(
        "training.epochs=abc", "--set training.epochs=abc: training.epochs is the text \"abc\"; it must be a whole number of at least 1.")]
    [TestCase("training.epocs=5", "--set training.epocs=5: there is no setting training.epocs; did you mean 'epochs'?")]
    [TestCase("training=5", "--set training=5: training is a number; it must be an object, { ... }.")]
    [TestCase("seed.x=5", "--set seed.x=5: seed is an object; it must be a whole number of at least 0.")]
    [TestCase("seed", "--set seed: this names no value; write KEY=VALUE, such as --set training.epochs=5.")]
    [TestCase("=5", "--set =5: this is not a key such as training.epochs (in the environment MPUC_TRAINING__EPOCHS).")]
    [TestCase(
        "training..epochs=5",
        "--set training..epochs=5: this is not a key such as training.epochs (in the environment MPUC_TRAINING__EPOCHS).")]
    [TestCase(
        "modalities.Audio.kind=audio", "--set modalities.Audio.kind=audio: there is no setting modalities.Audio; did you mean 'audio'?")]
    [TestCase("data.split.test=[5]", "--set data.split.test=[5]: data.split.test[0] is 5; data.split.test must be a list of texts.")]
    [TestCase(
        "modalities.audio.options.mean=1,x",
        "--set modalities.audio.options.mean=1,x: modalities.audio.options.mean[1] is the text \"x\"; modalities.audio.options.mean "
            + "must be a list of numbers.")]
    [TestCase("a:b=1", "--set a:b=1: the key 'a:b' has a colon; write an object inside an object instead.")]
    public void A_mistake_on_the_command_line_is_named_by_the_setting(string set, string expected) =>
        Assert.That(ErrorsOf(Minimal, set), Is.EqualTo(new[] { expected }));

    [TestCase("MPUC_TRAINING__EPOCS", "5", "MPUC_TRAINING__EPOCS: there is no setting training.EPOCS; did you mean 'epochs'?")]
    [TestCase(
        "MPUC_TRAINING__EPOCHS",
        "many",
        "MPUC_TRAINING__EPOCHS: training.epochs is the text \"many\"; it must be a whole number of at least 1.")]
    [TestCase("MPUC_", "5", "MPUC_: this is not a key such as training.epochs (in the environment MPUC_TRAINING__EPOCHS).")]
    [TestCase("MPUC_SEEDS", "5", "MPUC_SEEDS: there is no setting SEEDS; did you mean 'seed'?")]
    public void A_mistake_in_the_environment_is_named_by_the_variable(string name, string value, string expected)
    {
        Variables[name] = value;

        Assert.That(ErrorsOf(Minimal), Is.EqualTo(new[] { expected }));
    }

    [Test]
    public void Errors_in_a_long_setting_quote_its_beginning()
    {
        var set = $"training.epochs=[{string.Join(",", Enumerable.Repeat("[1]", 1000))}]";

        Assert.That(() => Load(File, set), Throws.TypeOf<MpucException>().With.Message.StartsWith($"--set {set[..200]}...: "));
    }

    [Test]
    public void The_plugin_options_can_be_read_before_there_are_plugins()
    {
        System.IO.File.WriteAllText(ConfigurationPath, """{ "modalities": 5, "plugins": { "folders": ["more"] } }""");

        var plugins = ConfigurationLoader.ReadPlugins(ConfigurationPath, ["""plugins.allow=["ab"]"""], Variables);

        Assert.That(plugins.Folders, Is.EqualTo(new[] { Folder.File("more") }));
        Assert.That(plugins.Allow, Is.EqualTo(new[] { "ab" }));
    }

    [Test]
    public void Mistakes_in_the_plugin_options_are_found_before_there_are_plugins()
    {
        System.IO.File.WriteAllText(ConfigurationPath, """{ "plugins": { "folder": [] } }""");

        Assert.That(
            () => ConfigurationLoader.ReadPlugins(ConfigurationPath, [], Variables),
            Throws.TypeOf<MpucException>().With.Message.EndsWith("there is no setting plugins.folder; did you mean 'folders'?"));
    }
}
