using Mpuc.Host.Objectives;
using Mpuc.Host.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Host.Tests.Training;

public sealed class ContrastiveTrainerTests
{
    private static readonly TrainingOptions Options = new()
    {
        Epochs = 45, BatchSize = 8, LearningRate = 0.05, Schedule = ScheduleKind.Constant,
    };

    [Test]
    public void The_loss_falls_and_a_recordings_modalities_find_each_other(
        [Values(ObjectiveVariant.Paper, ObjectiveVariant.Clip, ObjectiveVariant.TwoView)] ObjectiveVariant variant)
    {
        var (fake, log) = (new FakeModalities(), new TrainingLog());
        using var model = fake.CreateModel();
        using var trainer = new ContrastiveTrainer(
            model, new ObjectiveOptions { Variant = variant }, Options with { Optimizer = OptimizerKind.AdamW, LearningRate = 0.003 });
        var before = Retrieval(fake, model);
        var reason = trainer.Train(fake.Epoch, fake.BatchesPerEpoch, null, log, default);
        Assert.That(reason, Is.EqualTo(StopReason.Completed));
        Assert.That(log.Training, Has.Count.EqualTo(45));
        Assert.That(log.Training[^1].Loss, Is.LessThan(log.Training[0].Loss - 0.3));
        Assert.That(Retrieval(fake, model), Is.GreaterThan(0.8).And.GreaterThan(before));
    }

    [Test]
    public void The_metrics_say_what_happened()
    {
        var (fake, log) = (new FakeModalities(), new TrainingLog());
        Train(fake, Options with { Epochs = 2, Schedule = ScheduleKind.Step, StepEpochs = 1, Decay = 0.5 }, log, validate: true);
        Assert.That(
            log.Training.Select(line => (line.Split, line.Epoch, line.Step)),
            Is.EqualTo(new[] { ("training", 1, 3L), ("training", 2, 6L) }));
        Assert.That(
            log.Validation.Select(line => (line.Split, line.Epoch, line.Step)),
            Is.EqualTo(new[] { ("validation", 1, 3L), ("validation", 2, 6L) }));
        Assert.That(log.Training.Select(line => line.LearningRate), Is.EqualTo(new[] { 0.05, 0.025 }));
        Assert.That(log.Training[0].Pairs.Keys, Is.EquivalentTo(new[] { "audio>text", "text>audio" }));
        Assert.That(log.Training[0].Loss, Is.EqualTo(log.Training[0].Pairs.Values.Average()).Within(1e-5));
        Assert.That(log.Training.All(line => line is { Seconds: > 0, RecordingsPerSecond: > 0 }), Is.True);
    }

    [Test]
    public void Progress_counts_batches_and_epochs_and_ends_with_no_time_left()
    {
        var (fake, log) = (new FakeModalities(), new TrainingLog());
        Train(fake, Options with { Epochs = 2 }, log);
        Assert.That(
            log.Steps.Select(step => (step.Epoch, step.Batch)), Is.EqualTo(new[] { (1, 1), (1, 2), (1, 3), (2, 1), (2, 2), (2, 3) }));
        Assert.That(log.Steps.All(step => step is { Epochs: 2, Batches: 3, RecordingsPerSecond: > 0 }), Is.True);
        Assert.That(log.Steps[^1].TimeLeft, Is.EqualTo(TimeSpan.Zero));
        Assert.That(log.Steps[0].TimeLeft, Is.GreaterThan(TimeSpan.Zero));
    }

    [Test]
    public void Validation_takes_the_same_windows_every_time_and_changes_no_weight()
    {
        var (fake, log) = (new FakeModalities(), new TrainingLog());
        var epochs = new List<int>();
        using var model = fake.CreateModel();
        using var trainer = new ContrastiveTrainer(model, new ObjectiveOptions(), Options with { Epochs = 3, LearningRate = 0 });
        trainer.Train(
            fake.Epoch,
            fake.BatchesPerEpoch,
            (epoch, token) =>
            {
                epochs.Add(epoch);
                return fake.Epoch(epoch, token);
            },
            log,
            default);
        Assert.That(epochs, Is.EqualTo(new[] { 0, 0, 0 }));
        Assert.That(log.Validation[2].Loss, Is.EqualTo(log.Validation[0].Loss), "dropout is off in validation");
    }

