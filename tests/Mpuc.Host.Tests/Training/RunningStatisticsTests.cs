using Mpuc.Host.Modalities;
using Mpuc.Host.Objectives;
using Mpuc.Host.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Host.Tests.Training;

/// <summary>The running mean of a backbone's batch normalisation, where a batch goes through it more than once.</summary>
public class RunningStatisticsTests
{
    private const double Momentum = 0.1;

    private static readonly TrainingOptions Options = new() { Epochs = 1, BatchSize = 8, LearningRate = 0, WeightDecay = 0 };

    [Test]
    public void A_batch_in_parts_counts_each_part_once_though_it_goes_through_twice([Values(1, 2, 4)] int parts)
    {
        var fake = new FakeModalities(views: 1);
        using var model = Model(fake);
        using var trainer = new ContrastiveTrainer(model, new ObjectiveOptions(), Options with { Accumulate = parts });
        using var batch = fake.Batch([0, 1, 2, 3, 4, 5, 6, 7]);
        model.train();

        trainer.Step(batch);

        var frames = batch.Modalities["audio"].Values.flatten(1).data<float>().ToArray().Chunk(6).ToList();
        var expected = new double[6];
        foreach (var part in frames.Chunk(8 / parts))
        {
            expected = [.. expected.Select((mean, i) => ((1 - Momentum) * mean) + (Momentum * part.Average(row => (double)row[i])))];
        }

        var buffers = model.named_buffers()
            .Where(buffer => buffer.name.StartsWith("audio.", StringComparison.Ordinal))
            .ToDictionary(buffer => buffer.name.Split('.')[^1], buffer => buffer.buffer);
        Assert.That(buffers["running_mean"].data<float>().ToArray(), Is.EqualTo(expected).Within(1e-5));
        Assert.That(buffers["num_batches_tracked"].item<long>(), Is.EqualTo(parts));
    }

    [Test]
    public void Evaluation_changes_no_statistic()
    {
        var fake = new FakeModalities(views: 1);
        using var model = Model(fake);
        using var batch = fake.Batch([0, 1, 2, 3]);
        model.eval();
        var before = Buffers(model);

        using (no_grad())
        {
            model.Embeddings(batch);
        }

        Assert.That(Buffers(model), Is.EqualTo(before));
    }

    private static List<float> Buffers(nn.Module model) =>
        [.. model.buffers().SelectMany(buffer => buffer.to(ScalarType.Float32).data<float>().ToArray())];

    private static MultimodalEncoder Model(FakeModalities fake) => new(
        [
            .. fake.Modalities
                .Select(modality =>
                    new Modality(modality.Settings, modality.Encoder, modality.Plugin, modality.BackbonePlugin, _ => new Normalizing())),
        ],
        fake.Contexts,
        new ProjectionOptions { Hidden = 8, Size = 4 },
        1);

    /// <summary>Normalises its six inputs over the batch before its one layer.</summary>
    private sealed class Normalizing : Backbone
    {
        private readonly TorchSharp.Modules.BatchNorm1d norm = nn.BatchNorm1d(6, momentum: Momentum);
        private readonly TorchSharp.Modules.Linear fc = nn.Linear(6, FeatureSize);

        public Normalizing()
            : base(nameof(Normalizing)) => RegisterComponents();

        public override Tensor forward(Tensor values, Tensor lengths) => fc.forward(norm.forward(values.flatten(1)));
    }
}
