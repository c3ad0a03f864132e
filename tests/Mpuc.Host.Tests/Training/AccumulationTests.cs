using Mpuc.Host.Objectives;
using Mpuc.Host.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Host.Tests.Training;

/// <summary>A batch in parts takes the step of the whole batch.</summary>
public sealed class AccumulationTests
{
    private static readonly TrainingOptions Options = new()
    {
        Epochs = 4,
        BatchSize = 8,
        LearningRate = 0.05,
        Schedule = ScheduleKind.Constant,
    };

    [Test]
    public void Parts_take_the_steps_of_the_whole(
        [Values(2, 3, 8, 100)] int parts,
        [Values(ObjectiveVariant.Paper, ObjectiveVariant.Clip, ObjectiveVariant.TwoView)] ObjectiveVariant variant)
    {
        var (whole, inParts) = (Train(Options, variant), Train(Options with { Accumulate = parts }, variant));
        Assert.That(inParts.Losses, Is.EqualTo(whole.Losses).Within(1e-3).Percent);
        foreach (var (name, values) in inParts.Weights)
        {
            var scale = whole.Weights[name].Max(Math.Abs);
            Assert.That(values.Zip(whole.Weights[name], (left, right) => Math.Abs(left - right)).Max() / scale, Is.LessThan(1e-5), name);
        }
    }

    [Test]
    public void A_modality_that_some_parts_lack_altogether_changes_nothing()
    {
        static bool Lacks(string name, int id) => name == "text" && id % 3 == 0;
        var (whole, inParts) = (Train(Options, lacks: Lacks), Train(Options with { Accumulate = 8 }, lacks: Lacks));
        Assert.That(inParts.Losses, Is.EqualTo(whole.Losses).Within(1e-3).Percent);
    }

    [Test]
    public void Dropout_drops_the_same_when_a_part_goes_through_again_and_something_else_in_every_part()
    {
        var seen = new List<float[]>();
        var fake = new FakeModalities { Dropout = 0.5 };
        using var model = fake.CreateModel();
        fake.Backbones["audio"].Spoil = features =>
        {
            seen.Add(features.detach().cpu().data<float>().ToArray());
            return features;
        };
        using var trainer = new ContrastiveTrainer(model, new ObjectiveOptions(), Options with { Accumulate = 2 });
        model.train();
        using var batch = fake.Batch([1, 2, 1, 2]);
        trainer.Step(batch);

        Assert.That(seen, Has.Count.EqualTo(4), "two parts, twice each");
        Assert.That(seen[2], Is.EqualTo(seen[0]));
        Assert.That(seen[3], Is.EqualTo(seen[1]));
        Assert.That(seen[1], Is.Not.EqualTo(seen[0]), "the same recordings with another draw");
    }

    [Test]
    public void The_random_generator_goes_on_where_the_parts_began()
    {
        var fake = new FakeModalities();
        using var model = fake.CreateModel();
        using var trainer = new ContrastiveTrainer(model, new ObjectiveOptions(), Options with { Accumulate = 2 });
        model.train();
        using var batch = fake.Batch([1, 2, 3, 4]);
        manual_seed(3);
        trainer.Step(batch);
        var after = rand(4).data<float>().ToArray();

        manual_seed(3);
        randint(0, long.MaxValue, [2], ScalarType.Int64).Dispose();
        Assert.That(rand(4).data<float>().ToArray(), Is.EqualTo(after));
    }

    private static (double[] Losses, Dictionary<string, float[]> Weights) Train(
        TrainingOptions options, ObjectiveVariant variant = ObjectiveVariant.Paper, Func<string, int, bool>? lacks = null)
    {
        var (fake, log) = (new FakeModalities { Dropout = 0, Lacks = lacks ?? ((_, _) => false) }, new TrainingLog());
        using var model = fake.CreateModel();
        using var trainer = new ContrastiveTrainer(model, new ObjectiveOptions { Variant = variant }, options);
        trainer.Train(fake.Epoch, fake.BatchesPerEpoch, fake.Epoch, log, default);
        return (
            [.. log.Training.Concat(log.Validation).Select(line => line.Loss)],
            model.named_parameters().ToDictionary(weight => weight.name, weight => weight.parameter.data<float>().ToArray()));
    }
}
