using Mpuc.Host.Objectives;
using Mpuc.Host.Training;
using Mpuc.Host.Training.Checkpoints;
using Mpuc.Weights.Safetensors;
using Serilog.Core;
using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Host.Tests.Training.Checkpoints;

public sealed class CheckpointTests
{
    private static readonly ProjectionOptions Projection = new() { Hidden = 16, Size = 8 };

    private readonly FakeModalities _fake = new();
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void CreateFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void Everything_comes_back()
    {
        using var statistic = tensor(new[] { 1.5, 2.5 });
        var path = Write("x.safetensors", new Dictionary<string, Tensor> { ["audio.normalization.mean"] = statistic });
        using var checkpoint = Checkpoint.Open(path);
        Assert.That(checkpoint.State.Step, Is.EqualTo(3));
        Assert.That(checkpoint.State.FirstLoss, Is.Not.Null);
        Assert.That(checkpoint.Contexts["audio"].FrameShape, Is.EqualTo(new long[] { 6 }));
        Assert.That(checkpoint.Contexts["audio"].WindowFrames, Is.EqualTo(1));
        Assert.That(checkpoint.ReadStatistics()["audio.normalization.mean"].data<double>().ToArray(), Is.EqualTo(new[] { 1.5, 2.5 }));
        Assert.That(() => checkpoint.Check(Identity()), Throws.Nothing);
    }

    [Test]
    public void Weights_momentum_generator_and_statistics_have_names_that_python_can_read()
    {
        using var statistic = ones(1);
        using var file = SafetensorsFile.Open(
            Write("x.safetensors", new Dictionary<string, Tensor> { ["audio.normalization.mean"] = statistic }));
        Assert.That(file.Entries.Keys, Is.SupersetOf(new[]
        {
            "model.audio.backbone.fc.weight",
            "model.text.projection.fc2.bias",
            "optimizer.momentum.audio.backbone.fc.weight",
            "generator",
            "statistics.audio.normalization.mean",
        }));
    }

    [Test]
    public void A_checkpoint_that_is_not_for_resuming_holds_the_model_alone()
    {
        using var model = Train(out var trainer);
        Checkpoint.Write(
            _folder.File("best.safetensors"), trainer, Identity(), _fake.Contexts, new Dictionary<string, Tensor>(), resumable: false);
        using var file = SafetensorsFile.Open(_folder.File("best.safetensors"));
        Assert.That(file.Entries.Keys, Is.All.StartsWith("model."));
    }

    [Test]
    public void Another_plugin_version_is_refused_with_what_was_expected_and_found()
    {
        using var checkpoint = Checkpoint.Open(Write("x.safetensors"));
        var other = ModelIdentity.Of([_fake.Modality("audio"), _fake.Modality("text", version: "2.0.0")], _fake.Contexts, Projection);
        Assert.That(
            () => checkpoint.Check(other),
            Throws.TypeOf<MpucException>().With.Message.Contains("x.safetensors")
                .And.Message.Contains("'text.backbonePluginVersion' is '1.2.3', expected is '2.0.0'"));
    }

    [Test]
    public void A_flipped_bit_anywhere_in_the_tensors_is_found()
    {
        var path = Write("x.safetensors");
        var bytes = File.ReadAllBytes(path);
        bytes[^5000] ^= 1;
        File.WriteAllBytes(path, bytes);
        Assert.That(
            () => Checkpoint.Open(path),
            Throws.TypeOf<MpucException>().With.Message.Contains("x.safetensors").And.Message.Contains("checksum"));
    }

    [Test]
    public void A_safetensors_file_from_elsewhere_is_no_checkpoint()
    {
        using var tensor = ones(1);
        SafetensorsFile.Write(_folder.File("other.safetensors"), new Dictionary<string, Tensor> { ["model.a"] = tensor });
        Assert.That(
            () => Checkpoint.Open(_folder.File("other.safetensors")),
            Throws.TypeOf<MpucException>().With.Message.Contains("no checkpoint"));
    }

    [Test]
    public void Metadata_that_are_not_as_written_are_refused()
    {
        using var tensor = ones(1);
        SafetensorsFile.Write(
            _folder.File("odd.safetensors"),
            new Dictionary<string, Tensor> { ["model.a"] = tensor },
            new Dictionary<string, string> { ["mpuc.format"] = "1", ["mpuc.state"] = "{\"epoch\":\"three\"}" });
        Assert.That(
            () => Checkpoint.Open(_folder.File("odd.safetensors")), Throws.TypeOf<MpucException>().With.Message.Contains("metadata"));
    }