    [Test]
    public void Validation_does_not_change_the_training()
    {
        var (with, without) = (new TrainingLog(), new TrainingLog());
        Train(new FakeModalities(), Options with { Epochs = 3 }, with, validate: true);
        Train(new FakeModalities(), Options with { Epochs = 3 }, without);
        Assert.That(with.Training.Select(line => line.Loss), Is.EqualTo(without.Training.Select(line => line.Loss)));
    }

    [Test]
    public void Patience_stops_after_as_many_epochs_without_a_better_validation_loss()
    {
        var (fake, log) = (new FakeModalities(), new TrainingLog());
        using var model = fake.CreateModel();
        using var trainer = new ContrastiveTrainer(
            model, new ObjectiveOptions(), Options with { Epochs = 10, LearningRate = 0, Patience = 3 });
        var reason = trainer.Train(fake.Epoch, fake.BatchesPerEpoch, fake.Epoch, log, default);
        Assert.That(reason, Is.EqualTo(StopReason.OutOfPatience));
        Assert.That((trainer.State.BestEpoch, trainer.State.Epoch), Is.EqualTo((1, 4)));
        Assert.That(trainer.State.BestLoss, Is.EqualTo(log.Validation[0].Loss));
    }

    [Test]
    public void Without_validation_or_with_patience_zero_nothing_stops_early([Values] bool validate)
    {
        var log = new TrainingLog();
        Train(new FakeModalities(), Options with { Epochs = 8, LearningRate = 0, Patience = validate ? 0 : 1 }, log, validate);
        Assert.That(log.Training, Has.Count.EqualTo(8));
    }

    [Test]
    public void Equal_seeds_give_equal_trainings_to_the_last_bit([Values] OptimizerKind optimizer)
    {
        var (one, two) = (new TrainingLog(), new TrainingLog());
        Train(new FakeModalities(), Options with { Epochs = 2, Optimizer = optimizer }, one);
        Train(new FakeModalities(), Options with { Epochs = 2, Optimizer = optimizer }, two);
        Assert.That(two.WithoutTimes, Is.EqualTo(one.WithoutTimes));
    }

    [Test]
    public void A_modality_that_no_recording_of_a_batch_has_keeps_its_weights()
    {
        var fake = new FakeModalities(names: ["audio", "text", "face"]) { Lacks = (name, id) => name == "face" && id >= 8 };
        using var scope = NewDisposeScope();
        using var model = fake.CreateModel();
        using var trainer = new ContrastiveTrainer(model, new ObjectiveOptions(), Options with { Momentum = 0.9, WeightDecay = 0.1 });
        trainer.Step(fake.Batch([.. Enumerable.Range(0, 8)]));
        var before = model.named_parameters().ToDictionary(weight => weight.name, weight => weight.parameter.detach().clone());

        trainer.Step(fake.Batch([.. Enumerable.Range(8, 8)]));

        foreach (var (name, weight) in model.named_parameters())
        {
            Assert.That(weight.eq(before[name]).all().item<bool>(), Is.EqualTo(name.StartsWith("face.", StringComparison.Ordinal)), name);
        }
    }

    [Test]
    public void Training_leaves_no_tensor_behind_from_step_to_step()
    {
        var fake = new FakeModalities();
        var counts = new List<long>();
        var log = new TrainingLog { Step = _ => counts.Add(DisposeScopeManager.Statistics.ThreadTotalLiveCount) };
        Train(fake, Options with { Epochs = 5 }, log);
        Assert.That(counts.Skip(3).Distinct().Count(), Is.EqualTo(1), string.Join(' ', counts));
    }

    private static void Train(FakeModalities fake, TrainingOptions options, TrainingLog log, bool validate = false)
    {
        using var model = fake.CreateModel();
        manual_seed(5);
        using var trainer = new ContrastiveTrainer(model, new ObjectiveOptions(), options);
        trainer.Train(fake.Epoch, fake.BatchesPerEpoch, validate ? fake.Epoch : null, log, default);
    }

    /// <summary>How often a recording's nearest text, by its audio, is its own.</summary>
    private static double Retrieval(FakeModalities fake, MultimodalEncoder model)
    {
        using var scope = NewDisposeScope();
        using var noGradient = no_grad();
        model.eval();
        var embeddings = model.Embeddings(fake.Batch([.. Enumerable.Range(0, 24)]))
            .Select(modality => nn.functional.normalize(modality.Values.narrow(0, 0, 24)))
            .ToArray();
        var nearest = embeddings[0].mm(embeddings[1].transpose(0, 1)).argmax(1).data<long>().ToArray();
        return nearest.Index().Count(row => row.Index == row.Item) / 24.0;
    }
}
