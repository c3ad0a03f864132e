using Mpuc.Host.Baselines;
using Mpuc.Host.Evaluation.Downstream;
using Mpuc.Host.Tests.Training;
using Mpuc.Host.Training;
using Serilog;
using static TorchSharp.torch;

namespace Mpuc.Host.Tests.Baselines;

/// <summary>A supervised training that is interrupted after an epoch ends with the very weights of one that never was.</summary>
internal sealed class BaselineCheckpointTests
{
    private const int Epochs = 6;

    private TemporaryFolder _folder = null!;
    private TemporaryFolder _log = null!;

    private string Path => _folder.File("training.safetensors");

    private string LogPath => _log.File("log.txt");

    [SetUp]
    public void MakeFolders() => (_folder, _log) = (new TemporaryFolder(), new TemporaryFolder());

    [TearDown]
    public void DeleteFolders()
    {
        _folder.Dispose();
        _log.Dispose();
    }

    [Test]
    public void Interrupted_once_or_often_it_ends_with_the_same_weights(
        [Values(FusionKind.Concatenation, FusionKind.Attention)] FusionKind kind, [Values] bool validates)
    {
        using var scope = NewDisposeScope();
        var (uninterrupted, epoch) = Train(kind, validates, TimeSpan.MaxValue);

        foreach (var end in new[] { 1, 2, 4 })
        {
            Assert.That(() => Train(kind, validates, TimeSpan.Zero, end), Throws.InstanceOf<OperationCanceledException>());
        }

        var (resumed, resumedEpoch) = Train(kind, validates, TimeSpan.Zero);
        Assert.That(resumedEpoch, Is.EqualTo(epoch));
        Assert.That(resumed.Keys, Is.EquivalentTo(uninterrupted.Keys));
        Assert.That(
            resumed.Where(weight => !weight.Value.bytes.SequenceEqual(uninterrupted[weight.Key].bytes)).Select(weight => weight.Key),
            Is.Empty);
    }

    [Test]
    public void A_resumed_training_takes_no_epoch_twice()
    {
        using var scope = NewDisposeScope();
        Assert.That(() => Train(FusionKind.Concatenation, false, TimeSpan.Zero, end: 4), Throws.InstanceOf<OperationCanceledException>());
        var taken = new List<int>();
        Train(FusionKind.Concatenation, false, TimeSpan.Zero, onEpoch: taken.Add);
        Assert.That(taken, Is.EqualTo(new[] { 5, 6 }));
    }

    [Test]
    public void Before_the_interval_nothing_is_written_and_deleting_nothing_is_no_error()
    {
        using var scope = NewDisposeScope();
        Train(FusionKind.Concatenation, false, TimeSpan.FromHours(1));
        Assert.That(File.Exists(Path), Is.False);
        Assert.That(
            () => new BaselineCheckpoint(_folder.File("no/folder"), Serilog.Core.Logger.None, TimeSpan.Zero).Delete(), Throws.Nothing);
    }

    [Test]
    public void A_damaged_file_is_named_and_the_training_begins_anew()
    {
        using var scope = NewDisposeScope();
        var (fresh, _) = Train(FusionKind.Concatenation, true, TimeSpan.MaxValue);
        Assert.That(() => Train(FusionKind.Concatenation, true, TimeSpan.Zero, end: 3), Throws.InstanceOf<OperationCanceledException>());
        var bytes = File.ReadAllBytes(Path);
        bytes[^5] ^= 1;
        File.WriteAllBytes(Path, bytes);

        var (again, _) = Train(FusionKind.Concatenation, true, TimeSpan.MaxValue);

        Assert.That(again.All(weight => weight.Value.bytes.SequenceEqual(fresh[weight.Key].bytes)), Is.True);
        Assert.That(
            File.ReadAllText(LogPath),
            Does.Contain($"{Path} cannot be used, so the training begins anew: its tensors do not have the checksum"));
    }

    // The process that continues has another model and another state of the generator.
    private (Dictionary<string, Tensor> Weights, int Epoch) Train(
        FusionKind kind, bool validates, TimeSpan interval, int end = 0, Action<int>? onEpoch = null)
    {
        var modalities = new FakeModalities(recordings: 24, batchSize: 8);
        var (split, truth) = FakeLabels.Of(24);
        var data = SupervisedStageData.From(split, "side", TaskKind.SingleLabel);
        var settings = BaselineOptions.AttentionFusionSchema.Defaults with { Hidden = 32, Epochs = Epochs, LearningRate = 0.02 };
        using var model = new SupervisedModel(modalities.Modalities, modalities.Contexts, kind, 2, settings, seed: 1);
        using var loss = new ClassificationLoss(data.Space, truth, 0.5);
        manual_seed(3);
        using var cancelling = new CancellationTokenSource();
        using var log = new LoggerConfiguration().WriteTo.File(LogPath, formatProvider: null).CreateLogger();
        var epoch = new SupervisedTrainer(
            model, data, loss, settings.For(new TrainingOptions { Epochs = 1000 }), new BaselineCheckpoint(Path, log, interval)).Train(
            modalities.Epoch,
            validates ? () => [modalities.Batch([0, 1, 2, 3, 4, 5])] : null,
            new EpochReport(number =>
            {
                onEpoch?.Invoke(number);
                if (number == end)
                {
                    cancelling.Cancel();
                }
            }),
            cancelling.Token);
        return (model.state_dict().ToDictionary(weight => weight.Key, weight => weight.Value.clone()), epoch);
    }

    private sealed class EpochReport(Action<int> report) : IProgress<(int Epoch, int Epochs)>
    {
        public void Report((int Epoch, int Epochs) value) => report(value.Epoch);
    }
}
