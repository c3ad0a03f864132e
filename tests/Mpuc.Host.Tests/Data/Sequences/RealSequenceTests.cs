using System.Globalization;
using Mpuc.Host.Data;
using Mpuc.Host.Data.Batches;
using Mpuc.Host.Data.Sequences;
using Mpuc.Host.Data.Splits;
using Mpuc.Host.Data.Tables;
using Mpuc.Host.Datasets;
using TorchSharp;

namespace Mpuc.Host.Tests.Data.Sequences;

/// <summary>Real tables through the store: read, cached, normalised, cut into windows.</summary>
public class RealSequenceTests
{
    private TemporaryFolder _cache = null!;

    [SetUp]
    public void MakeCache() => _cache = new TemporaryFolder();

    [TearDown]
    public void DeleteCache() => _cache.Dispose();

    [Test]
    public void The_action_units_of_RAVDESS_are_standardised_by_actor()
    {
        var dataset = DatasetCatalog.Read(Options("ravdess", SharedData.Require("data/ravdess")), new OptionValues(DatasetCatalog.OptionsOf("ravdess")));
        var split = DataSplitter.Split(dataset, new SplitOptions { Test = ["05", "19", "22"] }, seed: 0);
        var modality = TestSet.Modality("actionUnits", new TableEncoder(), Normalization.Group);
        var data = EncoderStageData.From(split);
        using var store = SequenceStore.ForTraining(data, [modality], Options("ravdess", string.Empty));
        Assert.That(store.FrameShape(modality), Is.EqualTo(new[] { 35 }));
        using var actor = Stack(store, data.Training.Where(recording => recording.Group == "12"));
        Assert.That(actor.shape, Is.EqualTo(new[] { 60, 35 }));
        Assert.That(actor.mean([0]).abs().max().item<double>(), Is.LessThan(1e-6));
        using var variance = actor.square().mean([0]);
        Assert.That(variance.data<double>().ToArray(), Has.All.EqualTo(1).Within(1e-5).Or.Zero, "0 where a unit never changes");
    }

    [Test]
    public void The_words_of_MOSI_come_from_a_table_of_their_own()
    {
        var table = SharedData.Require("data/mosi/text.csv");
        var dataset = DatasetCatalog.Read(
            Options("manifest", SharedData.Require("data/mosi/labels.csv")) with { Label = "sentiment" },
            new OptionValues(OptionSchema.Empty));
        var split = DataSplitter.Split(dataset, new SplitOptions { By = SplitOptions.Stratified, TestFraction = 0.2 }, seed: 0);
        var modality = TestSet.Modality("text", new TableEncoder(), Normalization.Training, table);
        var data = EncoderStageData.From(split);
        using var store = SequenceStore.ForTraining(data, [modality], Options("manifest", string.Empty));
        using var training = Stack(store, data.Training);
        Assert.That(training.shape, Is.EqualTo(new[] { 1158, 100 }));
        Assert.That(training.mean([0]).abs().max().item<double>(), Is.LessThan(1e-6));
        Assert.That((training.square().mean([0]) - 1).abs().max().item<double>(), Is.LessThan(1e-5));
        var loader = new BatchLoader(data.Training, store, [modality], new WindowOptions { Views = 1 }, 32, seed: 0, workers: 2);
        Assert.That(loader.Epoch(0).Sum(batch => { using (batch) { return batch.Rows; } }), Is.EqualTo(1158));
    }

    private DataOptions Options(string kind, string root) => new() { Kind = kind, Root = root, Cache = _cache.Path, Workers = 2 };

    private static torch.Tensor Stack(SequenceStore store, IEnumerable<UnlabelledRecording> recordings)
    {
        using var scope = torch.NewDisposeScope();
        return torch.cat(
            [.. recordings.Select(recording => store.Read(recording, store.Modalities[0])!.Values)],
            0).to(torch.ScalarType.Float64).MoveToOuterDisposeScope();
    }

    /// <summary>Reads rows of a table, the key in the first column.</summary>
    private sealed class TableEncoder : IModalityEncoder
    {
        private readonly Lock _lock = new();
        private Dictionary<string, float[]>? _rows;

        public Task<ModalitySequence> ReadAsync(ModalitySource source, CancellationToken cancellationToken)
        {
            lock (_lock)
            {
                _rows ??= CsvTable.Read(source.Path).Rows.ToDictionary(
                    row => row.Cells[0],
                    row => row.Cells.Skip(1).Select(cell => float.Parse(cell, CultureInfo.InvariantCulture)).ToArray());
            }

            return Task.FromResult(new ModalitySequence(torch.tensor(_rows[source.Key!]).unsqueeze(0), frameRate: 0));
        }

        public int WindowFrames(double seconds) => 1;

        public ModalityWindow Window(ModalitySequence sequence, TimeWindow window) => sequence.Cut(window, 1);
    }
}
