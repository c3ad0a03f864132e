using Mpuc.Host.Objectives;
using Mpuc.Host.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Host.Tests.Training;

public sealed class ContrastiveTrainerFailureTests
{
    private static readonly TrainingOptions Options = new() { Epochs = 3, BatchSize = 8, LearningRate = 0.05 };

    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    public void Features_that_are_not_finite_stop_the_training_with_epoch_step_and_modality(double value)
    {
        var exception = Train("text", step => step == 5, features => features * value);
        Assert.That(
            exception.Message,
            Does.StartWith("Training stopped in epoch 2 at step 5: ").And.Contain("'text'").And.Contain("not a finite number"));
    }

    [Test]
    public void A_gradient_that_is_not_finite_stops_the_training_before_it_reaches_the_weights()
    {
        // The root's slope at 0 is infinite, and infinity times 0 is no number, while the features stay what they are.
        var exception = Train("audio", step => step == 2, features => features + (features * 0).sqrt());
        Assert.That(
            exception.Message, Does.StartWith("Training stopped in epoch 1 at step 2: the gradient of the weight 'audio.backbone.fc."));
        Assert.That(exception.Message, Does.Contain("of the modality 'audio'"));
    }

    [Test]
    public void Weights_stay_finite_when_a_gradient_is_not()
    {
        var fake = new FakeModalities();
        using var model = fake.CreateModel();
        using var trainer = new ContrastiveTrainer(model, new ObjectiveOptions(), Options);
        fake.Backbones["audio"].Spoil = features => features + (features * 0).sqrt();
        Assert.That(() => trainer.Train(fake.Epoch, 3, null, new TrainingLog(), default), Throws.TypeOf<MpucException>());
        Assert.That(model.parameters().All(parameter => parameter.isfinite().all().item<bool>()), Is.True);
    }

    [Test]
    public void A_diverging_loss_stops_the_training_with_the_bound_and_the_worst_pair()
    {
        // As if the first epoch had ended with a loss that untrained encoders are far from.
        var fake = new FakeModalities();
        using var model = fake.CreateModel();
        using var trainer = new ContrastiveTrainer(model, new ObjectiveOptions(), Options with { DivergenceFactor = 1.5 });
        trainer.Resume(trainer.State with { Epoch = 1, Step = 3, FirstLoss = 0.5 }, trainer.ResumeTensors());
        var exception = Assert.Throws<MpucException>(() => trainer.Train(fake.Epoch, 3, null, new TrainingLog(), default));
        Assert.That(
            exception!.Message,
            Does.StartWith(
                "Training stopped in epoch 2 at step 6: the epoch's mean loss ").And.Contain("exceeds 1.5, 1.5 times the first epoch's"));
        Assert.That(exception.Message, Does.Contain("'training.learningRate'"));
        Assert.That(exception.Message, Does.Contain("in the pair audio>text").Or.Contain("in the pair text>audio"));
    }

    [Test]
    public void A_backbone_of_another_feature_size_is_blamed_on_its_plugin()
    {
        var exception = Train("audio", _ => true, features => features.narrow(1, 0, 100));
        Assert.That(
            exception.Message, Does.Contain("'audio'").And.Contain("test.vectors 1.2.3").And.Contain("[16, 100]").And.Contain("[16, 512]"));
    }

    [Test]
    public void Supcon_without_labels_stops_at_the_first_step()
    {
        var fake = new FakeModalities();
        using var model = fake.CreateModel();
        using var trainer = new ContrastiveTrainer(model, new ObjectiveOptions { Variant = ObjectiveVariant.Supcon }, Options);
        Assert.That(
            () => trainer.Train(fake.Epoch, 3, null, new TrainingLog(), default),
            Throws.TypeOf<MpucException>().With.Message.Contains("'supcon'"));
    }

    [Test]
    public void A_cancelled_training_tells_its_observer_and_is_left_between_two_steps()
    {
        using var source = new CancellationTokenSource();
        var fake = new FakeModalities();
        var log = new TrainingLog { Step = progress => { if (progress is { Epoch: 2, Batch: 2 }) { source.Cancel(); } } };
        using var model = fake.CreateModel();
        using var trainer = new ContrastiveTrainer(model, new ObjectiveOptions(), Options);
        Assert.That(() => trainer.Train(fake.Epoch, 3, null, log, source.Token), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(log.Cancellations, Is.EqualTo(1));
        Assert.That((trainer.State.Epoch, trainer.State.Batches, trainer.State.Step), Is.EqualTo((1, 2, 5L)));
        Assert.That(log.Training, Has.Count.EqualTo(1));
    }

    private static MpucException Train(string modality, Func<long, bool> at, Func<Tensor, Tensor> spoil)
    {
        var fake = new FakeModalities();
        using var model = fake.CreateModel();
        using var trainer = new ContrastiveTrainer(model, new ObjectiveOptions(), Options);
        fake.Backbones[modality].Spoil = features => at(trainer.State.Step + 1) ? spoil(features) : features;
        return Assert.Throws<MpucException>(() => trainer.Train(fake.Epoch, 3, null, new TrainingLog(), default))!;
    }
}
