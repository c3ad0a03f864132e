using Mpuc.Host.Baselines;
using Mpuc.Host.Tests.Training;
using static TorchSharp.torch;

namespace Mpuc.Host.Tests.Baselines;

/// <summary>An autoencoder whose training is interrupted ends with the very weights of one whose training never was.</summary>
internal sealed class AutoencoderTrainerTests
{
    private const int Epochs = 5;

    private readonly List<int> _taken = [];
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void MakeFolder()
    {
        _folder = new TemporaryFolder();
        _taken.Clear();
    }

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void Interrupted_once_or_often_it_ends_with_the_same_weights_and_takes_no_epoch_twice()
    {
        using var scope = NewDisposeScope();
        var uninterrupted = Train(TimeSpan.MaxValue);
        _taken.Clear();
        foreach (var epoch in new[] { 1, 2, 4 })
        {
            Assert.That(() => Train(TimeSpan.Zero, interruptedIn: epoch), Throws.InstanceOf<OperationCanceledException>());
        }

        var resumed = Train(TimeSpan.Zero);
        Assert.That(_taken, Is.EqualTo(new[] { 0, 1, 1, 2, 2, 3, 4, 4 }), "again those alone in which it was interrupted");
        Assert.That(resumed.Keys, Is.EquivalentTo(uninterrupted.Keys));
        Assert.That(
            resumed.Where(weight => !weight.Value.bytes.SequenceEqual(uninterrupted[weight.Key].bytes)).Select(weight => weight.Key),
            Is.Empty);
    }

    [Test]
    public void Before_the_interval_nothing_is_written()
    {
        using var scope = NewDisposeScope();
        Train(TimeSpan.FromHours(1));
        Assert.That(Directory.GetFiles(_folder.Path), Is.Empty);
    }

    [Test]
    public void Its_steps_are_those_of_Adam()
    {
        using var scope = NewDisposeScope();
        var trained = Train(TimeSpan.MaxValue);
        using var stacked = Stacked(out var modalities);
        using var model = Model();
        using var optimizer = optim.Adam(model.parameters(), 0.01);
        foreach (var batch in Enumerable.Range(0, Epochs).SelectMany(epoch => modalities.Epoch(epoch, default)))
        {
            using var _ = batch;
            var matrices = stacked.Of(batch);
            optimizer.zero_grad();
            nn.functional.mse_loss(model.forward(matrices), matrices).backward();
            optimizer.step();
        }

        foreach (var (name, weight) in model.state_dict())
        {
            Assert.That((weight - trained[name]).abs().max().item<float>(), Is.LessThan(1e-6), name);
        }
    }

    private static StackedWindows Stacked(out FakeModalities modalities)
    {
        modalities = new FakeModalities(recordings: 24, batchSize: 8);
        var stacked = new StackedWindows(modalities.Modalities, modalities.Contexts, new AutoencoderOptions { Steps = 8 });
        stacked.Fit(modalities.Epoch(0, default));
        return stacked;
    }

    private static ConvolutionalAutoencoder Model()
    {
        manual_seed(3);
        return new ConvolutionalAutoencoder(4);
    }

    private Dictionary<string, Tensor> Train(TimeSpan interval, int interruptedIn = -1)
    {
        using var stacked = Stacked(out var modalities);
        using var model = Model();
        using var cancelling = new CancellationTokenSource();
        var checkpoint = new BaselineCheckpoint(_folder.File("training.safetensors"), Serilog.Core.Logger.None, interval);
        new AutoencoderTrainer(model, stacked, 0.01, checkpoint).Train(
            (epoch, _) =>
            {
                _taken.Add(epoch);
                if (epoch == interruptedIn)
                {
                    cancelling.Cancel();
                }

                return modalities.Epoch(epoch, default);
            },
            Epochs,
            CPU,
            cancelling.Token);
        return model.state_dict().ToDictionary(weight => weight.Key, weight => weight.Value.clone());
    }
}
