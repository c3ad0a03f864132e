namespace Mpuc.Host.Tests.Configuration;

/// <summary>A relative path counts from where it was written.</summary>
internal sealed class PathTests : ConfigurationFixture
{
    private const string Root = """{ "modalities": { "audio": { "kind": "audio" } }, "data": { "root": "../sets/ravdess" } }""";

    [Test]
    public void In_the_file_it_counts_from_the_files_folder() =>
        Assert.That(Load(Root).Data.Root, Is.EqualTo(Path.GetFullPath("../sets/ravdess", Folder.Path)));

    [Test]
    public void On_the_command_line_it_counts_from_the_working_folder() =>
        Assert.That(Load(Root, "data.root=sets/mosi").Data.Root, Is.EqualTo(Path.GetFullPath("sets/mosi")));

    [Test]
    public void In_the_environment_it_counts_from_the_working_folder()
    {
        Variables["MPUC_DATA__ROOT"] = "sets/mosi";

        Assert.That(Load(Root).Data.Root, Is.EqualTo(Path.GetFullPath("sets/mosi")));
    }

    [Test]
    public void An_absolute_path_stays() => Assert.That(Load(Root, "data.root=/sets/mosi").Data.Root, Is.EqualTo("/sets/mosi"));

    [Test]
    public void An_empty_path_stays_empty() => Assert.That(Load(Root, "data.root=").Data.Root, Is.Empty);

    [Test]
    public void A_folder_that_is_named_like_a_number_needs_no_quotes() =>
        Assert.That(Load(Root, "data.root=2024").Data.Root, Is.EqualTo(Path.GetFullPath("2024")));

    [Test]
    public void Paths_in_lists_tables_and_plugin_options_are_resolved_alike()
    {
        var run = Load("""
            {
              "modalities": { "audio": { "kind": "audio", "table": "a.csv", "backbone": { "options": { "weights": "./w.pt" } } } },
              "plugins": { "folders": ["p", "/q"] }
            }
            """);
        var audio = run.Modalities.Single();

        Assert.That(audio.Table, Is.EqualTo(Folder.File("a.csv")));
        Assert.That(audio.BackboneOptions.Get(TestCatalog.Weights), Is.EqualTo(Folder.File("w.pt")));
        Assert.That(run.Plugins.Folders, Is.EqualTo(new[] { Folder.File("p"), "/q" }));
    }

    [TestCase("face-detector", false, "face-detector")]
    [TestCase("face-detector", true, "FOLDER/face-detector")]
    [TestCase("models/w.pt", false, "FOLDER/models/w.pt")]
    [TestCase("/models/w.pt", false, "/models/w.pt")]
    [TestCase("", false, "")]
    public void Weights_are_a_name_unless_they_have_a_folder_or_are_a_file_beside_the_configuration(
        string written, bool exists, string resolved)
    {
        if (exists)
        {
            File.WriteAllText(Folder.File(written), string.Empty);
        }

        var run = Load($$"""
            { "modalities": { "audio": { "kind": "audio", "backbone": { "options": { "weights": "{{written}}" } } } } }
            """);

        var value = run.Modalities.Single().BackboneOptions.Get(TestCatalog.Weights);
        Assert.That(value, Is.EqualTo(resolved.Replace("FOLDER", Folder.Path, StringComparison.Ordinal)));
    }

    [Test]
    public void Without_a_table_there_is_none() => Assert.That(Load(Minimal).Modalities.Single().Table, Is.Null);
}
