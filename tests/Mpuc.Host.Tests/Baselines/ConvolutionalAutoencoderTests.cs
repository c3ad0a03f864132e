using Mpuc.Host.Baselines;
using Mpuc.Host.Data;
using Mpuc.Host.Tests.Training;
using static TorchSharp.torch;

namespace Mpuc.Host.Tests.Baselines;

public class ConvolutionalAutoencoderTests
{
    [TestCase(8, 16, 4)]
    [TestCase(32, 163, 8)]
    [TestCase(16, 3, 2)]
    public void It_reads_matrices_of_any_width_back_in_their_own_shape(int steps, int rows, int channels)
    {
        using var scope = NewDisposeScope();
        using var model = new ConvolutionalAutoencoder(channels);
        var matrices = randn(5, 1, steps, rows);

        Assert.That(model.forward(matrices).shape, Is.EqualTo(matrices.shape));
        Assert.That(model.Encode(matrices).shape, Is.EqualTo(new long[] { 5, channels * (steps / 8) * ((rows + 7) / 8) }));
    }

    [Test]
    public void It_learns_to_read_back_what_it_has_seen()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        using var model = new ConvolutionalAutoencoder(8);
        using var optimizer = optim.Adam(model.parameters(), 0.005);
        var matrices = randn(8, 1, 1, 16).expand(8, 1, 16, 16).contiguous();
        var before = Error().item<float>();

        for (var step = 0; step < 150; step++)
        {
            using var inner = NewDisposeScope();
            optimizer.zero_grad();
            Error().backward();
            optimizer.step();
        }

        Assert.That(Error().item<float>(), Is.LessThan(0.5 * before));

        Tensor Error() => nn.functional.mse_loss(model.forward(matrices), matrices);
    }

    [Test]
    public void Stacked_windows_are_standardised_over_the_training_windows_and_a_missing_modality_is_their_mean()
    {
        using var scope = NewDisposeScope();
        var modalities = new FakeModalities(recordings: 24, batchSize: 24);
        using var stacked = new StackedWindows(modalities.Modalities, modalities.Contexts, new AutoencoderOptions { Steps = 9 });
        stacked.Fit(modalities.Epoch(0, default));
        using var batch = modalities.Batch([.. Enumerable.Range(0, 24)]);

        var matrices = stacked.Of(batch);

        Assert.That(
            matrices.shape, Is.EqualTo(new long[] { 48, 1, 16, 12 }), "9 steps are rounded up to 16, and 2 modalities have 6 values each");
        Assert.That(matrices.mean([0, 1, 2]).abs().max().item<float>(), Is.LessThan(0.05));
        Assert.That((matrices.square().mean([0, 1, 2]).sqrt() - 1).abs().max().item<float>(), Is.LessThan(0.05));

        using var without = new WindowBatch
        {
            RecordingIds = batch.RecordingIds,
            Views = batch.Views,
            Modalities = new Dictionary<string, ModalityBatch>
            {
                ["audio"] = batch.Modalities["audio"],
                ["text"] = new(zeros(0, 1, 6), zeros(0, ScalarType.Int64), []),
            },
        };
        var partial = stacked.Of(without);
        Assert.That(partial.narrow(3, 6, 6).abs().max().item<float>(), Is.Zero);
        Assert.That((partial.narrow(3, 0, 6) - matrices.narrow(3, 0, 6)).abs().max().item<float>(), Is.LessThan(1e-6));
    }

    [Test]
    public void Long_frames_are_averaged_down()
    {
        var modalities = new FakeModalities();
        using var stacked = new StackedWindows(
            modalities.Modalities,
            modalities.Modalities.ToDictionary(modality => modality.Name, _ => new BackboneContext([3, 112, 112], 8)),
            new AutoencoderOptions { MaximumRows = 100 });

        Assert.That(stacked.Rows, Is.EqualTo(200));
    }
}
