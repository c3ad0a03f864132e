using Mpuc.Host.Data.Batches;
using TorchSharp;

namespace Mpuc.Host.Tests.Runs;

public sealed class TrainedRunTests
{
    private ToyRun _run = null!;

    [SetUp]
    public void CreateRun()
    {
        _run = new ToyRun();
        _run.Train();
    }

    [TearDown]
    public void DeleteRun() => _run.Dispose();

    [Test]
    public void The_weights_are_the_last_checkpoints_and_the_encoders_evaluate()
    {
        using var run = _run.Load();
        var saved = _run.Weights("step-000000012.safetensors");
        Assert.That(run.Model.state_dict().ToDictionary(weight => weight.Key, weight => weight.Value.bytes.ToArray()), Is.EqualTo(saved));
        Assert.That(run.Model.training, Is.False);
        Assert.That((run.State.Epoch, run.Manifest.Unsupervised), Is.EqualTo((4, true)));
    }

    [Test]
    public void Untrained_encoders_have_the_weights_that_the_training_began_with()
    {
        using var frozen = new ToyRun { Training = _run.Training with { LearningRate = 0 } };
        frozen.Train();
        using var run = _run.Load();
        using var untrained = run.CreateUntrained();
        Assert.That(
            untrained.state_dict().ToDictionary(weight => weight.Key, weight => weight.Value.bytes.ToArray()),
            Is.EqualTo(frozen.Weights("step-000000012.safetensors")));
    }

    [Test]
    public void Test_recordings_are_normalised_by_what_the_training_recordings_taught()
    {
        using var run = _run.Load();
        var test = run.ReadData().Split.Test.Select(recording => recording.WithoutLabels()).ToList();
        using var store = run.OpenStore(test);
        using var all = run.OpenStore([.. run.ReadData().Split.Training.Select(recording => recording.WithoutLabels())]);
        var mean = torch.stack(
            [.. run.ReadData().Split.Training.Select(recording => all.Read(recording.WithoutLabels(), run.Modalities[0])!.Values)]).mean();
        Assert.That(mean.item<float>(), Is.Zero.Within(1e-5), "training recordings have zero mean");
        Assert.That(store.Read(test[0], run.Modalities[0]), Is.Not.Null);
    }

    [Test]
    public void Features_come_out_for_test_recordings()
    {
        using var run = _run.Load();
        var test = run.ReadData().Split.Test.Select(recording => recording.WithoutLabels()).ToList();
        using var store = run.OpenStore(test);
        using var batch = new EvaluationWindows(test, store, run.Modalities, 1, 1, 64).Batches().Single();
        Assert.That(run.Model.Features(batch)["audio"].shape, Is.EqualTo(new long[] { 10, 512 }));
    }

    [Test]
    public void The_split_is_the_trainings()
    {
        using var run = _run.Load();
        Assert.That(
            run.ReadData().Split.Test.Select(recording => recording.Id), Is.EqualTo(run.Manifest.Test.Select(recording => recording.Id)));
    }

    [Test]
    public void Data_that_have_changed_are_refused()
    {
        using var run = _run.Load();
        _run.WriteData(validation: 2);
        Assert.That(
            () => run.ReadData(), Throws.TypeOf<MpucException>().With.Message.Contains("have changed").And.Message.Contains("validation"));
    }

    [Test]
    public void Another_plugin_version_is_refused() => Assert.That(
        () => _run.Load(pluginVersion: "2.0.0"),
        Throws.TypeOf<MpucException>().With.Message.Contains("'audio.backbonePluginVersion' is '1.0.0', expected is '2.0.0'"));

    [Test]
    public void A_run_without_a_checkpoint_is_refused()
    {
        Directory.Delete(_run.Directory.CheckpointsPath, recursive: true);
        Assert.That(() => _run.Load(), Throws.TypeOf<MpucException>().With.Message.Contains("no sound checkpoint"));
    }

    [TestCase("{ half")]
    [TestCase("null")]
    public void A_damaged_manifest_is_named(string content)
    {
        File.WriteAllText(_run.Directory.ManifestPath, content);
        Assert.That(() => _run.Load(), Throws.TypeOf<MpucException>().With.Message.Contains("manifest.json is damaged"));
    }
}
