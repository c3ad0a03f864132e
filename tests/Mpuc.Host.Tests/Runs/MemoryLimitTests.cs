using Mpuc.Host.Tests.Training;
using Mpuc.Host.Training;

namespace Mpuc.Host.Tests.Runs;

public sealed class MemoryLimitTests
{
    [Test]
    public void The_limit_changes_no_bit_of_the_weights()
    {
        var weights = new[] { 0, 1, 1024 }.Select(limit =>
        {
            using var toy = new ToyRun { MemoryLimit = limit };
            toy.Train();
            return toy.Weights($"step-{12:D9}.safetensors");
        }).ToList();

        foreach (var limited in weights[1..])
        {
            Assert.That(limited, Is.EqualTo(weights[0]));
        }
    }

    [TestCase(20, 0)]
    [TestCase(1000, 1)]
    public void A_limit_below_what_batches_take_is_said_with_what_would_take_less(int batchSize, int warnings)
    {
        var sink = new WarningSink();
        using var toy = new ToyRun
        {
            MemoryLimit = 1, Workers = 256, Training = new TrainingOptions { Epochs = 1, BatchSize = batchSize }, Log = sink.Logger,
        };
        toy.Train();
        var said = sink.Messages.Where(message => message.Contains("data.memoryLimit is 1 MiB", StringComparison.Ordinal)).ToList();
        Assert.That(said, Has.Count.EqualTo(warnings));
        Assert.That(said, Is.All.Contains("fewer data.workers or a smaller training.batchSize"));
    }
}
