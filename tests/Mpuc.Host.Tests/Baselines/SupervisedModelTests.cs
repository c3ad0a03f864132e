using Mpuc.Host.Baselines;
using Mpuc.Host.Data;
using Mpuc.Host.Evaluation.Downstream;
using Mpuc.Host.Tests.Training;
using Mpuc.Host.Training;
using static TorchSharp.torch;

namespace Mpuc.Host.Tests.Baselines;

internal sealed class SupervisedModelTests
{
    private static readonly SupervisedOptions Options = BaselineOptions.AttentionFusionSchema.Defaults with
    {
        Hidden = 32,
        Epochs = 30,
        LearningRate = 0.02,
    };

    [Test]
    public void Every_window_of_a_batch_gets_its_logits([Values(FusionKind.Concatenation, FusionKind.Attention)] FusionKind kind)
    {
        using var scope = NewDisposeScope();
        var modalities = new FakeModalities(views: 3);
        using var model = Model(modalities, kind);
        using var batch = modalities.Batch([0, 1, 2, 3]);

        Assert.That(model.Logits(batch).shape, Is.EqualTo(new long[] { 12, 2 }));
    }

    [Test]
    public void The_encoders_start_as_those_of_a_contrastive_training()
    {
        using var scope = NewDisposeScope();
        var modalities = new FakeModalities();
        using var model = new SupervisedModel(modalities.Modalities, modalities.Contexts, FusionKind.Concatenation, 2, Options, seed: 1);
        var weight = modalities.Backbones["text"].parameters().First().clone();
        using var contrastive = modalities.CreateModel(seed: 1);

        Assert.That((modalities.Backbones["text"].parameters().First() - weight).abs().max().item<float>(), Is.Zero);
        Assert.That(model.named_parameters().Select(parameter => parameter.name), Has.None.Contains("projection"));
    }

    [Test]
    public void A_missing_modality_does_not_change_what_others_say_of_other_recordings(
        [Values(FusionKind.Concatenation, FusionKind.Attention)] FusionKind kind)
    {
        using var scope = NewDisposeScope();
        var modalities = new FakeModalities(views: 1);
        using var model = Model(modalities, kind);
        model.eval();
        using var whole = modalities.Batch([0, 1, 2]);
        using var partial = Without(whole, "text", row: 1);

        var (all, some) = (model.Logits(whole), model.Logits(partial));

        Assert.That((all[0] - some[0]).abs().max().item<float>(), Is.LessThan(1e-5));
        Assert.That((all[1] - some[1]).abs().max().item<float>(), Is.GreaterThan(1e-5));
        Assert.That(some.isfinite().all().item<bool>(), Is.True);
    }

    [Test]
    public void A_recording_without_any_modality_gets_finite_logits(
        [Values(FusionKind.Concatenation, FusionKind.Attention)] FusionKind kind)
    {
        using var scope = NewDisposeScope();
        var modalities = new FakeModalities(views: 1);
        using var model = Model(modalities, kind);
        using var whole = modalities.Batch([0, 1]);
        using var partial = Without(whole, "text", row: 0);
        using var none = Without(partial, "audio", row: 0);

        Assert.That(model.Logits(none).isfinite().all().item<bool>(), Is.True);
    }

    [Test]
    public void Heads_that_do_not_divide_the_features_are_refused_with_their_setting() => Assert.That(
        () => new FusionClassifier(FusionKind.Attention, 2, 3, Options with { Heads = 7 }),
        Throws.InstanceOf<MpucException>().With.Message.Contains("baselines.attentionFusion.heads is 7"));

