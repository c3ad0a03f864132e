using System.Globalization;
using System.Text.Json.Nodes;
using Mpuc.Host.Configuration;
using Mpuc.Host.Data;
using Mpuc.Host.Evaluation;
using Mpuc.Host.Logging;
using Mpuc.Host.Modalities;
using Mpuc.Host.Objectives;
using Mpuc.Host.Plugins;
using Mpuc.Host.Runs;
using Mpuc.Host.Training;
using Mpuc.Weights.Safetensors;
using Serilog;
using Serilog.Core;

namespace Mpuc.Host.Tests.Runs;

/// <summary>A small data set in real files, and trainings on it.</summary>
internal sealed class ToyRun : IDisposable
{
    private const int Recordings = 30;

    private readonly TemporaryFolder _folder = new();

    public ToyRun() => WriteData();

    public ObjectiveOptions Objective { get; set; } = new();

    public TrainingOptions Training { get; set; } = new() { Epochs = 4, BatchSize = 8, LearningRate = 0.01 };

    public Normalization Normalization { get; set; } = Normalization.Training;

    public bool IsTransductive { get; set; }

    public Func<int, string> GroupOf { get; set; } = id => $"g{id % 3}";

    public int Workers { get; set; } = 2;

    public int MemoryLimit { get; set; } = 64;

    public string Label { get; set; } = "emotion";

    public ILogger Log { get; set; } = Logger.None;

    public string Output => _folder.File("run");

    public RunDirectory Directory => RunDirectory.Open(Output);

    public string Manifest => _folder.File("manifest.csv");

    /// <summary>The configuration; "resolved" holds only what the tests change.</summary>
    public RunConfiguration Configuration => new()
    {
        Seed = 7,
        Runtime = new RuntimeOptions(),
        Data = new DataOptions
        {
            Root = Manifest,
            Label = Label,
            Cache = _folder.File("cache"),
            Workers = Workers,
            MemoryLimit = MemoryLimit,
        },
        DatasetOptions = new OptionValues(OptionSchema.Empty),
        Window = new WindowOptions { Seconds = 1, Views = 2 },
        Split = new SplitOptions { By = SplitOptions.Given, IsTransductive = IsTransductive },
        Modalities = [.. new[] { "audio", "text" }.Select(name => new ModalitySettings
        {
            Name = name, Kind = "numbers", Source = name, Normalization = Normalization, Options = new OptionValues(OptionSchema.Empty),
            Backbone = "linear", BackboneOptions = new OptionValues(OptionSchema.Empty),
        })],
        Objective = Objective,
        Projection = new ProjectionOptions { Hidden = 16, Size = 8 },
        Training = Training,
        Evaluation = new EvaluationOptions(),
        Plugins = new PluginOptions(),
        Resolved = new JsonObject
        {
            ["training"] = new JsonObject { ["epochs"] = Training.Epochs, ["learningRate"] = Training.LearningRate },
        },
    };

    public TrainingSummary Train(
        bool resume = false, IProgress<TrainingProgress>? progress = null, CancellationToken cancellationToken = default) =>
        new TrainingRun(Configuration, new ToyCatalog(), new HostLog(Log)) { Progress = progress }
            .Execute(Output, resume, cancellationToken);

    public TrainedRun Load(string pluginVersion = "1.0.0") => TrainedRun.Load(Directory, Configuration, new ToyCatalog(pluginVersion), Log);

    /// <summary>The weights of a checkpoint as bytes, by name.</summary>
    public Dictionary<string, byte[]> Weights(string name)
    {
        using var file = SafetensorsFile.Open(Path.Combine(Directory.CheckpointsPath, name));
        return file.ReadAll("model.").ToDictionary(weight => weight.Key, weight => weight.Value.bytes.ToArray());
    }

    /// <summary>Writes 30 recordings, 20 for training, 4 for validation where asked, the rest for test.</summary>
    public void WriteData(int validation = 0, int withoutText = 0, Func<int, string>? emotion = null)
    {
        var lines = new List<string> { "id,group,split,emotion,source.audio,source.text" };
        for (var id = 0; id < Recordings; id++)
        {
            var random = new Random(id);
            var hidden = Enumerable.Range(0, 4).Select(_ => random.NextDouble() - 0.5).ToArray();
            WriteVector($"a{id}.txt", hidden, 1);
            WriteVector($"t{id}.txt", hidden, 2);
            var split = id < 20 ? "train" : id < 20 + validation ? "validation" : "test";
            lines.Add(
                $"r{id},{GroupOf(id)},{split},{emotion?.Invoke(id) ?? "calm"},a{id}.txt,{(id < withoutText ? string.Empty : $"t{id}.txt")}");
        }

        File.WriteAllLines(Manifest, lines);
    }

    public void Dispose() => _folder.Dispose();

    private void WriteVector(string name, double[] hidden, int modality)
    {
        var mixing = new Random(100 + modality);
        var values = Enumerable.Range(0, 6).Select(_ => hidden.Sum(value => value * (mixing.NextDouble() - 0.5)));
        File.WriteAllText(_folder.File(name), string.Join(' ', values.Select(value => value.ToString("R", CultureInfo.InvariantCulture))));
    }
}
