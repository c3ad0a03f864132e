using System.Globalization;
using Mpuc.Host.Configuration;
using Mpuc.Host.Inference;
using Mpuc.Host.Inference.Bundles;
using Mpuc.Host.Logging;
using Mpuc.Host.Runs;
using Serilog.Core;

namespace Mpuc.Host.Tests.Inference;

/// <summary>
/// A bundle that was trained in a second, with recordings to judge; its modalities <c>sounds</c> and <c>words</c> read <c>.snd</c> and
/// <c>.wrd</c>.
/// </summary>
internal sealed class ToyBundle : IDisposable
{
    private const int Recordings = 24;

    private static readonly Dictionary<string, string> Environment = [];

    private readonly TemporaryFolder _folder = new();

    public ToyBundle()
    {
        var lines = new List<string> { "id,split,mood,source.snd,source.wrd" };
        for (var number = 0; number < Recordings; number++)
        {
            var mood = number % 2 == 0 ? "calm" : "cheerful";
            Write($"r{number}", Numbers(number, mood), Numbers(100 + number, mood));
            lines.Add($"r{number},{(number < 16 ? "train" : "test")},{mood},r{number}.snd,r{number}.wrd");
        }

        File.WriteAllLines(_folder.File("manifest.csv"), lines);
        File.WriteAllText(_folder.File("config.json"), """
            {
              "data": { "kind": "manifest", "root": "manifest.csv", "label": "mood", "cache": "cache", "window": { "seconds": 1, "views": 2 }, "split": { "by": "given" } },
              "modalities": { "sounds": { "kind": "numbers", "source": "snd" }, "words": { "kind": "numbers", "source": "wrd" } },
              "projection": { "hidden": 16, "size": 8 },
              "training": { "epochs": 1, "batchSize": 8 },
              "evaluation": { "probeEpochs": 5, "batchSize": 4 }
            }
            """);
        var configuration = Load(_folder.File("config.json"));
        new TrainingRun(configuration, Catalog, new HostLog(Logger.None))
            .Execute(_folder.File("run"), resume: false, CancellationToken.None);
        using var run = TrainedRun.Load(RunDirectory.Open(_folder.File("run")), configuration, Catalog, Logger.None);
        new BundleExport(run, file => ParsedConfiguration.Read(file, [], Environment).Load(Catalog), Catalog)
            .Write(BundleWriter.Check(Path), null, CancellationToken.None);
    }

    public SoundsAndWords Catalog { get; } = new();

    public string Path => _folder.File("bundle");

    /// <summary>The run that the bundle was exported from.</summary>
    public string Run => _folder.File("run");

    /// <summary>A folder for what a test writes.</summary>
    public string Folder => _folder.Path;

    public MpucModel Open() => MpucModel.Load(Path, [], Environment, _ => Catalog, Logger.None, keepsRecordings: false);

    /// <summary>The files of one of the recordings of the data set.</summary>
    public IReadOnlyList<string> Files(int number) => [_folder.File($"r{number}.snd"), _folder.File($"r{number}.wrd")];

    /// <summary>Writes a recording of one or two files.</summary>
    public IReadOnlyList<string> Write(string name, string sounds, string? words = null)
    {
        var files = new List<(string Path, string Content)> { (_folder.File(name + ".snd"), sounds) };
        if (words is not null)
        {
            files.Add((_folder.File(name + ".wrd"), words));
        }

        files.ForEach(file => File.WriteAllText(file.Path, file.Content));
        return [.. files.Select(file => file.Path)];
    }

    public void Dispose() => _folder.Dispose();

    private RunConfiguration Load(string path) => ConfigurationLoader.Load(path, [], Environment, Catalog);

    private static string Numbers(int seed, string mood)
    {
        var random = new Random(seed);
        return string.Join(
            ' ',
            Enumerable.Range(0, 6).Select(place =>
                ((mood == "calm" ? place : -place) + random.NextDouble()).ToString("R", CultureInfo.InvariantCulture)));
    }
}
