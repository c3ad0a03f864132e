using Mpuc.Host.Objectives;
using Mpuc.Host.Training;
using Mpuc.Host.Training.Checkpoints;
using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Host.Tests.Training.Checkpoints;

public sealed class ResumeTests
{
    private static readonly Dictionary<string, Tensor> NoStatistics = [];

    [Test]
    public void Two_epochs_and_two_more_are_four_epochs_bit_for_bit([Values] OptimizerKind optimizer, [Values] ScheduleKind schedule)
    {
        var options = new TrainingOptions
        {
            Epochs = 4, BatchSize = 8, LearningRate = 0.01, Optimizer = optimizer, Schedule = schedule, StepEpochs = 1, WarmupEpochs = 1,
        };
        AssertResumesAfter(options, step => step.Epoch == 2 && step.Batch == step.Batches);
    }

    [Test]
    public void A_training_cancelled_within_an_epoch_continues_bit_for_bit([Values] OptimizerKind optimizer, [Values(1, 2)] int batch)
    {
        var options = new TrainingOptions { Epochs = 4, BatchSize = 8, LearningRate = 0.01, Optimizer = optimizer };
        AssertResumesAfter(options, step => step.Epoch == 2 && step.Batch == batch);
    }

    private static void AssertResumesAfter(TrainingOptions options, Func<TrainingProgress, bool> interruption)
    {
        using var folder = new TemporaryFolder();
        var straight = new TrainingLog();
        using var expected = new FakeModalities().CreateModel();
        Run(expected, options, straight, null, folder.File("unused"));

        using var source = new CancellationTokenSource();
        var first = new TrainingLog { Step = step => { if (interruption(step)) { source.Cancel(); } } };
        using var interrupted = new FakeModalities().CreateModel();
        Assert.That(
            () => Run(interrupted, options, first, null, folder.File("x.safetensors"), source.Token),
            Throws.InstanceOf<OperationCanceledException>());

        var second = new TrainingLog();
        using var resumed = new FakeModalities().CreateModel(seed: 99);
        Run(resumed, options, second, folder.File("x.safetensors"), folder.File("unused"));

        Assert.That(first.WithoutTimes.Concat(second.WithoutTimes), Is.EquivalentTo(straight.WithoutTimes));
        foreach (var (name, weight) in expected.state_dict())
        {
            Assert.That(resumed.state_dict()[name].bytes.ToArray(), Is.EqualTo(weight.bytes.ToArray()), name);
        }
    }

    private static void Run(
        MultimodalEncoder model, TrainingOptions options, TrainingLog log, string? from, string to, CancellationToken token = default)
    {
        var fake = new FakeModalities();
        var identity = ModelIdentity.Of(fake.Modalities, fake.Contexts, new ProjectionOptions());
        manual_seed(from is null ? 3 : 4);
        using var trainer = new ContrastiveTrainer(model, new ObjectiveOptions(), options);
        if (from is not null)
        {
            using var checkpoint = Checkpoint.Open(from);
            checkpoint.Check(identity);
            checkpoint.LoadInto(trainer);
        }

        try
        {
            trainer.Train(fake.Epoch, fake.BatchesPerEpoch, fake.Epoch, log, token);
        }
        finally
        {
            Checkpoint.Write(to, trainer, identity, fake.Contexts, NoStatistics);
        }
    }
}
