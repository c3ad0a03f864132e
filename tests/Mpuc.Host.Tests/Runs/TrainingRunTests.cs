using System.Text.Json;
using Mpuc.Host.Data.Batches;
using Mpuc.Host.Objectives;
using Mpuc.Host.Runs;

namespace Mpuc.Host.Tests.Runs;

public sealed class TrainingRunTests
{
    private ToyRun _run = null!;

    [SetUp]
    public void CreateRun() => _run = new ToyRun();

    [TearDown]
    public void DeleteRun() => _run.Dispose();

    [Test]
    public void A_training_leaves_a_complete_folder()
    {
        var summary = _run.Train();
        Assert.That(
            (summary.Stopped, summary.Epochs, summary.Steps, summary.TrainingRecordings, summary.Unsupervised),
            Is.EqualTo(("completed", 4, 12L, 20, true)));
        Assert.That(summary.LastLoss, Is.LessThan(summary.FirstLoss));
        var files = Directory.EnumerateFiles(_run.Output, "*", SearchOption.AllDirectories).Select(
            path => Path.GetRelativePath(_run.Output, path));
        Assert.That(files, Is.EquivalentTo(new[]
        {
            "config.json", "manifest.json", "metrics.jsonl", "log.txt", "summary.json",
            "checkpoints/step-000000009.safetensors", "checkpoints/step-000000012.safetensors",
        }));
        Assert.That(_run.Directory.IsFinished, Is.True);
        Assert.That(new MetricsFile(_run.Directory.MetricsPath).Read(), Has.Count.EqualTo(4));
    }

    [Test]
    public void Batches_of_one_group_need_two_recordings_of_every_group()
    {
        _run.Training = _run.Training with { Batches = BatchComposition.Group };
        _run.GroupOf = id => id == 5 ? "alone" : $"g{id % 3}";
        _run.WriteData();
        Assert.That(() => _run.Train(), Throws.TypeOf<MpucException>().With.Message.EqualTo(
            "training.batches is 'group', but 'r5' is the only recording of the group 'alone', which leaves nothing to contrast it with; "
            + "leave it out, or let 'shuffled' mix the groups."));
        _run.GroupOf = id => id == 5 ? string.Empty : $"g{id % 3}";
        _run.WriteData();
        Assert.That(() => _run.Train(), Throws.TypeOf<MpucException>().With.Message.EqualTo(
            "training.batches is 'group', but the recording 'r5' has no group; 'shuffled' needs none."));
    }

    [Test]
    public void Batches_of_one_group_train()
    {
        _run.Training = _run.Training with { Batches = BatchComposition.Group };
        var summary = _run.Train();
        Assert.That((summary.Epochs, summary.Steps), Is.EqualTo((4, 12L)), "7, 7 and 6 recordings of three groups");
        Assert.That(summary.LastLoss, Is.LessThan(summary.FirstLoss));
    }

    [Test]
    public void A_transductive_training_counts_the_test_recordings()
    {
        _run.IsTransductive = true;
        Assert.That(_run.Train().TrainingRecordings, Is.EqualTo(30));
    }

    [Test]
    public void A_supervised_objective_may_not_be_transductive()
    {
        _run.IsTransductive = true;
        _run.Objective = new ObjectiveOptions { Variant = ObjectiveVariant.Supcon };
        Assert.That(
            () => _run.Train(),
            Throws.TypeOf<MpucException>().With.Message.StartsWith(
                "data.split.transductive lets the encoders learn from the test recordings"));
    }

    [Test]
    public void The_manifest_names_everything_that_determined_the_run()
    {
        _run.WriteData(validation: 4);
        _run.Train();
        var manifest = RunManifest.Read(_run.Directory);
        Assert.That(manifest.Training.Select(recording => recording.Id), Is.EqualTo(Enumerable.Range(0, 20).Select(id => $"r{id}")));
        Assert.That((manifest.Validation.Count, manifest.Test.Count, manifest.Training[4].Group), Is.EqualTo((4, 6, "g1")));
        Assert.That((manifest.Seed, manifest.Device, manifest.Objective, manifest.Unsupervised), Is.EqualTo((7, "cpu", "Paper", true)));
        Assert.That(
            manifest.Modalities.Select(modality => (modality.Name, modality.Plugin.Id, modality.Plugin.Sha256)),
            Is.EqualTo(new[] { ("audio", "test.toy", "cafe"), ("text", "test.toy", "cafe") }));
        Assert.That(new[] { manifest.ConfigurationSha256, manifest.DataSha256 }, Is.All.Length.EqualTo(64));
        Assert.That(manifest.Libraries["libtorch"], Is.Not.Empty);
        Assert.That(manifest.Threads, Is.GreaterThan(0));
        using var json = JsonDocument.Parse(File.ReadAllText(_run.Directory.ManifestPath));
        Assert.That(json.RootElement.GetProperty("unsupervised").GetBoolean(), Is.True);
    }