    [Test]
    public void Training_end_to_end_learns_what_the_labels_say([Values(FusionKind.Concatenation, FusionKind.Attention)] FusionKind kind)
    {
        using var scope = NewDisposeScope();
        var modalities = new FakeModalities(recordings: 24, batchSize: 8);
        var (split, truth) = FakeLabels.Of(24);
        var data = SupervisedStageData.From(split, "side", TaskKind.SingleLabel);
        using var model = Model(modalities, kind);
        using var loss = new ClassificationLoss(data.Space, truth, 0.5);

        var epochs = new SupervisedTrainer(model, data, loss, Options.For(new TrainingOptions { Epochs = 1000 }))
            .Train(modalities.Epoch, null, null, default);

        using var batch = modalities.Batch([.. Enumerable.Range(0, 24)], epoch: 99);
        Assert.That(epochs, Is.EqualTo(30));
        Assert.That(
            loss.Decide(loss.Probabilities(model.Logits(batch))).Take(24).Zip(truth).Count(pair => pair.First == pair.Second),
            Is.GreaterThanOrEqualTo(22));
    }

    [Test]
    public void The_best_epochs_weights_stay_and_patience_ends_the_training()
    {
        using var scope = NewDisposeScope();
        var modalities = new FakeModalities(recordings: 24, batchSize: 8);
        var (split, truth) = FakeLabels.Of(24);
        var data = SupervisedStageData.From(split, "side", TaskKind.SingleLabel);
        using var model = Model(modalities, FusionKind.Concatenation);
        using var loss = new ClassificationLoss(data.Space, truth, 0.5);
        var options = Options.For(new TrainingOptions { Epochs = 1000, Patience = 2 });
        var validations = 0;

        // The third validation and those after it see inputs that make the loss larger than any before.
        var epochs = new SupervisedTrainer(model, data, loss, options)
            .Train(modalities.Epoch, () => [Scaled(modalities.Batch([0, 1, 2, 3]), ++validations < 3 ? 1 : -50)], null, default);

        Assert.That(epochs, Is.EqualTo(2));
        Assert.That(validations, Is.EqualTo(4));
    }

    [Test]
    public void A_loss_that_is_no_number_ends_the_training_with_its_epoch()
    {
        using var scope = NewDisposeScope();
        var modalities = new FakeModalities(recordings: 24, batchSize: 8);
        var (split, truth) = FakeLabels.Of(24);
        var data = SupervisedStageData.From(split, "side", TaskKind.SingleLabel);
        using var model = Model(modalities, FusionKind.Concatenation);
        using var loss = new ClassificationLoss(data.Space, truth, 0.5);
        modalities.Backbones["text"].Spoil = features => features * float.NaN;

        Assert.That(
            () => new SupervisedTrainer(model, data, loss, Options.For(new TrainingOptions())).Train(modalities.Epoch, null, null, default),
            Throws.InstanceOf<MpucException>().With.Message.Contains("stopped in epoch 1"));
    }

    private static SupervisedModel Model(FakeModalities modalities, FusionKind kind) =>
        new(modalities.Modalities, modalities.Contexts, kind, 2, Options, seed: 1);

    private static WindowBatch Without(WindowBatch batch, string name, int row)
    {
        var windows = batch.Modalities[name];
        var kept = windows.Rows.Index().Where(pair => pair.Item != row).ToList();
        var places = tensor(kept.Select(pair => (long)pair.Index).ToArray(), ScalarType.Int64);
        var cut = new ModalityBatch(
            windows.Values.index_select(0, places), windows.Lengths.index_select(0, places), [.. kept.Select(pair => pair.Item)]);
        return new WindowBatch
        {
            RecordingIds = batch.RecordingIds,
            Views = batch.Views,
            Modalities = batch.Modalities.ToDictionary(
                pair => pair.Key,
                pair =>
                    pair.Key == name ? cut : pair.Value with { Values = pair.Value.Values.clone(), Lengths = pair.Value.Lengths.clone() }),
        };
    }

    private static WindowBatch Scaled(WindowBatch batch, double factor) => new()
    {
        RecordingIds = batch.RecordingIds,
        Views = batch.Views,
        Modalities = batch.Modalities.ToDictionary(pair => pair.Key, pair => pair.Value with { Values = pair.Value.Values * factor }),
    };
}
