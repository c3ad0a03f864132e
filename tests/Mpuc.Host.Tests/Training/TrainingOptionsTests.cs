using Mpuc.Host.Training;

namespace Mpuc.Host.Tests.Training;

public sealed class TrainingOptionsTests
{
    [Test]
    public void The_defaults_are_the_papers_for_ravdess()
    {
        var options = TrainingOptions.From(new OptionValues(TrainingOptions.Schema));
        Assert.That(options, Is.EqualTo(new TrainingOptions()));
        Assert.That(
            (options.Epochs, options.BatchSize, options.Optimizer, options.LearningRate, options.Momentum, options.WeightDecay),
            Is.EqualTo((2000, 32, OptimizerKind.Sgd, 0.001, 0.9, 0.001)));
        Assert.That(
            (options.Schedule, options.StepEpochs, options.Decay, options.Patience), Is.EqualTo((ScheduleKind.Step, 100, 0.9, 100)));
    }

    [Test]
    public void Every_setting_is_read()
    {
        var options = From(
            ("epochs", 3), ("batchSize", 4), ("optimizer", "adamw"), ("learningRate", 0.1), ("momentum", 0.5), ("weightDecay", 0.2),
            ("schedule", "cosine"), ("stepEpochs", 7), ("decay", 0.3), ("warmupEpochs", 2), ("patience", 0), ("divergenceFactor", 5.0),
            ("checkpointEpochs", 6), ("keepCheckpoints", 9));
        Assert.That(options, Is.EqualTo(new TrainingOptions
        {
            Epochs = 3, BatchSize = 4, Optimizer = OptimizerKind.AdamW, LearningRate = 0.1, Momentum = 0.5, WeightDecay = 0.2,
            Schedule = ScheduleKind.Cosine, StepEpochs = 7, Decay = 0.3, WarmupEpochs = 2, Patience = 0, DivergenceFactor = 5,
            CheckpointEpochs = 6, KeepCheckpoints = 9,
        }));
    }

    [Test]
    public void A_constant_learning_rate_can_be_chosen() =>
        Assert.That(From(("schedule", "constant")).Schedule, Is.EqualTo(ScheduleKind.Constant));

    [TestCase("batchSize", 1, "at least 2")]
    [TestCase("epochs", 0, "at least 1")]
    [TestCase("keepCheckpoints", 0, "at least 1")]
    public void A_value_out_of_range_is_refused_with_the_range(string name, object value, string range) => Assert.That(
        () => From((name, value)), Throws.TypeOf<MpucException>().With.Message.Contains($"'{name}'").And.Message.Contains(range));

    [Test]
    public void The_projection_head_has_the_released_codes_sizes()
    {
        Assert.That(
            ProjectionOptions.From(new OptionValues(ProjectionOptions.Schema)),
            Is.EqualTo(new ProjectionOptions { Hidden = 1024, Size = 512 }));
        var values = new OptionValues(ProjectionOptions.Schema, new Dictionary<string, object> { ["hidden"] = 8, ["size"] = 4 });
        Assert.That(ProjectionOptions.From(values), Is.EqualTo(new ProjectionOptions { Hidden = 8, Size = 4 }));
    }

    private static TrainingOptions From(params (string Name, object Value)[] values) =>
        TrainingOptions.From(new OptionValues(TrainingOptions.Schema, values.ToDictionary(value => value.Name, value => value.Value)));
}
