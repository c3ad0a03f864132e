using Mpuc.Host.Data;
using Mpuc.Host.Objectives;
using Mpuc.Host.Training;

namespace Mpuc.Host.Tests.Training;

public sealed class SupervisedLabelsTests
{
    [Test]
    public void Classes_are_numbered_in_the_labels_order()
    {
        var labels = new SupervisedLabels([Recording("r0", "sad"), Recording("r1", "angry"), Recording("r2", "sad")], "emotion");
        using var batch = new FakeModalities().Batch([2, 1, 0]);
        Assert.That(labels.Of(batch.RecordingIds), Is.EqualTo(new long[] { 1, 0, 1 }));
    }

    [Test]
    public void A_recording_without_the_label_is_named_with_what_it_has()
    {
        Assert.That(
            () => new SupervisedLabels([Recording("r0", "sad")], "valence"),
            Throws.TypeOf<MpucException>().With.Message.Contains("'r0' has only emotion").And.Message.Contains("'valence'"));
        Assert.That(
            () => new SupervisedLabels([Recording("r0", "sad") with { Labels = new Dictionary<string, string>() }], "emotion"),
            Throws.TypeOf<MpucException>().With.Message.Contains("no labels"));
    }

    [Test]
    public void Supcon_pulls_recordings_of_a_class_together()
    {
        var fake = new FakeModalities();
        var labels = new SupervisedLabels(
            [.. Enumerable.Range(0, 24).Select(id => Recording($"r{id}", id % 2 == 0 ? "sad" : "angry"))], "emotion");
        var log = new TrainingLog();
        using var model = fake.CreateModel();
        var options = new TrainingOptions { Epochs = 30, BatchSize = 8, Optimizer = OptimizerKind.AdamW, LearningRate = 0.003 };
        using var trainer = new ContrastiveTrainer(model, new ObjectiveOptions { Variant = ObjectiveVariant.Supcon }, options, labels);
        trainer.Train(fake.Epoch, fake.BatchesPerEpoch, null, log, default);
        Assert.That(log.Training[^1].Loss, Is.LessThan(log.Training[0].Loss));
    }

    private static Recording Recording(string id, string emotion) => new()
    {
        Id = id, Labels = new Dictionary<string, string> { ["emotion"] = emotion }, Sources = new Dictionary<string, ModalitySource>(),
    };
}
