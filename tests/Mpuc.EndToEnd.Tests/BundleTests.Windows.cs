using System.Globalization;
using System.Text.Json.Nodes;

namespace Mpuc.EndToEnd.Tests;

/// <summary>Features of every window of a recording.</summary>
public sealed partial class BundleTests
{
    [Test]
    public void The_windows_of_extraction_are_those_of_a_prediction_for_a_run_and_for_its_bundle()
    {
        File.WriteAllBytes(_set["sweep.wav"], WaveFile.Tone(440, seconds: 1.9));
        var predicted = Lines(ProgramRun.Of("predict", Bundle, _set["sweep.wav"], "--timeline", "--hop", "0.4", "--json"))
            .Single()["timeline"]!.AsArray();
        foreach (var model in new[] { Bundle, _set.Output })
        {
            var (run, rows) = ExtractWindows(model, ["sweep.wav"], "--hop", "0.4", "--json");
            Assert.That(run.Json["windows"]!.GetValue<int>(), Is.EqualTo(predicted.Count).And.GreaterThan(3));
            Assert.That(run.Json["recordings"]!.AsArray(), Has.Count.EqualTo(1));
            Assert.That(
                rows.Select(row => (row.Id, row.Start, row.End)),
                Is.EqualTo(predicted.Select(window => ("sweep", Number(window!["start"]), Number(window["end"])))));
            Assert.That(rows.Select(row => row.Cells[512..]), Has.All.All.Empty, "the recording has no face");
        }
    }

    [Test]
    public void The_only_window_of_a_short_recording_has_the_recordings_features()
    {
        File.WriteAllBytes(_set["short.wav"], WaveFile.Tone(500, seconds: 0.4));
        foreach (var model in new[] { Bundle, _set.Output })
        {
            var row = ExtractWindows(model, ["short.wav"]).Rows.Single();
            Assert.That((row.Start, row.End), Is.EqualTo((0, 0.5)));
            AssertClose(row.Cells[..512], Recording(model, "short.wav"));
        }
    }

    [Test]
    public void Untrained_encoders_of_a_configuration_give_windows_as_well()
    {
        string[] longer = ["--set", "data.window.seconds=0.7"];
        var rows = ExtractWindows(_set.Configuration, ["manifest.csv"], longer).Rows;
        Assert.That(rows.Select(row => (row.Start, row.End)), Is.All.EqualTo((0, 0.7)).And.Exactly(24).Items);
        AssertClose(rows[^1].Cells[..512], Recording(_set.Configuration, "manifest.csv", longer));
    }

    [Test]
    public void The_mean_of_windows_that_lie_as_in_the_evaluation_is_the_recordings_features()
    {
        File.WriteAllBytes(_set["even.wav"], WaveFile.Tone(350, seconds: 1.5));
        var latest = ExtractWindows(Bundle, ["even.wav"]).Rows[^1].Start;
        var rows = ExtractWindows(Bundle, ["even.wav"], "--hop", (latest / 3).ToString("R", CultureInfo.InvariantCulture)).Rows;
        Assert.That(rows, Has.Count.EqualTo(4));
        var mean = Enumerable.Range(0, 512).Select(column => rows.Average(row => Number(row.Cells[column])));
        var evaluated = Recording(Bundle, "even.wav", "--set", "evaluation.windows=4");
        AssertClose([.. mean.Select(value => value.ToString("R", CultureInfo.InvariantCulture))], evaluated);
    }

    [Test]
    public void A_hop_without_windows_and_one_of_nothing_are_refused()
    {
        Refusal.Check(ProgramRun.Of("extract", Bundle, _set["ann-0.wav"], "--hop", "0.1", "--output", _set["no.csv"]), "add --windows");
        Refusal.Check(
            ProgramRun.Of("extract", Bundle, _set["ann-0.wav"], "--windows", "--hop", "0", "--output", _set["no.csv"]),
            "--hop is 0; it must be above 0");
        Assert.That(_set["no.csv"], Does.Not.Exist);
    }

    private (
        ProgramRun Run,
        List<(string Id, double Start, double End, string[] Cells)> Rows) ExtractWindows(string model,
        string[] files,
        params string[] further)
    {
        var run = ProgramRun.Of(
            ["extract", model, .. files.Select(file => _set[file]), "--windows", "--output", _set["windows.csv"], .. further]);
        Assert.That(run.ExitCode, Is.Zero, run.ToString());
        var lines = File.ReadAllLines(_set["windows.csv"]);
        Assert.That(lines[0], Does.StartWith("id,start,end,voice.0,"));
        return (
            run,
            [.. lines.Skip(1).Select(line => line.Split(',')).Select(cells => (cells[0], Number(cells[1]), Number(cells[2]), cells[3..]))]);
    }

    private string[] Recording(string model, string file, params string[] further)
    {
        var run = ProgramRun.Of(["extract", model, _set[file], "--output", _set["recording.csv"], .. further]);
        Assert.That(run.ExitCode, Is.Zero, run.ToString());
        return File.ReadLines(_set["recording.csv"]).Last().Split(',')[1..513];
    }

    private static void AssertClose(string[] actual, string[] expected)
    {
        var numbers = expected.Select(Number).ToArray();
        Assert.That(actual.Select(Number), Is.EqualTo(numbers).Within(1e-5 * (1 + numbers.Max(Math.Abs))));
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static double Number(JsonNode? node) => node!.GetValue<double>();
}
