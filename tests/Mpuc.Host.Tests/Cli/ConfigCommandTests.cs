using System.Text.Json.Nodes;

namespace Mpuc.Host.Tests.Cli;

internal sealed class ConfigCommandTests : CommandLineFixture
{
    private const string Valid = """
        {
          "modalities": { "audio": { "kind": "audio" }, "voice": { "kind": "audio" } },
          "plugins": { "allow": ["ab"] }
        }
        """;

    private const string Wrong = """
        {
          "modalities": { "audio": { "kind": "audio" } },
          "training": { "epocs": 5, "batchSize": -4 }
        }
        """;

    [Test]
    public void Validate_prints_one_line_with_the_modalities()
    {
        var path = Write(Valid);

        Assert.That(Run("config", "validate", path), Is.Zero);
        Assert.That(Output, Is.EqualTo($"{path}: OK, 2 modalities (audio, voice).{Environment.NewLine}"));
        Assert.That(Error, Is.Empty);
    }

    [Test]
    public void Validate_counts_one_modality_as_one()
    {
        Run("config", "validate", Write("""{ "modalities": { "audio": { "kind": "audio" } } }"""));

        Assert.That(Output, Does.Contain("OK, 1 modality (audio)."));
    }

    [Test]
    public void Validate_prints_every_error_to_standard_error_and_fails()
    {
        var path = Write(Wrong);

        Assert.That(Run("config", "validate", path), Is.EqualTo(1));
        Assert.That(Output, Is.Empty);
        Assert.That(Error.TrimEnd().Split('\n'), Is.EqualTo(new[]
        {
            $"{path}:3:17: there is no setting training.epocs; did you mean 'epochs'?",
            $"{path}:3:29: training.batchSize is -4; it must be a whole number of at least 2.",
        }));
    }

    [Test]
    public void Show_prints_the_resolved_configuration_with_its_overrides()
    {
        Assert.That(Run("config", "show", Write(Valid), "--set", "training.epochs=5", "--set", "seed=2"), Is.Zero);

        var shown = JsonNode.Parse(Output)!;
        Assert.That((int?)shown["training"]!["epochs"], Is.EqualTo(5));
        Assert.That((int?)shown["seed"], Is.EqualTo(2));
        Assert.That((string?)shown["modalities"]!["voice"]!["backbone"]!["name"], Is.EqualTo("tcn"));
    }

    [Test]
    public void Show_keeps_letters_readable()
    {
        Run("config", "show", Write(Valid), "--set", "data.label=Gefühl>5");

        Assert.That(Output, Does.Contain("\"Gefühl>5\""));
    }

    [Test]
    public void What_show_prints_validates()
    {
        Run("config", "show", Write(Valid));

        Assert.That(Run("config", "validate", Write(Output)), Is.Zero, Error);
    }

    [Test]
    public void The_plugins_are_opened_as_the_configuration_wants_and_closed_again()
    {
        Run("config", "validate", Write(Valid), "--set", "plugins.folders=[\"/more\"]");

        Assert.That(OpenedWith!.Allow, Is.EqualTo(new[] { "ab" }));
        Assert.That(OpenedWith.Folders, Is.EqualTo(new[] { "/more" }));
        Assert.That(Catalog.IsDisposed);
    }

    [Test]
    public void The_plugins_are_closed_where_the_configuration_is_wrong()
    {
        Run("config", "validate", Write(Wrong));

        Assert.That(Catalog.IsDisposed);
    }

    [Test]
    public void No_plugin_is_opened_for_a_file_that_cannot_be_read()
    {
        Assert.That(Run("config", "validate", Folder.File("none.json")), Is.EqualTo(1));
        Assert.That(Error, Does.EndWith($"none.json: there is no such file; name a configuration in JSON.{Environment.NewLine}"));
        Assert.That(OpenedWith, Is.Null);
    }
}
