using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Mpuc.EndToEnd.Tests;

public sealed class PluginsTests
{
    private static readonly string[] RequiredKeys = ["id", "version", "contract", "state", "modalities"];

    [Test]
    public void The_built_in_plugins_and_the_sample_of_a_third_party_are_active()
    {
        var run = ProgramRun.Of("plugins", "list", "--json");
        var plugins = run.Json.AsArray().ToDictionary(plugin => plugin!["id"]!.GetValue<string>(), plugin => plugin!.AsObject());
        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.Zero, run.ToString());
            Assert.That(plugins.Keys, Is.SupersetOf(new[] { "mpuc.audio", "samples.vectors" }));
            Assert.That(plugins.Values.SelectMany(plugin => RequiredKeys.Where(key => !plugin.ContainsKey(key))), Is.Empty);
            Assert.That(plugins.Values.Select(plugin => plugin["state"]!.GetValue<string>()), Is.All.EqualTo("active"));
            Assert.That(plugins["samples.vectors"]["modalities"]!.ToJsonString(), Does.Contain("vectors"));
        });
    }

    [Test]
    [Platform("Linux")]
    public void Listing_plugins_does_not_wait_for_the_tensor_library_to_load()
    {
        using var scratch = new Scratch();
        Assert.That(ProgramRun.Of("plugins", "list").ExitCode, Is.Zero, "the first contact of plugins may need tensors");

        var run = ProgramRun.Of(new ProcessStartInfo(Repository.Executable, ["plugins", "list"])
        {
            Environment =
            {
                ["MPUC_PLUGINS"] = Repository.Plugins,
                ["DOTNET_ROOT"] = ProgramRun.DotnetRoot(),
                ["LD_DEBUG"] = "files",
                ["LD_DEBUG_OUTPUT"] = scratch["loaded"],
            },
        });

        var loaded = string.Concat(Directory.GetFiles(scratch.Folder, "loaded.*").Select(File.ReadAllText));
        Assert.That(run.ExitCode, Is.Zero, run.ToString());
        Assert.That(loaded, Does.Contain("libcoreclr.so").And.Not.Contain("libtorch_cpu.so"));
    }

    [Test]
    public void A_plugin_for_another_contract_is_refused_with_both_versions_and_harms_no_other()
    {
        using var scratch = new Scratch();
        CopyPlugin("Vectors", scratch["Vectors"]);
        CopyPlugin("Audio", scratch["Audio"]);
        ContractVersion.Rewrite(Path.Combine(scratch["Vectors"], "Samples.Vectors.dll"), major: 7);

        var run = ProgramRun.WithPlugins(scratch.Folder, "plugins", "list", "--json");
        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.Zero, run.ToString());
            Assert.That(StateOf(run.Json, "mpuc.audio"), Is.EqualTo("active"));
            Assert.That(StateOf(run.Json, "samples.vectors"), Is.Not.EqualTo("active"));
            Assert.That(run.Output, Does.Contain($"7.{ContractVersion.Minor}").And.Contain($"2.{ContractVersion.Minor}"), run.ToString());
        });
    }

    [Test]
    public void A_configuration_that_needs_a_refused_plugin_is_told_why_it_was_refused()
    {
        using var scratch = new Scratch();
        using var set = new TinySet();
        CopyPlugin("Vectors", scratch["Vectors"]);
        CopyPlugin("Audio", scratch["Audio"]);
        ContractVersion.Rewrite(Path.Combine(scratch["Vectors"], "Samples.Vectors.dll"), major: 7);
        var run = ProgramRun.WithPlugins(scratch.Folder, "train", set.Configuration, "--output", set.Output);
        Refusal.LeavesNothing(set, run, $"requires contract 7.{ContractVersion.Minor}", "modalities.face.kind", "vectors");
    }

    [Test]
    public void A_thread_that_a_plugin_leaves_behind_does_not_keep_the_program()
    {
        using var scratch = new Scratch();
        Directory.CreateDirectory(scratch["Faulty"]);
        var fixture = Path.Combine(
            Repository.Root, "artifacts", "fixtures", "Mpuc.Fixtures.Plugins", "release", "foreground-thread", "Faulty.dll");
        File.Copy(fixture, Path.Combine(scratch["Faulty"], "Faulty.dll"));

        var run = ProgramRun.WithPlugins(scratch.Folder, "plugins", "list", "--json");

        Assert.That(run.ExitCode, Is.Zero, run.ToString());
        Assert.That(run.Output, Does.Contain("a thread was left on purpose"));
    }

    [Test]
    public void An_empty_plugin_folder_is_said_to_be_empty()
    {
        using var scratch = new Scratch();
        Directory.CreateDirectory(scratch["Nothing"]);
        var run = ProgramRun.WithPlugins(scratch.Folder, "plugins", "list", "--json");
        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.Zero, run.ToString());
            Assert.That(run.Output + run.Error, Does.Contain("Nothing"), run.ToString());
        });
    }

    [Test]
    public void A_plugin_folder_that_is_not_there_is_refused_with_its_name() =>
        Refusal.Check(ProgramRun.WithPlugins("/nowhere/plugins", "plugins", "list"), "/nowhere/plugins", "MPUC_PLUGINS");

    private static string StateOf(JsonNode list, string id) =>
        list.AsArray().Single(plugin => plugin!["id"]?.GetValue<string>() == id)!["state"]!.GetValue<string>();

    private static void CopyPlugin(string name, string target)
    {
        Directory.CreateDirectory(target);
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Plugins, name)))
        {
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
        }
    }
}
