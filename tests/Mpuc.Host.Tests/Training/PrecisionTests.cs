using Mpuc.Host.Objectives;
using Mpuc.Host.Training;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Mpuc.Host.Tests.Training;

public sealed class PrecisionTests
{
    [Test]
    public void In_bfloat16_the_encoders_compute_in_16_bits_and_learn_nearly_the_same()
    {
        var types = new List<ScalarType>();
        var (exact, _) = Train(TrainingPrecision.Float32, []);
        var (shorter, weights) = Train(TrainingPrecision.BFloat16, types);

        Assert.That(types.Distinct(), Is.EqualTo(new[] { ScalarType.BFloat16 }));
        Assert.That(weights.Select(weight => weight.dtype).Distinct(), Is.EqualTo(new[] { ScalarType.Float32 }), "the weights themselves stay");
        Assert.That(shorter, Is.Not.EqualTo(exact));
        Assert.That(shorter, Is.EqualTo(exact).Within(5).Percent);
    }

    [Test]
    public void Float16_without_a_GPU_is_refused()
    {
        using var model = new FakeModalities().CreateModel();
        Assert.That(
            () => new ContrastiveTrainer(model, new ObjectiveOptions(), new TrainingOptions { Precision = TrainingPrecision.Float16 }),
            Throws.TypeOf<MpucException>().With.Message.Contains("'training.precision' is 'float16'").And.Message.Contains("'bfloat16'"));
    }

    [Test]
    public void The_scale_of_the_loss_goes_out_of_the_gradients_again()
    {
        var scale = new LossScale(TrainingPrecision.Float16);
        using var weight = new Parameter(tensor(new[] { 2f, 3f }));
        scale.Apply(weight.sum()).backward();
        Assert.That(weight.grad!.data<float>().ToArray(), Is.All.EqualTo(65536f));
        scale.Remove([("weight", weight)]);
        Assert.That(weight.grad!.data<float>().ToArray(), Is.All.EqualTo(1f));
    }

    [Test]
    public void A_gradient_that_overflows_costs_a_step_and_halves_the_scale_until_nothing_is_left_of_it()
    {
        var scale = new LossScale(TrainingPrecision.Float16);
        Assert.That(scale.Learn(finite: false), Is.True);
        Assert.That(scale.Factor, Is.EqualTo(32768));
        for (var step = 0; step < 14; step++)
        {
            Assert.That(scale.Learn(finite: false), Is.True);
        }

        Assert.That(scale.Learn(finite: false), Is.False, "with a scale of 1 the gradient itself is at fault");
    }

    [Test]
    public void The_scale_doubles_after_2000_steps_and_is_kept_in_checkpoints()
    {
        var scale = new LossScale(TrainingPrecision.Float16);
        for (var step = 0; step < 1999; step++)
        {
            scale.Learn(finite: true);
        }

        var resumed = new LossScale(TrainingPrecision.Float16);
        resumed.Restore(scale.State().ToDictionary());
        resumed.Learn(finite: true);
        Assert.That((resumed.Factor, resumed.Steps), Is.EqualTo((131072, 0)));
    }

    [Test]
    public void In_other_precisions_there_is_no_scale([Values(TrainingPrecision.Float32, TrainingPrecision.BFloat16)] TrainingPrecision precision)
    {
        var scale = new LossScale(precision);
        using var loss = tensor(2f);
        Assert.That(scale.Apply(loss), Is.SameAs(loss));
        Assert.That(scale.Learn(finite: false), Is.False, "a gradient that is not finite is an error");
        Assert.That(scale.State(), Is.Empty);
    }

    private static (double[] Losses, List<Parameter> Weights) Train(TrainingPrecision precision, List<ScalarType> types)
    {
        var (fake, log) = (new FakeModalities { Dropout = 0 }, new TrainingLog());
        var model = fake.CreateModel();
        fake.Backbones["audio"].Spoil = features =>
        {
            types.Add(features.dtype);
            return features;
        };
        var options = new TrainingOptions { Epochs = 3, BatchSize = 8, LearningRate = 0.01, Precision = precision };
        using var trainer = new ContrastiveTrainer(model, new ObjectiveOptions(), options);
        trainer.Train(fake.Epoch, fake.BatchesPerEpoch, null, log, default);
        return ([.. log.Training.Select(line => line.Loss)], [.. model.parameters()]);
    }
}
