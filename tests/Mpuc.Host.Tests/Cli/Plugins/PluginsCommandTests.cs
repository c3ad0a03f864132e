using System.Text.Json;
using System.Text.Json.Nodes;
using Mpuc.Host.Cli;
using Mpuc.Host.Cli.Plugins;
using Mpuc.Host.Tests.Plugins;

namespace Mpuc.Host.Tests.Cli.Plugins;

public sealed class PluginsCommandTests
{
    private static readonly string Contract = typeof(IModalityPlugin).Assembly.GetName().Version!.ToString(2);

    private PluginSandbox _sandbox = null!;

    [SetUp]
    public void MakeSandbox() => _sandbox = new PluginSandbox();

    [TearDown]
    public void DeleteSandbox() => _sandbox.Dispose();

    [Test]
    public void The_list_for_programs_is_an_array_of_objects()
    {
        var good = _sandbox.AddGood();
        _sandbox.AddFaulty("throwing-module");
        _sandbox.Add("Empty");

        var (exitCode, output, _) = Run("list", "--json", "--folder", _sandbox.Root);

        using var json = JsonDocument.Parse(output);
        var plugins = json.RootElement.EnumerateArray().ToDictionary(plugin => Path.GetFileName(plugin.GetProperty("folder").GetString()!));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(exitCode, Is.Zero);
            Assert.That(JsonNode.DeepEquals(JsonNode.Parse(plugins["Good"].GetRawText()), JsonNode.Parse($$"""
                {
                  "id": "fixtures.good", "version": "1.2.3", "contract": "{{Contract}}", "state": "active", "modalities": [ "tones" ],
                  "backbones": [ "tones/plain" ], "folder": "{{good}}", "message": null
                }
                """)), plugins["Good"].GetRawText());
            Assert.That(plugins["Faulty"].GetProperty("state").GetString(), Is.EqualTo("malfunctioned"));
            Assert.That(plugins["Faulty"].GetProperty("message").GetString(), Does.Contain("on purpose"));
            Assert.That(plugins["Empty"].GetProperty("state").GetString(), Is.EqualTo("not-supported"));
            Assert.That(plugins["Empty"].GetProperty("id").ValueKind, Is.EqualTo(JsonValueKind.Null));
        }
    }

    [Test]
    public void The_list_for_people_has_a_row_for_each_plugin_and_a_sentence_for_what_is_wrong()
    {
        _sandbox.AddGood();
        var empty = _sandbox.Add("[Empty]");
        var (exitCode, output, _) = Run("list", "--folder", _sandbox.Root);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(exitCode, Is.Zero);
            Assert.That(output, Does.Match($"fixtures.good +1.2.3 +{Contract} +active +tones +tones/plain +Good"));
            Assert.That(output, Does.Match(@"\? +not-supported +\[Empty\]"));
            Assert.That(output, Does.Contain($"'{empty}' holds no plugin"));
        }
    }

    [Test]
    public void An_empty_list_says_where_it_looked() =>
        Assert.That(Run("list", "--folder", _sandbox.Root).Output, Does.StartWith("There are no plugins in ").And.Contain(_sandbox.Root));

    [Test]
    public void An_inspection_for_programs_tells_everything()
    {
        var (exitCode, output, error) = Run("inspect", _sandbox.Add("Reaching", "reaching/Reaching.dll"), "--json");
        using var json = JsonDocument.Parse(output);
        var plugin = json.RootElement;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(exitCode, Is.Zero);
            Assert.That(error, Is.Empty);
            Assert.That(plugin.GetProperty("id").GetString(), Is.EqualTo("fixtures.reaching"));
            Assert.That(plugin.GetProperty("mainAssembly").GetString(), Is.EqualTo("Reaching.dll"));
            Assert.That(plugin.GetProperty("entryType").GetString(), Is.EqualTo("Fixtures.ReachingPlugin"));
            Assert.That(plugin.GetProperty("nativeImports")[0].GetString(), Is.EqualTo("nothing"));
            var reached = plugin.GetProperty("reaches").GetProperty("processes")[0];
            Assert.That(reached.GetString(), Is.EqualTo("System.Diagnostics.Process.Start"));
            Assert.That(plugin.GetProperty("reaches").GetProperty("code").GetArrayLength(), Is.EqualTo(4));
            Assert.That(plugin.GetProperty("contractRange").GetProperty("least").GetString(), Is.EqualTo(Contract));
            Assert.That(plugin.GetProperty("hostContract").GetString(), Is.EqualTo(Contract));
            Assert.That(plugin.GetProperty("missing").GetArrayLength() + plugin.GetProperty("privateCopies").GetArrayLength(), Is.Zero);
            var autofac = plugin.GetProperty("references").EnumerateArray()
                .Single(reference => reference.GetProperty("name").GetString() == "Autofac");
            Assert.That(autofac.GetProperty("from").GetString(), Is.EqualTo("host"));
        }
    }

    [Test]
    public void An_inspection_for_people_is_a_table()
    {
        var output = Run("inspect", _sandbox.AddGood()).Output;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(output, Does.Match("plugin +fixtures.good 1.2.3"));
            Assert.That(output, Does.Match("refers to, plugin +Words 0.0.0.0"));
            Assert.That(output, Does.Match("SHA-256, folder +[0-9a-f]{64}"));
        }
    }

    [TestCase(false)]
    [TestCase(true)]
    public void Inspecting_a_plugin_that_would_be_refused_fails_with_the_sentence(bool json)
    {
        var folder = _sandbox.Add("Bad", "good/Good.dll");
        var (exitCode, _, error) = Run(json ? ["inspect", folder, "--json"] : ["inspect", folder]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(exitCode, Is.EqualTo(1));
            Assert.That(error, Does.StartWith("Plugin 'fixtures.good' 1.2.3").And.Contain("lacks Words"));
        }
    }

    [Test]
    public void A_test_for_people_is_a_table_with_a_sentence_for_every_broken_promise()
    {
        var (exitCode, output, error) = Run("test", _sandbox.AddGood());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(exitCode, Is.EqualTo(1));
            Assert.That(error, Is.Empty);
            Assert.That(output, Does.Match("plugin +it offers kinds of modality or backbones, .* +passed"));
            Assert.That(output, Does.Match("tones +every choice, switch and least value .* +passed"));
            Assert.That(output, Does.Match("tones/plain +gradients reach every parameter and are finite +not-tried"));
            Assert.That(
                output,
                Does.Contain("plugin: every option has a range or choices, a default among them, and a sentence: Neither a least nor"));
            Assert.That(output, Does.Match(@"There are no recordings of the kind 'tones'; .*conformance\.json"));
            Assert.That(output, Does.Match("[0-9]+ passed, 1 failed, [0-9]+ not tried"));
        }
    }

    [Test]
    public void A_test_for_programs_has_an_object_for_every_promise()
    {
        var (exitCode, output, _) = Run("test", _sandbox.AddGood(), "--json");
        var json = JsonNode.Parse(output)!;
        var checks = json["checks"]!.AsArray();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(exitCode, Is.EqualTo(1));
            Assert.That(json["id"]!.GetValue<string>(), Is.EqualTo("fixtures.good"));
            Assert.That(json["failed"]!.GetValue<int>(), Is.EqualTo(1));
            Assert.That(
                checks.Count(check => check!["outcome"]!.GetValue<string>() == "passed"), Is.EqualTo(json["passed"]!.GetValue<int>()));
            Assert.That(
                checks.Select(check => (string)check!["check"]!),
                Is.SupersetOf(new[] { "plugin.unload", "reading.threads", "features.padding" }));
        }
    }

    [Test]
    public void What_to_try_a_plugin_with_may_lie_elsewhere()
    {
        var samples = Path.Combine(_sandbox.Root, "samples.json");
        File.WriteAllText(samples, """{ "tones": { "recording": [] } }""");

        var (exitCode, _, error) = Run("test", _sandbox.AddGood(), "--samples", samples);

        Assert.That(exitCode, Is.EqualTo(1));
        Assert.That(error, Does.StartWith($"'{samples}': there is no 'tones.recording'; known there: recordings, refused,"));
    }

    [Test]
    public void Samples_that_are_not_there_are_missed()
    {
        var (exitCode, _, error) = Run("test", _sandbox.AddGood(), "--samples", "nowhere.json");

        Assert.That(exitCode, Is.EqualTo(1));
        Assert.That(error.TrimEnd(), Is.EqualTo("There is no file 'nowhere.json'; it must say what to try the plugin with."));
    }

    [Test]
    public void Testing_a_plugin_that_cannot_be_loaded_fails_with_the_sentence()
    {
        var refused = Run("test", _sandbox.Add("Bad", "good/Good.dll"));
        var thrown = Run("test", _sandbox.AddFaulty("throwing-constructor"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That((refused.ExitCode, thrown.ExitCode), Is.EqualTo((1, 1)));
            Assert.That(refused.Error, Does.Contain("lacks Words"));
            Assert.That(thrown.Error, Does.Contain("could not be loaded: InvalidOperationException: the constructor failed on purpose."));
        }
    }

    [TestCase("list")]
    [TestCase("inspect")]
    [TestCase("test")]
    public void The_help_has_an_example(string command) =>
        Assert.That(Run(command, "--help").Output, Does.Match($"Example:\\s+mpuc plugins {command}"));

    private static (int ExitCode, string Output, string Error) Run(params string[] args)
    {
        using StringWriter output = new(), error = new();
        var root = MpucCommandLine.Create(PluginsCommand.Create());
        var exitCode = MpucCommandLine.RunAsync(root, ["plugins", .. args], output, error, CancellationToken.None).GetAwaiter().GetResult();
        return (exitCode, output.ToString(), error.ToString());
    }
}
