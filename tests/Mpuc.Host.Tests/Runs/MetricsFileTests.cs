using System.Text.Json;
using Mpuc.Host.Runs;
using Mpuc.Host.Training;

namespace Mpuc.Host.Tests.Runs;

public sealed class MetricsFileTests
{
    private TemporaryFolder _folder = null!;
    private MetricsFile _metrics = null!;

    private string Path => _folder.File("metrics.jsonl");

    [SetUp]
    public void CreateFile()
    {
        _folder = new TemporaryFolder();
        _metrics = new MetricsFile(Path);
    }

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void A_line_is_an_object_of_json_with_the_documented_names()
    {
        _metrics.Append(Line("training", 3));
        using var json = JsonDocument.Parse(File.ReadAllLines(Path).Single());
        Assert.That(json.RootElement.EnumerateObject().Select(property => property.Name), Is.EqualTo(
            new[] { "split", "epoch", "step", "loss", "pairs", "learningRate", "seconds", "recordingsPerSecond" }));
        Assert.That(json.RootElement.GetProperty("pairs").GetProperty("audio>text").GetDouble(), Is.EqualTo(0.1));
    }

    [Test]
    public void Numbers_survive_exactly()
    {
        _metrics.Append(Line("training", 1) with { Loss = 0.1 + 0.2 });
        Assert.That(_metrics.Read()[0].Loss, Is.EqualTo(0.1 + 0.2));
    }

    [Test]
    public void Truncating_drops_later_epochs_of_both_splits_and_what_a_crash_cut_short()
    {
        foreach (var epoch in new[] { 1, 2, 3 })
        {
            _metrics.Append(Line("training", epoch));
            _metrics.Append(Line("validation", epoch));
        }

        File.AppendAllText(Path, """{"split":"training","epo""");
        _metrics.TruncateAfter(2);
        Assert.That(
            _metrics.Read().Select(line => (line.Split, line.Epoch)),
            Is.EqualTo(new[] { ("training", 1), ("validation", 1), ("training", 2), ("validation", 2) }));
        _metrics.Append(Line("training", 3));
        Assert.That(File.ReadAllLines(Path), Has.Length.EqualTo(5));
    }

    [Test]
    public void A_file_that_is_not_there_has_no_lines()
    {
        Assert.That(_metrics.Read(), Is.Empty);
        _metrics.TruncateAfter(0);
        Assert.That(_metrics.Read(), Is.Empty);
    }

    private static EpochMetrics Line(string split, int epoch) => new()
    {
        Split = split,
        Epoch = epoch,
        Step = epoch * 10,
        Loss = 1.5,
        Pairs = new Dictionary<string, double> { ["audio>text"] = 0.1 },
        LearningRate = 0.001,
        Seconds = 2,
        RecordingsPerSecond = 5,
    };
}
