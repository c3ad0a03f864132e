using Mpuc.Host.Tests.Training.Runs;
using Mpuc.Host.Training;
using Mpuc.Weights.Safetensors;

namespace Mpuc.Host.Tests.Distributed;

/// <summary>Whole runs of several processes, which threads stand for.</summary>
[NonParallelizable]
public sealed class GroupRunTests
{
    [Test]
    public void Process_0_writes_one_run_and_all_get_its_summary()
    {
        using var toy = new ToyRun();
        toy.WriteData(validation: 4);
        var summaries = ThreadGroup.Run(2, group => toy.Train(group));

        Assert.That(summaries[1] with { Seconds = 0 }, Is.EqualTo(summaries[0] with { Seconds = 0 }));
        Assert.That(summaries[0].Steps, Is.EqualTo(12));
        Assert.That(RunManifest.Read(toy.Directory).Processes, Is.EqualTo(2));
        Assert.That(new MetricsFile(toy.Directory.MetricsPath).Read(), Has.Count.EqualTo(8), "a line for training and one for validation, once an epoch");
    }

    [Test]
    public void A_checkpoint_holds_every_processs_generator_and_any_number_of_processes_goes_on([Values(1, 2, 3)] int size)
    {
        using var toy = new ToyRun { Training = new TrainingOptions { Epochs = 2, BatchSize = 8, LearningRate = 0.01 } };
        ThreadGroup.Run(2, group => toy.Train(group));
        Assert.That(Names(toy, "step-000000006.safetensors"), Does.Contain("generator").And.Contain("generator.1").And.Not.Contain("generator.2"));

        toy.Training = toy.Training with { Epochs = 3 };
        var summary = size == 1 ? toy.Train(resume: true) : ThreadGroup.Run(size, group => toy.Train(group, resume: true))[0];

        Assert.That((summary.Epochs, summary.Steps), Is.EqualTo((3, 9)));
        Assert.That(new MetricsFile(toy.Directory.MetricsPath).Read().Select(line => line.Epoch), Is.EqualTo(new[] { 1, 2, 3 }));
        var generators = Names(toy, "step-000000009.safetensors").Count(name => name.StartsWith("generator", StringComparison.Ordinal));
        Assert.That(generators, Is.EqualTo(size));
    }

    [Test]
    public void A_process_that_was_started_with_another_configuration_is_named()
    {
        using var toy = new ToyRun();
        using var other = new ToyRun { Training = new TrainingOptions { Epochs = 5, BatchSize = 8, LearningRate = 0.01 } };
        var outcomes = ThreadGroup.Outcomes(2, group => (group.Rank == 0 ? toy : other).Train(group));
        foreach (var (_, failure) in outcomes)
        {
            Assert.That(failure, Is.TypeOf<MpucException>().With.Message.EqualTo(
                "Process 1 of 2 was started with another configuration than process 0; all must have the same."));
        }

        Assert.That(Directory.Exists(toy.Output), Is.False, "a refused run leaves no run folder");
    }

    [Test]
    public void A_process_with_other_data_is_named()
    {
        using var toy = new ToyRun();
        using var other = new ToyRun();
        other.WriteData(validation: 4);
        var outcomes = ThreadGroup.Outcomes(2, group => (group.Rank == 0 ? toy : other).Train(group));
        Assert.That(outcomes.Select(outcome => outcome.Failure!.Message), Is.All.Contains("Process 1 of 2 was started with another data than process 0"));
    }

    [Test]
    public void One_process_that_is_asked_to_stop_stops_all_after_the_same_step()
    {
        using var toy = new ToyRun { Training = new TrainingOptions { Epochs = 1000, BatchSize = 8, LearningRate = 0.001 } };
        using var stop = new CancellationTokenSource();
        var outcomes = ThreadGroup.Outcomes(2, group => group.Rank == 0
            ? toy.Train(group, progress: new AfterAStep(stop.Cancel))
            : toy.Train(group, cancellationToken: stop.Token));

        Assert.That(outcomes.Select(outcome => outcome.Failure), Is.All.InstanceOf<OperationCanceledException>());
        using var checkpoint = new CheckpointFolder(toy.Directory.CheckpointsPath, toy.Log).OpenNewest();
        Assert.That(checkpoint!.State.Step, Is.Positive);
    }

    private static IEnumerable<string> Names(ToyRun toy, string checkpoint)
    {
        using var file = SafetensorsFile.Open(Path.Combine(toy.Directory.CheckpointsPath, checkpoint));
        return [.. file.Entries.Keys];
    }

    /// <summary>Does something after the first step.</summary>
    private sealed class AfterAStep(Action act) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => act();
    }
}
