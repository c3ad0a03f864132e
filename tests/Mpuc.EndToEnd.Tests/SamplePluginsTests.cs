using System.Globalization;
using System.Text.Json.Nodes;

namespace Mpuc.EndToEnd.Tests;

/// <summary>Third-party plugins as they are used: their folders are put beside others, and nothing else changes.</summary>
internal sealed class SamplePluginsTests
{
    [Test]
    public void Every_plugin_folder_is_small_since_what_the_host_shares_stays_with_the_host()
    {
        foreach (var folder in Directory.GetDirectories(Repository.Plugins))
        {
            var files = Directory.GetFiles(folder, "*", SearchOption.AllDirectories);
            Assert.That(files.Sum(file => new FileInfo(file).Length), Is.LessThan(2_000_000), folder);
            Assert.That(
                files.Select(file => Path.GetFileNameWithoutExtension(file)),
                Has.None.AnyOf(
                    "TorchSharp",
                    "Autofac",
                    "Serilog",
                    "Mpuc.Abstractions",
                    "Mpuc.Kernels",
                    "SkiaSharp",
                    "libSkiaSharp",
                    "Google.Protobuf"),
                folder);
        }
    }

    [Test]
    public void Two_plugins_with_different_versions_of_one_library_read_side_by_side()
    {
        using var scratch = new Scratch();
        using var set = new TinySet();
        Install(scratch, "Audio", "Vectors", "Physiology", "Cepstrum");
        AddHeartRates(set);
        set.Configure(json =>
        {
            json["modalities"]!["voice"]!["backbone"] = new JsonObject
            {
                ["name"] = "cepstrum",
                ["options"] = new JsonObject { ["coefficients"] = 8 },
            };
            json["modalities"]!["body"] = new JsonObject { ["kind"] = "physiology", ["source"] = "body" };
        });

        var versions = new[] { "Vectors", "Physiology" }.Select(name => LibraryOf(Path.Combine(scratch.Folder, name), "CsvHelper"));
        Assert.That(versions, Is.EqualTo(new[] { "34.0.0.0", "33.0.0.0" }));
        Succeeds(ProgramRun.WithPlugins(scratch.Folder, "train", set.Configuration, "--output", set.Output));
        Assert.That(
            PluginsOf(set.Output),
            Is.EquivalentTo(
                new[] { "mpuc.audio/samples.cepstrum", "samples.vectors/samples.vectors", "samples.physiology/samples.physiology" }));
    }

    [Test]
    public void A_plugin_that_is_put_beside_the_others_changes_no_weight_of_a_run_without_it()
    {
        using var scratch = new Scratch();
        using var set = new TinySet();
        Install(scratch, "Audio", "Vectors");
        Succeeds(ProgramRun.WithPlugins(scratch.Folder, "train", set.Configuration, "--output", set["before"]));
        Install(scratch, "Physiology", "Cepstrum");
        Succeeds(ProgramRun.WithPlugins(scratch.Folder, "train", set.Configuration, "--output", set["after"]));

        Assert.That(LossOf(set["after"]), Is.EqualTo(LossOf(set["before"])));
    }

    [Test]
    public void A_backbone_can_be_named_as_soon_as_its_plugin_is_there_and_no_longer_when_it_is_gone()
    {
        using var scratch = new Scratch();
        using var set = new TinySet();
        Install(scratch, "Audio", "Vectors");
        set.Configure(json =>
            json["modalities"]!["voice"]!["backbone"] = new JsonObject
            {
                ["name"] = "cepstrum",
                ["options"] = new JsonObject { ["coefficients"] = 8 },
            });

        var without = ProgramRun.WithPlugins(scratch.Folder, "config", "validate", set.Configuration);
        Install(scratch, "Cepstrum");
        var with = ProgramRun.WithPlugins(scratch.Folder, "config", "validate", set.Configuration);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(without.ExitCode, Is.EqualTo(1));
            Assert.That(without.Error, Does.Contain("modalities.voice.backbone.name").And.Contain("tcn").And.Contain("conv"));
            Succeeds(with);
        }
    }

    [Test]
    public void Every_sample_keeps_the_promises_of_the_contract_in_the_program([Values("Vectors", "Physiology", "Cepstrum")] string name)
    {
        var run = ProgramRun.Of("plugins", "test", Path.Combine(Repository.Plugins, name), "--json");
        Succeeds(run);
        Assert.That(run.Json["notTried"]!.GetValue<int>(), Is.Zero);
    }

    private static void Install(Scratch scratch, params string[] plugins)
    {
        foreach (var plugin in plugins)
        {
            var from = Path.Combine(Repository.Plugins, plugin);
            foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
            {
                var target = Path.Combine(scratch[plugin], Path.GetRelativePath(from, file));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(file, target);
            }
        }
    }

    // A file of three seconds for each recording, and a column of the manifest that names it.
    private static void AddHeartRates(TinySet set)
    {
        var lines = File.ReadAllLines(set.Manifest);
        for (var row = 1; row < lines.Length; row++)
        {
            var id = lines[row].Split(',')[0];
            var rates = Enumerable.Range(0, 12).Select(sample =>
                string.Create(CultureInfo.InvariantCulture, $"{sample / 4.0},{60 + row + (sample % 3)}"));
            File.WriteAllLines(set[id + ".body.csv"], ["time,heartRate", .. rates]);
            lines[row] += $",{id}.body.csv";
        }

        lines[0] += ",source.body";
        File.WriteAllLines(set.Manifest, lines);
    }

    private static string LibraryOf(string folder, string library) =>
        ProgramRun.Of("plugins", "inspect", folder, "--json").Json["references"]!.AsArray()
        .Single(reference =>
            (string)reference!["name"]! == library && (string)reference["from"]! == "plugin")!["version"]!.GetValue<string>();

    private static IEnumerable<string> PluginsOf(string run) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(run, "manifest.json")))!["modalities"]!.AsArray()
        .Select(modality => $"{modality!["plugin"]!["id"]}/{modality["backbonePlugin"]!["id"]}");

    private static double LossOf(string run) =>
        JsonNode.Parse(File.ReadLines(Path.Combine(run, "metrics.jsonl")).Last())!["loss"]!.GetValue<double>();

    private static void Succeeds(ProgramRun run) => Assert.That(run.ExitCode, Is.Zero, run.ToString());
}