    [Test]
    public void Other_labels_leave_every_weight_bit_for_bit_the_same()
    {
        using var other = new ToyRun();
        other.WriteData(emotion: id => id % 2 == 0 ? "angry" : "sad");
        _run.Train();
        other.Train();
        Assert.That(other.Weights("step-000000012.safetensors"), Is.EqualTo(_run.Weights("step-000000012.safetensors")));
    }

    [Test]
    public void The_data_hash_is_of_contents_and_not_of_labels()
    {
        using var relabelled = new ToyRun();
        relabelled.WriteData(emotion: _ => "angry");
        using var changed = new ToyRun();
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(changed.Manifest)!, "a3.txt"), "1 2 3 4 5 6");
        foreach (var run in new[] { _run, relabelled, changed })
        {
            run.Train();
        }

        var hash = RunManifest.Read(_run.Directory).DataSha256;
        Assert.That(RunManifest.Read(relabelled.Directory).DataSha256, Is.EqualTo(hash));
        Assert.That(RunManifest.Read(changed.Directory).DataSha256, Is.Not.EqualTo(hash));
    }

    [Test]
    public void Another_test_recording_leaves_every_weight_bit_for_bit_the_same()
    {
        using var other = new ToyRun();
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(other.Manifest)!, "a29.txt"), "9 9 9 9 9 9");
        _run.Train();
        other.Train();
        Assert.That(other.Weights("step-000000012.safetensors"), Is.EqualTo(_run.Weights("step-000000012.safetensors")));
        Assert.That(RunManifest.Read(other.Directory).DataSha256, Is.Not.EqualTo(RunManifest.Read(_run.Directory).DataSha256));
    }

    [Test]
    public void A_supervised_run_says_so()
    {
        _run.WriteData(emotion: id => id % 2 == 0 ? "angry" : "sad");
        _run.Objective = new ObjectiveOptions { Variant = ObjectiveVariant.Supcon };
        Assert.That(_run.Train().Unsupervised, Is.False);
        Assert.That(RunManifest.Read(_run.Directory).Unsupervised, Is.False);
    }

    [Test]
    public void A_supervised_run_without_its_label_leaves_nothing_behind()
    {
        _run.Label = "valence";
        _run.Objective = new ObjectiveOptions { Variant = ObjectiveVariant.Supcon };
        Assert.That(() => _run.Train(), Throws.TypeOf<MpucException>().With.Message.Contains("'valence'"));
        Assert.That(_run.Output, Does.Not.Exist);
    }

    [Test]
    public void With_validation_the_best_checkpoint_is_kept()
    {
        _run.WriteData(validation: 4);
        var summary = _run.Train();
        var validation = new MetricsFile(_run.Directory.MetricsPath).Read().Where(line => line.Split == "validation").ToList();
        Assert.That(validation, Has.Count.EqualTo(4));
        Assert.That(
            (summary.BestValidationLoss, summary.BestEpoch),
            Is.EqualTo((validation.Min(line => line.Loss), validation.MinBy(line => line.Loss)!.Epoch)));
        using var run = _run.Load();
        Assert.That(run.CheckpointPath, Does.EndWith("best.safetensors"));
        Assert.That(run.State.Epoch, Is.EqualTo(summary.BestEpoch));
    }

    [Test]
    public void Without_validation_the_log_says_that_patience_is_off()
    {
        _run.Train();
        Assert.That(File.ReadAllText(_run.Directory.LogPath), Does.Contain("patience is off"));
    }

    [Test]
    public void Recordings_with_one_modality_are_left_out_and_counted()
    {
        _run.WriteData(withoutText: 3);
        Assert.That(_run.Train().TrainingRecordings, Is.EqualTo(17));
        Assert.That(File.ReadAllText(_run.Directory.LogPath), Does.Contain("3 of 20 training recordings have fewer than 2 modalities"));
    }

    [Test]
    public void Data_that_cannot_be_read_leave_nothing_behind()
    {
        File.Delete(_run.Manifest);
        Assert.That(() => _run.Train(), Throws.TypeOf<MpucException>().With.Message.Contains("manifest.csv"));
        Assert.That(_run.Output, Does.Not.Exist);
    }

    [Test]
    public void Too_few_recordings_with_both_modalities_are_refused()
    {
        _run.WriteData(withoutText: 19);
        Assert.That(() => _run.Train(), Throws.TypeOf<MpucException>().With.Message.Contains("of 20 training recordings 1 has"));
        Assert.That(_run.Output, Does.Not.Exist);
    }

    [Test]
    public void Equal_configurations_give_equal_weights_on_any_number_of_workers()
    {
        using var other = new ToyRun { Workers = 5 };
        _run.Train();
        other.Train();
        Assert.That(other.Weights("step-000000012.safetensors"), Is.EqualTo(_run.Weights("step-000000012.safetensors")));
    }
}
