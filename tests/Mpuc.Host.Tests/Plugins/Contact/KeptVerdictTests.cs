using System.Text.Json.Nodes;
using Mpuc.Host.Cli;
using Mpuc.Host.Cli.Plugins;
using Mpuc.Host.Plugins;
using Mpuc.Host.Plugins.Contact;
using Mpuc.Host.Plugins.Inspection;

namespace Mpuc.Host.Tests.Plugins.Contact;

/// <summary>A plugin is tried once, and again only when its files have changed or nothing is known of it.</summary>
public sealed class KeptVerdictTests
{
    private ContactSandbox _sandbox = null!;

    [SetUp]
    public void MakeSandbox() => _sandbox = new ContactSandbox();

    [TearDown]
    public void DeleteSandbox() => _sandbox.Dispose();

    [TestCase("never")]
    [TestCase("forward")]
    public void A_plugin_is_tried_once(string fault)
    {
        _sandbox.Add(fault);
        var first = _sandbox.Load();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(_sandbox.Load(), Is.EqualTo(first));
            Assert.That(_sandbox.Starts, Is.EqualTo(1));
            Assert.That(_sandbox.Verdicts.Count(), Is.EqualTo(1));
        }
    }

    [TestCase("{ \"verdict\": \"passed\", \"verdict\": \"passed\" }")]
    [TestCase("{ \"verdict\": \"failed\", \"fault\": \"\\ud800\" }")]
    [TestCase("{ \"verdict\": 1 }")]
    [TestCase("[")]
    public void A_verdict_that_cannot_be_read_is_none(string content)
    {
        using var folder = new TemporaryFolder();
        var verdicts = new ContactVerdicts(folder.Path);
        verdicts.Keep("ab", ContactVerdict.Passed);
        Assert.That(verdicts.Find("ab"), Is.EqualTo(ContactVerdict.Passed));

        File.WriteAllText(verdicts.PathOf("ab"), content);

        Assert.That(verdicts.Find("ab"), Is.Null);
    }

    [Test]
    public void Changed_files_are_tried_again()
    {
        var folder = _sandbox.Add("never");
        Keep(folder, ContactVerdict.Passed);
        Assert.That(_sandbox.Load().State, Is.EqualTo(PluginState.Active));
        Assert.That(_sandbox.Starts, Is.Zero);

        Directory.Delete(folder, recursive: true);
        _sandbox.Add("forward");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(_sandbox.Load().State, Is.EqualTo(PluginState.Malfunctioned));
            Assert.That(_sandbox.Starts, Is.EqualTo(1));
        }
    }

    [TestCase("")]
    [TestCase("null")]
    [TestCase("[]")]
    [TestCase("{ \"verdict\": \"passed\"")]
    [TestCase("{ \"verdict\": 3 }")]
    [TestCase("{ \"verdict\": \"failed\", \"fault\": null }")]
    [TestCase("{ \"verdict\": \"passed\", \"fault\": \"and yet\" }")]
    public void A_damaged_verdict_is_none(string content)
    {
        var folder = _sandbox.Add("never");
        Keep(folder, ContactVerdict.Passed);
        Assert.That(Known(folder), Is.EqualTo(ContactVerdict.Passed));
        File.WriteAllText(_sandbox.Verdicts.Single(), content);
        Assert.That(Known(folder), Is.Null);
    }

    [Test]
    public void After_a_damaged_verdict_the_plugin_is_tried_again()
    {
        var folder = _sandbox.Add("never");
        Keep(folder, new ContactVerdict("failed once."));
        File.WriteAllText(_sandbox.Verdicts.Single(), "{");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(_sandbox.Load().State, Is.EqualTo(PluginState.Active));
            Assert.That(_sandbox.Starts, Is.EqualTo(1));
            Assert.That(Known(folder), Is.EqualTo(ContactVerdict.Passed));
        }
    }

    [Test]
    public void An_inspection_tells_the_verdict_and_tries_nothing()
    {
        var folder = _sandbox.Add("never");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Inspect(folder), Is.Null);
            Keep(folder, ContactVerdict.Passed);
            Assert.That(Inspect(folder), Is.EqualTo("passed"));
            Keep(folder, new ContactVerdict("ended the process at first contact (here): so it was."));
            Assert.That(Inspect(folder), Is.EqualTo("ended the process at first contact (here): so it was."));
            Assert.That(_sandbox.Starts, Is.Zero);
        }
    }

    [Test]
    public void A_test_of_a_plugin_that_ends_the_process_says_so()
    {
        var folder = _sandbox.Add("forward");
        Keep(folder, new ContactVerdict("ended the process here."));
        var (exitCode, _, error) = Run("test", folder);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(exitCode, Is.EqualTo(1));
            Assert.That(error, Does.StartWith($"Plugin 'fixtures.ending' 0.0.0.0 in '{folder}' ended the process here."));
        }
    }

    private void Keep(string folder, ContactVerdict verdict) =>
        new ContactVerdicts(_sandbox.VerdictFolder).Keep(Inspection(folder).FolderSha256!, verdict);

    private ContactVerdict? Known(string folder) => _sandbox.Contact.Known(Inspection(folder));

    private static PluginInspection Inspection(string folder) => new PluginInspector(HostSurface.Current).Inspect(folder);

    private string? Inspect(string folder) => (string?)JsonNode.Parse(Run("inspect", folder, "--json").Output)!["firstContact"];

    private (int ExitCode, string Output, string Error) Run(params string[] args)
    {
        using StringWriter output = new(), error = new();
        var root = MpucCommandLine.Create(PluginsCommand.Create(_sandbox.Contact));
        var run = MpucCommandLine.RunAsync(root, ["plugins", .. args], output, error, CancellationToken.None);
        return (run.GetAwaiter().GetResult(), output.ToString(), error.ToString());
    }
}
