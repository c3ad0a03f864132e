using Mpuc.Host.Data;
using Mpuc.Host.Distributed;
using Mpuc.Host.Objectives;
using Mpuc.Host.Tests.Training;
using Mpuc.Host.Training;

namespace Mpuc.Host.Tests.Distributed;

/// <summary>Several processes with a part of every batch do what one does with the whole.</summary>
[NonParallelizable]
public sealed class TrainingTogetherTests
{
    private static readonly TrainingOptions Options = new()
    {
        Epochs = 5, BatchSize = 32, LearningRate = 0.05, Schedule = ScheduleKind.Constant,
    };

    private static readonly Lock Making = new();

    [Test]
    public void Twenty_steps_of_two_processes_are_those_of_one([Values] ObjectiveVariant variant) =>
        Compare(2, Options, new ObjectiveOptions { Variant = variant });

    [Test]
    public void Sums_over_the_batch_are_sums_over_the_processes() =>
        Compare(2, Options with { LearningRate = 0.001 }, new ObjectiveOptions { Reduction = LossReduction.Sum });

    [Test]
    public void Twenty_steps_are_the_same_with_parts_of_unequal_size_and_missing_modalities([Values(2, 3)] int size) =>
        Compare(size, Options with { BatchSize = 31 }, new ObjectiveOptions(), (name, id) => name == "text" ? id % 3 == 0 : name == "face" && id < 17);

    [Test]
    public void Large_batches_whose_comparisons_are_divided_give_the_same_steps([Values] ObjectiveVariant variant, [Values(121, 128)] int batchSize) =>
        Compare(
            batchSize == 128 ? 2 : 3,
            Options with { BatchSize = batchSize },
            new ObjectiveOptions { Variant = variant },
            (name, id) => batchSize == 121 && name == "text" && id % 5 == 0);

    [Test]
    public void A_last_batch_too_small_for_all_processes_leaves_some_of_them_without() =>
        Compare(3, Options with { BatchSize = 25, Epochs = 3 }, new ObjectiveOptions());

    [Test]
    public void Twenty_steps_are_the_same_where_every_process_takes_its_part_in_parts() =>
        Compare(2, Options with { Accumulate = 3 }, new ObjectiveOptions());

    [Test]
    public void AdamW_takes_the_same_steps() =>
        Compare(2, Options with { Optimizer = OptimizerKind.AdamW, LearningRate = 0.001, Epochs = 2 }, new ObjectiveOptions { Variant = ObjectiveVariant.Clip });

    [Test]
    public void With_local_negatives_the_loss_is_the_mean_of_the_parts()
    {
        var objective = new ObjectiveOptions { LocalNegatives = true };
        var together = Train(2, Options with { Epochs = 1 }, objective, (_, _) => false);

        var fake = Fake(ProcessPlace.Alone, 32, (_, _) => false);
        using var model = fake.CreateModel();
        var order = Enumerable.Range(0, 128).ToArray();
        new Random(0).Shuffle(order);
        using var trainer = new ContrastiveTrainer(model, new ObjectiveOptions(), Options);
        model.train();
        using var first = fake.Batch(order[..16]);
        using var second = fake.Batch(order[16..32]);
        var losses = new[] { first, second }.Select(batch => new PairwiseContrastiveLoss(objective).Compute(model.Embeddings(batch), 16, 2).Value);
        Assert.That(together[0].FirstStep, Is.EqualTo(losses.Average()).Within(1e-5));
        Assert.That(together[1].FirstStep, Is.EqualTo(together[0].FirstStep));
    }

    private static void Compare(int size, TrainingOptions options, ObjectiveOptions objective, Func<string, int, bool>? lacks = null)
    {
        var together = Train(size, options, objective, lacks ?? ((_, _) => false));
        var alone = Train(1, options, objective, lacks ?? ((_, _) => false))[0];
        foreach (var (rank, member) in together.Index())
        {
            Assert.That(member.Losses, Is.EqualTo(alone.Losses).Within(1e-3).Percent, $"losses of process {rank}");
            Assert.That(member.Pairs, Is.EqualTo(alone.Pairs).Within(1e-4), $"pairs of process {rank}");
            foreach (var (name, values) in member.Weights)
            {
                var scale = alone.Weights[name].Max(Math.Abs);
                Assert.That(values.Zip(alone.Weights[name], (left, right) => Math.Abs(left - right)).Max() / scale, Is.LessThan(1e-5), $"{name} of process {rank}");
                Assert.That(values, Is.EqualTo(together[0].Weights[name]), $"{name} has the same bits in process {rank} as in process 0");
            }
        }
    }

    private static Trained[] Train(int size, TrainingOptions options, ObjectiveOptions objective, Func<string, int, bool> lacks)
    {
        return size == 1 ? [Member(SingleProcess.Instance)] : ThreadGroup.Run(size, Member);

        Trained Member(IProcessGroup group)
        {
            var (fake, log) = (Fake(ProcessPlace.In(group), options.BatchSize, lacks), new TrainingLog());
            var labels = objective.IsUnsupervised ? null : new SupervisedLabels([.. Enumerable.Range(0, 128).Select(Labelled)], "mood");
            using var model = Make(fake, group.Rank);
            using var trainer = new ContrastiveTrainer(model, objective, options, labels, group);
            trainer.Train(fake.Epoch, fake.BatchesPerEpoch, fake.Epoch, log, default);
            var weights = model.named_parameters().ToDictionary(weight => weight.name, weight => weight.parameter.data<float>().ToArray());
            return new Trained(
                log.Steps[0].Loss,
                [.. log.Training.Concat(log.Validation).Select(line => line.Loss)],
                [.. log.Training.Concat(log.Validation).SelectMany(line => line.Pairs.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value))],
                weights);
        }
    }

    private static Recording Labelled(int id) =>
        new() { Id = $"r{id}", Sources = new Dictionary<string, ModalitySource>(), Labels = new Dictionary<string, string> { ["mood"] = $"{id % 4}" } };

    // Other processes than the first start from other weights, which must not matter. The threads share one generator, from which weights are drawn.
    private static MultimodalEncoder Make(FakeModalities fake, int rank)
    {
        lock (Making)
        {
            return fake.CreateModel(seed: 1 + rank);
        }
    }

    private static FakeModalities Fake(ProcessPlace place, int batchSize, Func<string, int, bool> lacks) =>
        new(recordings: 128, views: 2, batchSize, "audio", "text", "face") { Dropout = 0, Place = place, Lacks = lacks };

    private sealed record Trained(double FirstStep, double[] Losses, double[] Pairs, Dictionary<string, float[]> Weights);
}
