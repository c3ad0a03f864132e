using Mpuc.Host.Runs;
using Mpuc.Host.Tests.Training;
using Mpuc.Host.Training;

namespace Mpuc.Host.Tests.Runs;

public sealed class ResumedRunTests
{
    private ToyRun _run = null!;

    [SetUp]
    public void CreateRun() => _run = new ToyRun();

    [TearDown]
    public void DeleteRun() => _run.Dispose();

    [Test]
    public void A_finished_run_continues_to_more_epochs_as_if_it_had_never_stopped()
    {
        using var straight = new ToyRun();
        straight.Train();
        _run.Training = _run.Training with { Epochs = 2 };
        _run.Train();
        _run.Training = _run.Training with { Epochs = 4 };
        var summary = _run.Train(resume: true);
        AssertEqual(straight);
        Assert.That(summary.Epochs, Is.EqualTo(4));
        Assert.That(File.ReadAllText(_run.Directory.ConfigurationPath), Does.Contain("\"epochs\": 4"));
    }

    [Test]
    public void A_cancelled_run_says_how_to_continue_and_continues_as_if_it_had_never_stopped([Values(1, 2, 3)] int batch)
    {
        using var straight = new ToyRun();
        straight.Train();
        var exception = Assert.Catch<OperationCanceledException>(() => Cancel(epoch: 2, batch));
        Assert.That(exception!.Message, Does.Contain("--resume").And.Contain(_run.Output));
        Assert.That(_run.Directory.IsFinished, Is.False);
        _run.Train(resume: true);
        AssertEqual(straight);
    }

    [Test]
    public void A_damaged_checkpoint_is_named_and_the_one_before_it_continued_from()
    {
        using var straight = new ToyRun();
        straight.Train();
        Assert.Catch<OperationCanceledException>(() => Cancel(epoch: 3, batch: 2));
        File.WriteAllText(Path.Combine(_run.Directory.CheckpointsPath, "step-000000008.safetensors"), "half a file");
        var sink = new WarningSink();
        _run.Log = sink.Logger;
        _run.Train(resume: true);
        Assert.That(sink.Messages, Has.Some.Contains("step-000000008.safetensors"));
        AssertEqual(straight);
    }

    [Test]
    public void A_run_without_a_checkpoint_starts_over()
    {
        using var straight = new ToyRun();
        straight.Train();
        _run.Train();
        Directory.Delete(_run.Directory.CheckpointsPath, recursive: true);
        _run.Train(resume: true);
        AssertEqual(straight);
    }

    [Test]
    public void Resuming_a_completed_run_changes_nothing()
    {
        var first = _run.Train();
        var second = _run.Train(resume: true);
        Assert.That(second, Is.EqualTo(first));
    }

    [Test]
    public void Other_settings_are_refused_and_the_run_is_left_as_it_is()
    {
        _run.Train();
        _run.Training = _run.Training with { LearningRate = 0.5 };
        Assert.That(
            () => _run.Train(resume: true),
            Throws.TypeOf<MpucException>().With.Message.Contains("'training.learningRate' was 0.01 and is now 0.5"));
        Assert.That(_run.Directory.IsFinished, Is.True);
    }

    [TestCase("{ \"seed\": 0,")]
    [TestCase("{ \"seed\": 0, \"seed\": 1 }")]
    public void A_damaged_configuration_of_the_run_is_named(string text)
    {
        _run.Train();
        File.WriteAllText(_run.Directory.ConfigurationPath, text);

        Assert.That(
            () => _run.Train(resume: true),
            Throws.TypeOf<MpucException>().With.Message.StartsWith($"{_run.Directory.ConfigurationPath} is damaged"));
    }

    private void Cancel(int epoch, int batch)
    {
        using var source = new CancellationTokenSource();
        _run.Train(progress: new Canceller(source, epoch, batch), cancellationToken: source.Token);
    }

    private void AssertEqual(ToyRun straight)
    {
        Assert.That(_run.Weights("step-000000012.safetensors"), Is.EqualTo(straight.Weights("step-000000012.safetensors")));
        var (left, right) = (new MetricsFile(_run.Directory.MetricsPath).Read(), new MetricsFile(straight.Directory.MetricsPath).Read());
        Assert.That(
            left.Select(line => (line.Epoch, line.Step, line.Loss)), Is.EqualTo(right.Select(line => (line.Epoch, line.Step, line.Loss))));
    }

    private sealed class Canceller(CancellationTokenSource source, int epoch, int batch) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value)
        {
            if (value.Epoch == epoch && value.Batch == batch)
            {
                source.Cancel();
            }
        }
    }
}
