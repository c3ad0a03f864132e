using System.CommandLine;
using System.Text.Json.Nodes;
using Mpuc.Host.Cli;
using Mpuc.Host.Logging;
using Mpuc.Host.Plugins;
using Mpuc.Host.Tests.Plugins;
using Serilog.Core;

namespace Mpuc.Host.Tests.Inference.Bundles;

/// <summary>A configuration that the user did not write loads no code, whatever it says and whichever command reads it.</summary>
public class ForeignConfigurationTests
{
    private ToyBundle _toy = null!;
    private PluginSandbox _sandbox = null!;
    private TemporaryFolder _folder = null!;
    private string _error = "";
    private PluginOptions? _plugins;

    private string Marker => _folder.File("marker");

    [OneTimeSetUp]
    public void Train() => _toy = new ToyBundle();

    [OneTimeTearDown]
    public void Forget() => _toy.Dispose();

    [SetUp]
    public void Bait()
    {
        (_sandbox, _folder, _plugins) = (new PluginSandbox(), new TemporaryFolder(), null);
        _sandbox.Add("Marking", "marking/Marking.dll");
        AppContext.SetData("fixtures.marker", Marker);
    }

    [TearDown]
    public void Clear()
    {
        AppContext.SetData("fixtures.marker", null);
        _sandbox.Dispose();
        _folder.Dispose();
    }

    [TestCase("bundle")]
    [TestCase("bundle.zip")]
    public void Folders_of_plugins_that_the_user_names_are_loaded(string form)
    {
        var bundle = ForgedBundle.Copy(_toy.Path, _folder.File(form), _ => { });
        var code = Run("predict", bundle, [.. _toy.Files(0), "--set", $"plugins.folders={new JsonArray(_sandbox.Root).ToJsonString()}"]);
        Assert.Multiple(() =>
        {
            Assert.That(code, Is.Zero, _error);
            Assert.That(Marker, Does.Exist, "the plugin would be seen where it ran");
        });
    }

    [Test]
    public void Folders_of_plugins_in_a_bundle_are_refused_by_every_command(
        [Values("predict", "serve", "index", "extract")] string command, [Values("bundle", "bundle.zip")] string form)
    {
        var bundle = ForgedBundle.Copy(
            _toy.Path, _folder.File(form), json => json["plugins"] = new JsonObject { ["folders"] = new JsonArray(_sandbox.Root) });
        string[] inputs = command == "serve" ? ["--port", "0"] : [.. _toy.Files(0)];
        var code = Run(command, bundle, command == "index" ? [.. inputs, "-o", _folder.File("index")] : inputs);
        Refused(code, $"{bundle}/config.json", "a bundle may not set plugins");
    }

    [Test]
    public void Folders_of_plugins_in_the_bundle_of_an_index_are_refused()
    {
        var index = _folder.File("index");
        Assert.That(Run("index", _toy.Path, [.. _toy.Files(0), .. _toy.Files(1), "-o", index]), Is.Zero, _error);
        ForgedBundle.Change(
            Path.Combine(index, "bundle"), json => json["plugins"] = new JsonObject { ["folders"] = new JsonArray(_sandbox.Root) });
        ForgedBundle.List(Path.Combine(index, "index.json"), index, "bundle/bundle.json");
        Refused(Run("search", index, "--query", _toy.Files(0)[0], "--modality", "sounds"), "a bundle may not set plugins");
    }

    [TestCase("plugins", """{ "allow": [] }""", "plugins")]
    [TestCase("Plugins", """{ "folders": ["/nowhere"] }""", "Plugins")]
    [TestCase("runtime", """{ "threads": 1 }""", "runtime")]
    [TestCase("baselines", "{}", "baselines")]
    [TestCase("data", """{ "cache": "/tmp/elsewhere" }""", "data.cache")]
    [TestCase("data", """{ "root": "/etc", "kind": "folder" }""", "data.root")]
    [TestCase("data", """{ "cacheLimit": 0 }""", "data.cacheLimit")]
    [TestCase("modalities", """{ "sounds": { "kind": "numbers", "table": "/etc/passwd" } }""", "modalities.sounds.table")]
    public void Whatever_the_portable_form_does_not_keep_is_refused_by_its_name(string section, string json, string name)
    {
        var bundle = ForgedBundle.Copy(_toy.Path, _folder.File("bundle"), configuration =>
        {
            foreach (var (key, value) in JsonNode.Parse(json)!.AsObject())
            {
                configuration[section] ??= new JsonObject();
                configuration[section]![key] = value?.DeepClone();
            }

            configuration[section] ??= new JsonObject();
        });
        Refused(
            Run("predict", bundle, _toy.Files(0)),
            $"a bundle may not set {name}; it may set seed, data.label",
            "use a bundle that 'mpuc export' wrote");
    }