    [TestCase("{\"totals\":null}", "{}")]
    [TestCase("{}", "{\"voice\":null}")]
    [TestCase("{}", "{\"voice\":{\"windowFrames\":3}}")]
    [TestCase("{}", "{\"voice\":{\"frameShape\":null,\"windowFrames\":3}}")]
    public void A_checkpoint_whose_metadata_lack_a_value_is_damaged(string state, string contexts)
    {
        using var tensor = zeros(1);
        SafetensorsFile.Write(
            _folder.File("odd.safetensors"),
            new Dictionary<string, Tensor> { ["model.a"] = tensor },
            new Dictionary<string, string>
            {
                ["mpuc.format"] = "1",
                ["mpuc.state"] = state,
                ["mpuc.contexts"] = contexts,
                ["mpuc.identity"] = "{}",
                ["mpuc.sha256"] = "",
            });

        Assert.That(
            () => Checkpoint.Open(_folder.File("odd.safetensors")),
            Throws.TypeOf<MpucException>().With.Message.Contains("is damaged: its metadata are not as written"));
    }

    [Test]
    public void The_newest_sound_checkpoint_wins_and_the_damaged_one_is_named()
    {
        var folder = new CheckpointFolder(_folder.Path, Logger.None);
        Write(Path.GetFileName(folder.PathOf(3)));
        File.WriteAllText(folder.PathOf(6), "half a file");
        var sink = new WarningSink();
        using var checkpoint = new CheckpointFolder(_folder.Path, sink.Logger).OpenNewest();
        Assert.That(checkpoint!.Path, Is.EqualTo(folder.PathOf(3)));
        Assert.That(sink.Messages, Has.Count.EqualTo(1).And.All.Contains("step-000000006.safetensors"));
    }

    [Test]
    public void A_folder_without_a_sound_checkpoint_has_none()
    {
        var folder = new CheckpointFolder(_folder.Path, Logger.None);
        Assert.That(folder.OpenNewest(), Is.Null);
        File.WriteAllText(folder.PathOf(6), "half a file");
        Assert.That(folder.OpenNewest(), Is.Null);
        Assert.That(new CheckpointFolder(_folder.File("absent"), Logger.None).OpenBest(), Is.Null);
    }

    [Test]
    public void The_best_checkpoint_is_preferred_and_a_damaged_one_passed_over()
    {
        var folder = new CheckpointFolder(_folder.Path, Logger.None);
        Write(Path.GetFileName(folder.PathOf(9)));
        Write("best.safetensors");
        using (var best = folder.OpenBest())
        {
            Assert.That(best!.Path, Is.EqualTo(folder.BestPath));
        }

        File.WriteAllText(folder.BestPath, "half a file");
        using var newest = folder.OpenBest();
        Assert.That(newest!.Path, Is.EqualTo(folder.PathOf(9)));
    }

    [Test]
    public void Only_the_newest_checkpoints_and_the_best_are_kept()
    {
        var folder = new CheckpointFolder(_folder.Path, Logger.None);
        var notes = _folder.File("notes.txt");
        foreach (var path in new[]
        {
            folder.PathOf(8), folder.PathOf(9), folder.PathOf(10), folder.PathOf(1234567), folder.BestPath, notes,
        })
        {
            File.WriteAllText(path, string.Empty);
        }

        folder.Prune(2);
        Assert.That(
            Directory.GetFiles(_folder.Path),
            Is.EquivalentTo(new[] { folder.PathOf(10), folder.PathOf(1234567), folder.BestPath, notes }));
    }

    private ModelIdentity Identity() => ModelIdentity.Of(_fake.Modalities, _fake.Contexts, Projection);

    private MultimodalEncoder Train(out ContrastiveTrainer trainer)
    {
        var model = _fake.CreateModel();
        trainer = new ContrastiveTrainer(model, new ObjectiveOptions(), new TrainingOptions { Epochs = 1, BatchSize = 8 });
        trainer.Train(_fake.Epoch, _fake.BatchesPerEpoch, null, new TrainingLog(), default);
        return model;
    }

    private string Write(string name, Dictionary<string, Tensor>? statistics = null)
    {
        using var model = Train(out var trainer);
        using (trainer)
        {
            Checkpoint.Write(_folder.File(name), trainer, Identity(), _fake.Contexts, statistics ?? []);
        }

        return _folder.File(name);
    }
}
