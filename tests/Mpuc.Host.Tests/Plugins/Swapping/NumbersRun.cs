using System.Globalization;
using Mpuc.Host.Configuration;
using Mpuc.Host.Data;
using Mpuc.Host.Inference;
using Mpuc.Host.Inference.Bundles;
using Mpuc.Host.Logging;
using Mpuc.Host.Plugins;
using Mpuc.Host.Plugins.Swapping;
using Mpuc.Host.Runs;
using Mpuc.Host.Training;
using Mpuc.Weights.Safetensors;

namespace Mpuc.Host.Tests.Plugins.Swapping;

/// <summary>A training of two modalities that a plugin of the fixtures offers, in real files.</summary>
internal sealed class NumbersRun : IDisposable
{
    private static readonly Dictionary<string, string> NoEnvironment = [];

    private readonly HostLog _log;
    private readonly PluginCatalog _catalog;
    private readonly string _configuration;

    public NumbersRun(string plugin = "swapped-first/Swapped.dll")
    {
        Sandbox = new PluginSandbox();
        Directory.CreateDirectory(PluginsFolder);
        Sandbox.Add("plugins/Swapped", plugin);
        WriteData();
        _configuration = Path.Combine(Sandbox.Root, "run.json");
        File.WriteAllText(_configuration, """
            {
              "seed": 3,
              "data": {
                "kind": "manifest", "root": "manifest.csv", "label": "emotion", "cache": "cache", "workers": 1,
                "window": { "seconds": 1, "views": 2 }, "split": { "by": "given" }
              },
              "modalities": { "left": { "kind": "numbers" }, "right": { "kind": "numbers" } },
              "projection": { "hidden": 16, "size": 8 },
              "training": { "epochs": 4, "batchSize": 8, "learningRate": 0.05, "checkpointEpochs": 1 }
            }
            """);
        _log = new HostLog(Sandbox.Logger);
        _catalog = PluginCatalog.Discover(new PluginSettings { Folders = [PluginsFolder] }, _log.Logger);
    }

    public PluginSandbox Sandbox { get; }

    /// <summary>Settings over the configuration's.</summary>
    public IReadOnlyList<string> Sets { get; set; } = [];

    public IEnumerable<string> Plugins => _catalog.Entries.Select(entry => $"{entry.Identity.Id} {entry.Identity.Version}");

    public string Output => Path.Combine(Sandbox.Root, "run");

    public string Log => File.ReadAllText(Path.Combine(Output, "log.txt"));

    public RunManifest Manifest => RunManifest.Read(RunDirectory.Open(Output));

    private string PluginsFolder => Path.Combine(Sandbox.Root, "plugins");

    /// <summary>Takes away what an earlier training left.</summary>
    public void Begin()
    {
        if (Directory.Exists(Output))
        {
            Directory.Delete(Output, recursive: true);
        }
    }

    /// <summary>Trains, and puts another version of the plugin into its folder after a step.</summary>
    public TrainingSummary Train(string? next = null, long afterStep = 3)
    {
        var clock = new SteppedClock();
        var progress = new EveryStep(step =>
        {
            if (step == afterStep && next is not null)
            {
                Sandbox.Replace("plugins/Swapped", next);
            }
        });
        return new TrainingRun(Load(), _catalog, _log) { Progress = progress, Updates = new PluginUpdates(_catalog, clock) }
            .Execute(Output, resume: false, CancellationToken.None);
    }

    public TrainedRun LoadTrained() => TrainedRun.Load(RunDirectory.Open(Output), Load(), _catalog, Sandbox.Logger);

    /// <summary>Trains, and makes a bundle without a classifier of the run.</summary>
    public string Export()
    {
        Sets = ["data.label=\"\""];
        Train();
        var bundle = BundleWriter.Check(Path.Combine(Sandbox.Root, "bundle"));
        using var trained = LoadTrained();
        new BundleExport(trained, file => ParsedConfiguration.Read(file, [], NoEnvironment).Load(_catalog), _catalog)
            .Write(bundle, null, CancellationToken.None);
        return bundle;
    }

    /// <summary>Opens a bundle with a catalog of its own, as another program would.</summary>
    public MpucModel Open(string bundle, bool takesOtherVersions = false) => MpucModel.Load(
        bundle,
        [],
        NoEnvironment,
        _ => Sandbox.Discover(settings => settings with { Folders = [PluginsFolder] }),
        Sandbox.Logger,
        keepsRecordings: false,
        takesOtherVersions);

    /// <summary>A recording of the data set.</summary>
    public UnlabelledRecording Recording(int id) => new($"r{id}", string.Empty, new[] { "left", "right" }.ToDictionary(
        side => side, side => new ModalitySource(Path.Combine(Sandbox.Root, $"{side}{id}.txt"))));

    public Dictionary<string, byte[]> Weights(string name)
    {
        using var file = SafetensorsFile.Open(Path.Combine(Output, "checkpoints", name));
        return file.ReadAll("model.").ToDictionary(weight => weight.Key, weight => weight.Value.bytes.ToArray());
    }

    public void Dispose()
    {
        _catalog.Dispose();
        _log.Dispose();
        Sandbox.Dispose();
    }

    private RunConfiguration Load() => ConfigurationLoader.Load(_configuration, Sets, NoEnvironment, _catalog);

    private void WriteData()
    {
        var lines = new List<string> { "id,group,split,emotion,source.left,source.right" };
        for (var id = 0; id < 24; id++)
        {
            var random = new Random(id);
            var hidden = Enumerable.Range(0, 4).Select(_ => random.NextDouble() - 0.5).ToArray();
            foreach (var side in new[] { "left", "right" })
            {
                var mixing = new Random(side.Length);
                var values = Enumerable.Range(0, 6).Select(_ => hidden.Sum(value => 4 * value * (mixing.NextDouble() - 0.5)));
                File.WriteAllText(
                    Path.Combine(Sandbox.Root, $"{side}{id}.txt"),
                    string.Join(' ', values.Select(value => value.ToString("R", CultureInfo.InvariantCulture))));
            }

            lines.Add($"r{id},g{id % 3},{(id < 16 ? "train" : id < 20 ? "validation" : "test")},calm,left{id}.txt,right{id}.txt");
        }

        File.WriteAllLines(Path.Combine(Sandbox.Root, "manifest.csv"), lines);
    }

    private sealed class EveryStep(Action<long> then) : IProgress<TrainingProgress>
    {
        private long _step;

        public void Report(TrainingProgress value) => then(++_step);
    }
}