    [TestCase("bundle")]
    [TestCase("bundle.zip")]
    public void A_file_that_the_manifest_does_not_list_is_refused_by_its_name(string form)
    {
        var bundle = ForgedBundle.Copy(_toy.Path, _folder.File(form), _ => { });
        var folder = form == "bundle" ? bundle : bundle + ".folder";
        File.WriteAllText(Path.Combine(folder, "brought-along.dll"), "MZ");
        if (folder != bundle)
        {
            using var zip = File.Create(bundle);
            Host.Inference.Bundles.BundleArchive.Pack(folder, zip);
        }

        Refused(Run("predict", bundle, _toy.Files(0)), bundle, "'brought-along.dll'");
    }

    [TestCase("evaluate")]
    [TestCase("export")]
    [TestCase("extract")]
    [TestCase("report")]
    public void Folders_of_plugins_in_the_configuration_of_a_run_load_nothing(string command)
    {
        var run = CopyRun();
        ForgedBundle.Edit(Path.Combine(run, "config.json"), json =>
        {
            json["plugins"]!["folders"] = new JsonArray(_sandbox.Root);
            json["runtime"]!["threads"] = 1024;
            json["data"]!["cache"] = _folder.File("foreign-cache");
        });
        string[] output = command is "evaluate" ? [] : ["-o", _folder.File(command == "extract" ? "features.csv" : "output")];
        var code = Run(command, run, output);
        Assert.Multiple(() =>
        {
            Assert.That(code, Is.Zero, _error);
            Assert.That(Marker, Does.Not.Exist);
            Assert.That(_plugins!.Folders, Is.Empty);
            Assert.That(_folder.File("foreign-cache"), Does.Not.Exist);
        });
    }

    [Test]
    public void A_run_whose_plugins_are_missing_says_how_to_name_them()
    {
        var run = CopyRun();
        ForgedBundle.Edit(Path.Combine(run, "config.json"), json =>
        {
            json["plugins"]!["folders"] = new JsonArray(_sandbox.Root);
            json["modalities"]!["sounds"]!["kind"] = "whistles";
        });
        Refused(
            Run("evaluate", run),
            "modalities.sounds.kind",
            "a run's own configuration loads no code",
            "MPUC_PLUGINS",
            "plugins.folders=[...]");
    }

    private string CopyRun()
    {
        var run = _folder.File("run");
        foreach (var file in Directory.GetFiles(_toy.Run, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(run, Path.GetRelativePath(_toy.Run, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return run;
    }

    private void Refused(int code, params string[] sentences) => Assert.Multiple(() =>
    {
        Assert.That(code, Is.EqualTo(1));
        Assert.That(Marker, Does.Not.Exist, "no code of the bundle may run");
        sentences.ToList().ForEach(sentence => Assert.That(_error, Does.Contain(sentence)));
        Assert.That(_error, Does.Not.Contain("unexpectedly"));
    });

    private int Run(string command, string subject, params IReadOnlyList<string> arguments)
    {
        var environment = new Dictionary<string, string> { ["MPUC_DATA__CACHE"] = _folder.File("cache") };
        var context = new CommandContext(environment, new HostLog(Logger.None), options =>
        {
            _plugins = options;
            using var found = PluginCatalog.Discover(PluginSettings.From(options), Logger.None);
            found.Load();
            return _toy.Catalog;
        });
        Command[] commands =
        [
            PredictCommand.Create(context), ServeCommand.Create(context), IndexCommand.Create(context), SearchCommand.Create(context),
            ExtractCommand.Create(context), EvaluateCommand.Create(context), ExportCommand.Create(context), ReportCommand.Create(context),
        ];
        using var output = new StringWriter();
        using var error = new StringWriter();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        string[] quarantine = command is "predict" or "index" ? ["--quarantine", _folder.File("quarantine.jsonl")] : [];
        var code = MpucCommandLine.RunAsync(
            MpucCommandLine.Create(commands), [command, subject, .. arguments, .. quarantine], output, error, patience.Token)
            .GetAwaiter().GetResult();
        _error = error.ToString();
        return code;
    }
}
