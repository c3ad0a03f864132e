using Mpuc.Host.Inference;
using Mpuc.Host.Inference.Predictions;
using Mpuc.Host.Reporting;

namespace Mpuc.Host.Tests.Inference.Predictions;

public class PredictionTextTests
{
    [Test]
    public void A_table_has_a_row_a_recording_and_a_row_a_window_and_never_wraps_elsewhere_than_on_a_terminal()
    {
        var lines = Table(Of("a [clip] " + new string('x', 300), new WindowPrediction(0.5, 1.5, "sad", Probabilities(0.25))))
            .Split('\n')
            .Select(line => line.TrimEnd())
            .ToList();
        Assert.Multiple(() =>
        {
            Assert.That(
                lines.Single(line => line.Contains("a [clip] x", StringComparison.Ordinal)),
                Does.Contain("60.0").And.Contains("happy 40.0").And.Contains("voice + face").And.EndsWith("voice +0.50, face -0.25"));
            Assert.That(lines.Single(line => line.Contains("0.50 to 1.50 s", StringComparison.Ordinal)), Does.EndWith("75.0"));
        });
    }

    [Test]
    public void Of_nothing_there_is_no_table() => Assert.That(Table(), Is.Empty);

    [Test]
    public void A_stream_of_a_caller_is_no_terminal()
    {
        using var writer = new StringWriter();
        Assert.That(TerminalOutput.IsTerminal(writer), Is.False);
    }

    private static string Table(params Prediction[] predictions)
    {
        using var writer = new StringWriter();
        PredictionText.WriteTable(TerminalOutput.Console(writer), predictions);
        return writer.ToString();
    }

    private static Prediction Of(string id, WindowPrediction window) => new(
        id,
        ["voice", "face"],
        "sad",
        ["sad"],
        Probabilities(0.4),
        new Dictionary<string, double> { ["voice"] = 0.5, ["face"] = -0.25 },
        [window]);

    private static Dictionary<string, double> Probabilities(double happy) => new() { ["happy"] = happy, ["sad"] = 1 - happy };
}
