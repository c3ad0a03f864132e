using System.Text.Json.Nodes;
using Mpuc.Host.Plugins;
using Mpuc.Host.Plugins.Inspection;

namespace Mpuc.Host.Tests.Plugins.Inspection;

/// <summary>A manifest that the runtime cannot read ends the process, so each of these would end the test run if it came through.</summary>
public sealed class DependencyManifestTests
{
    private const string Framework = ".NETCoreApp,Version=v10.0";
    private PluginSandbox _sandbox = null!;
    private string _folder = null!;

    private string ManifestPath => Path.Combine(_folder, "Good.deps.json");

    [SetUp]
    public void MakePlugin()
    {
        _sandbox = new PluginSandbox();
        _folder = _sandbox.AddGood();
    }

    [TearDown]
    public void DeleteSandbox() => _sandbox.Dispose();

    [Test]
    public void A_manifest_as_the_SDK_writes_it_is_no_obstacle() => AssertLoads(Manifest());

    [Test]
    public void A_manifest_may_name_its_framework_in_either_form()
    {
        var manifest = Manifest();
        manifest["runtimeTarget"] = Framework;
        AssertLoads(manifest);
    }

    [TestCase("../../outside.dll")]
    [TestCase("/outside.dll")]
    [TestCase("lib\\..\\..\\outside.dll")]
    public void An_asset_out_of_the_folder_is_refused(string asset)
    {
        var manifest = Manifest();
        Library(manifest, "targets", Framework)["runtime"] = new JsonObject { [asset] = new JsonObject() };
        AssertRefused(manifest.ToJsonString(), Is.EqualTo(
            $"'{ManifestPath}' names '{asset}', a path out of the plugin's folder; put the file into the folder and build again."));
    }

    [Test]
    public void A_local_path_out_of_the_folder_is_refused()
    {
        var manifest = Manifest();
        var asset = new JsonObject { ["localPath"] = "../Words.dll" };
        Library(manifest, "targets", Framework)["runtime"] = new JsonObject { ["Words.dll"] = asset };
        AssertRefused(manifest.ToJsonString(), Does.Contain("names '../Words.dll', a path out of the plugin's folder"));
    }

    [Test]
    public void A_library_path_out_of_the_folder_is_refused()
    {
        var manifest = Manifest();
        Library(manifest, "libraries")["path"] = "../words";
        AssertRefused(manifest.ToJsonString(), Does.Contain("names '../words', a path out of the plugin's folder"));
    }

    [TestCase("type")]
    [TestCase("serviceable")]
    [TestCase("sha512")]
    public void A_library_without_a_member_that_the_runtime_reads_is_refused(string member)
    {
        var missing = Manifest();
        Library(missing, "libraries").Remove(member);
        AssertDamaged(missing.ToJsonString());

        var wrong = Manifest();
        Library(wrong, "libraries")[member] = new JsonArray();
        AssertDamaged(wrong.ToJsonString());
    }

    [TestCase("rid")]
    [TestCase("assetType")]
    public void An_asset_of_one_platform_without_a_member_that_the_runtime_reads_is_refused(string member)
    {
        var asset = new JsonObject { ["rid"] = "linux-x64", ["assetType"] = "native" };
        asset.Remove(member);
        var manifest = Manifest();
        Library(manifest, "targets", Framework)["runtimeTargets"] = new JsonObject { ["runtimes/linux-x64/native/libwords.so"] = asset };
        AssertDamaged(manifest.ToJsonString());
    }

    [TestCase("runtimeTarget")]
    [TestCase("targets")]
    [TestCase("libraries")]
    public void A_manifest_without_a_section_that_the_runtime_reads_is_refused(string section)
    {
        var manifest = Manifest();
        manifest.Remove(section);
        AssertDamaged(manifest.ToJsonString());
    }

    [TestCase("")]
    [TestCase("[]")]
    [TestCase("{ \"targets\": ")]
    [TestCase("{ \"runtimeTarget\": null }")]
    [TestCase("{ \"runtimeTarget\": { \"name\": 1 }, \"targets\": {}, \"libraries\": {} }")]
    [TestCase("{ \"runtimeTarget\": \"x\", \"targets\": {}, \"libraries\": {} }", Description = "no such target")]
    [TestCase("{ \"runtimeTarget\": \"x\", \"targets\": { \"x\": [] }, \"libraries\": {} }")]
    [TestCase("{ \"runtimeTarget\": \"x\", \"targets\": { \"x\": { \"a\": 1 } }, \"libraries\": {} }")]
    [TestCase("{ \"runtimeTarget\": \"x\", \"targets\": { \"x\": { \"a\": { \"runtime\": { \"b\": 1 } } } }, \"libraries\": {} }")]
    [TestCase("{ \"runtimeTarget\": \"x\", \"targets\": { \"x\": {} }, \"targets\": {}, \"libraries\": {} }", Description = "a key twice")]
    public void A_damaged_manifest_is_refused(string json) => AssertDamaged(json);

    [Test]
    public void A_zero_character_in_a_path_is_refused()
    {
        var manifest = Manifest();
        Library(manifest, "targets", Framework)["runtime"] = new JsonObject { ["..\0.dll"] = new JsonObject() };
        AssertDamaged(manifest.ToJsonString());
    }

    private static JsonObject Manifest() => JsonNode.Parse($$"""
        {
          "runtimeTarget": { "name": "{{Framework}}", "signature": "" },
          "compilationOptions": {},
          "targets": {
            "{{Framework}}": {
              "Good/1.2.3": { "dependencies": { "Words": "1.0.0" }, "runtime": { "Good.dll": {} } },
              "Words/1.0.0": { "runtime": { "lib/net10.0/Words.dll": { "assemblyVersion": "0.0.0.0", "fileVersion": "0.0.0.0" } } }
            }
          },
          "libraries": {
            "Good/1.2.3": { "type": "project", "serviceable": false, "sha512": "" },
            "Words/1.0.0": { "type": "package", "serviceable": true, "sha512": "sha512-0", "path": "words/1.0.0", "hashPath": "words.sha512" }
          }
        }
        """)!.AsObject();

    private static JsonObject Library(JsonObject manifest, params string[] path) =>
        path.Append("Words/1.0.0").Aggregate((JsonNode)manifest, (node, key) => node[key]!).AsObject();

    private void AssertLoads(JsonObject manifest)
    {
        File.WriteAllText(ManifestPath, manifest.ToJsonString());
        using var catalog = _sandbox.Discover();
        catalog.Load();
        Assert.That(catalog.Entries.Single().Message, Is.Null);
    }

    private void AssertDamaged(string json) => AssertRefused(json, Does.StartWith($"'{ManifestPath}' is damaged ("));

    private void AssertRefused(string json, NUnit.Framework.Constraints.IResolveConstraint message)
    {
        File.WriteAllText(ManifestPath, json);
        var entry = PluginDiscovery.Find(new PluginSettings { Folders = [_sandbox.Root] }, HostSurface.Current).Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(entry.State, Is.EqualTo(PluginState.NotSupported));
            Assert.That(entry.Message, message);
        }
    }
}
