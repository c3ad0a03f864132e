using Mpuc.Host.Baselines;
using Mpuc.Host.Training;

namespace Mpuc.Host.Tests.Baselines;

/// <summary>The defaults of Sec. IV-B, and of Sec. III-D where it says nothing.</summary>
public class BaselineOptionsTests
{
    private static readonly BaselineOptions Defaults = new();

    [Test]
    public void Unimodal_learning_is_trained_as_the_paper_trains_acoustics()
    {
        var options = Defaults.UnimodalOf("any").For(new TrainingOptions());

        Assert.That(
            (
                options.LearningRate,
                options.Decay,
                options.StepEpochs,
                options.BatchSize,
                options.Epochs,
                options.Momentum,
                options.WeightDecay),
            Is.EqualTo((0.001, 0.9, 10, 32, 100, 0.9, 0.001)));
    }

    [Test]
    public void Late_fusion_takes_batches_of_32_and_attention_of_64_until_patience_ends_them()
    {
        var run = new TrainingOptions();
        var (late, attention) = (Defaults.LateFusion.For(run), Defaults.AttentionFusion.For(run));

        Assert.That((late.BatchSize, late.Epochs, late.LearningRate, late.Patience), Is.EqualTo((32, 2000, 0.001, run.Patience)));
        Assert.That(
            (attention.BatchSize, attention.Epochs, attention.LearningRate, attention.StepEpochs),
            Is.EqualTo((64, 2000, 0.001, run.StepEpochs)));
    }

    [Test]
    public void No_baseline_trains_longer_than_the_run_it_is_compared_with() =>
        Assert.That(Defaults.UnimodalOf("any").For(new TrainingOptions { Epochs = 7 }).Epochs, Is.EqualTo(7));

    [Test]
    public void The_runs_own_optimizer_does_not_leak_into_a_baseline()
    {
        var run = new TrainingOptions
        {
            Optimizer = OptimizerKind.AdamW,
            Schedule = ScheduleKind.Cosine,
            WarmupEpochs = 5,
            LearningRate = 1,
        };

        var options = Defaults.LateFusion.For(run);

        Assert.That((options.Optimizer, options.Schedule, options.WarmupEpochs), Is.EqualTo((OptimizerKind.Sgd, ScheduleKind.Step, 0)));
    }
}
