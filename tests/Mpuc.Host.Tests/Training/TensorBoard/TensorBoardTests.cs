using System.Text;
using System.Text.Json.Nodes;
using Mpuc.Host.Runs;
using Mpuc.Host.Tests.Runs;
using Mpuc.Host.Training;
using Mpuc.Host.Training.TensorBoard;

namespace Mpuc.Host.Tests.Training.TensorBoard;

/// <summary>
/// Compared with bytes that Google's protobuf library wrote (tests/golden/make_tensorboard_golden.py) and read back by a reader of its own.
/// </summary>
public sealed class TensorBoardTests
{
    private static readonly JsonNode Golden =
        JsonNode.Parse(File.ReadAllText(Path.Combine(TestContext.CurrentContext.TestDirectory, "golden", "tensorboard.json")))!;

    [Test]
    public void Bytes_are_those_of_the_protobuf_library()
    {
        var bytes = new List<byte>(TensorBoardLog.Frame(TensorBoardEvent.Version(Golden["start"]!.GetValue<double>())));
        foreach (var line in Golden["events"]!.AsArray())
        {
            bytes.AddRange(TensorBoardLog.Frame(TensorBoardEvent.Scalars(
                line!["seconds"]!.GetValue<double>(),
                line["step"]!.GetValue<long>(),
                line["values"]!.AsObject().Select(value => KeyValuePair.Create(value.Key, value.Value!.GetValue<double>())))));
        }

        Assert.That(Convert.ToHexStringLower([.. bytes]), Is.EqualTo(Golden["file"]!.GetValue<string>()));
    }

    [TestCase("")]
    [TestCase("123456789")]
    [TestCase("Mpuc")]
    public void Checksums_are_those_of_a_bit_by_bit_computation(string text) =>
        Assert.That(MaskedCrc32C.Plain(Encoding.UTF8.GetBytes(text)), Is.EqualTo(Golden["checksums"]![text]!.GetValue<uint>()));

    [Test]
    public void The_checksum_of_the_standards_example_is_the_standards() =>
        Assert.That(MaskedCrc32C.Plain(new byte[32]), Is.EqualTo(0x8A9136AA), "RFC 3720, B.4");

    [Test]
    public void A_training_writes_what_its_metrics_say()
    {
        using var run = new ToyRun();
        run.WriteData(validation: 4);
        run.Training = run.Training with { TensorBoard = true };
        run.Train();

        Assert.That(EventFileReader.Read(FileOf(run)), Is.EqualTo(Expected(run)));
    }

    [Test]
    public void A_training_writes_none_unless_it_is_asked_to()
    {
        using var run = new ToyRun();
        run.Train();
        Assert.That(run.Directory.TensorBoardPath, Does.Not.Exist);
    }

    [Test]
    public void A_resumed_training_tells_the_epochs_before_as_well_though_the_file_was_cut_short()
    {
        using var run = new ToyRun
        {
            Training = new TrainingOptions { Epochs = 2, BatchSize = 8, LearningRate = 0.01, TensorBoard = true },
        };
        run.Train();
        using (var stream = new FileStream(FileOf(run), FileMode.Open))
        {
            stream.SetLength(stream.Length - 5);
        }

        run.Training = run.Training with { Epochs = 4 };
        run.Train(resume: true);

        Assert.That(EventFileReader.Read(FileOf(run)), Is.EqualTo(Expected(run)).And.Count.GreaterThan(15));
    }

    [Test]
    public void Epochs_before_are_dated_back_by_their_durations()
    {
        using var folder = new TemporaryFolder();
        var time = new FrozenTime(DateTimeOffset.FromUnixTimeSeconds(1000));
        var log = new TensorBoardLog(folder.Path, [Line(1, 30), Line(2, 50)], time);
        log.Append(Line(3, 10));

        Assert.That(
            EventFileReader.Times(Path.Combine(folder.Path, TensorBoardLog.FileName)), Is.EqualTo(new[] { 920.0, 950, 1000, 1000 }));
    }

    private static string FileOf(ToyRun run) => Path.Combine(run.Directory.TensorBoardPath, TensorBoardLog.FileName);

    private static List<(long Step, string Tag, float Value)> Expected(ToyRun run)
    {
        var expected = new List<(long, string, float)>();
        foreach (var line in new MetricsFile(run.Directory.MetricsPath).Read())
        {
            expected.Add((line.Epoch, $"loss/{line.Split}", (float)line.Loss));
            expected.AddRange(line.Pairs.Select(pair => ((long)line.Epoch, $"pairs/{pair.Key}/{line.Split}", (float)pair.Value)));
            if (line.Split == "training")
            {
                expected.Add((line.Epoch, "training/learningRate", (float)line.LearningRate));
                expected.Add((line.Epoch, "training/recordingsPerSecond", (float)line.RecordingsPerSecond));
            }
        }

        return expected;
    }

    private static EpochMetrics Line(int epoch, double seconds) => new()
    {
        Split = EpochMetrics.Training,
        Epoch = epoch,
        Step = epoch,
        Loss = 1,
        Pairs = new Dictionary<string, double>(),
        LearningRate = 1,
        Seconds = seconds,
        RecordingsPerSecond = 1,
    };

    private sealed class FrozenTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
