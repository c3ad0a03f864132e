using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Mpuc.EndToEnd.Tests;

/// <summary>Trainings of several processes on one machine.</summary>
public sealed class ProcessesTests
{
    // Without what differs from process to process: what dropout drops, and batch normalisation.
    private static readonly string[] Settings =
    [
        "--set", "training.batchSize=8", "--set", "runtime.threads=1", "--set", "modalities.voice.backbone.options.dropout=0",
        "--set", "modalities.face.backbone.options.dropout=0",
    ];

    private readonly TinySet _set = new();

    [OneTimeTearDown]
    public void RemoveTheSet() => _set.Dispose();

    [Test]
    public void Two_processes_write_one_run_with_the_losses_of_one_and_a_single_one_goes_on()
    {
        var (one, two) = (_set["one"], _set["two"]);
        Assert.That(Train(one, "training.epochs=3").ExitCode, Is.Zero);

        var run = Train(two, "training.epochs=2", "--processes", "2");
        Assert.That(run.ExitCode, Is.Zero, run.ToString());
        Assert.That(run.Output.Trim(), Is.EqualTo(two));
        Assert.That(JsonNode.Parse(File.ReadAllText(Path.Combine(two, "manifest.json")))!["processes"]!.GetValue<int>(), Is.EqualTo(2));

        run = Train(two, "training.epochs=3", "--resume");
        Assert.That(run.ExitCode, Is.Zero, run.ToString());
        Assert.That(Losses(two), Is.EqualTo(Losses(one)).Within(0.001).Percent);
    }

    [Test]
    public void A_process_that_is_killed_ends_the_others_and_the_command_says_which()
    {
        using var process = Start(_set["killed"]);
        Signal(Child(process, rank: 1), "KILL");
        var (code, error) = End(process);
        Assert.That(code, Is.EqualTo(1), error);
        Assert.That(error, Does.Contain("Process 1 of 2 was ended by the signal 9."));
    }

    [Test]
    public void A_command_that_is_asked_to_stop_saves_its_state_and_goes_on_later()
    {
        var output = _set["stopped"];
        using var process = Start(output);
        WaitFor(() => File.Exists(Path.Combine(output, "metrics.jsonl")), process);
        Signal(process.Id, "TERM");
        var (code, error) = End(process);
        Assert.That(code, Is.EqualTo(130), error);
        var epochs = Losses(output).Length;

        var run = Train(output, $"training.epochs={epochs + 1}", "--resume", "--processes", "2");
        Assert.That(run.ExitCode, Is.Zero, run.ToString());
        Assert.That(Losses(output), Has.Length.EqualTo(epochs + 1));
    }

    [Test]
    public void A_process_at_fault_is_named_once_with_its_reason()
    {
        using var bad = new TinySet();
        File.WriteAllText(bad["ann-0.wav"], "no sound");
        var run = ProgramRun.Of("train", bad.Configuration, "--output", bad.Output, "--processes", "2");
        Refusal.Check(run, "ann-0.wav");
    }

    [Test]
    public void A_number_of_processes_that_makes_no_sense_is_refused() =>
        Refusal.Check(ProgramRun.Of("train", _set.Configuration, "--processes", "0"), "--processes is 0", "1 to 1024");

    private ProgramRun Train(string output, string epochs, params string[] further) =>
        ProgramRun.Of(["train", _set.Configuration, "--output", output, .. Settings, "--set", epochs, .. further]);

    private Process Start(string output)
    {
        string[] arguments = ["train", _set.Configuration, "--output", output, .. Settings, "--set", "training.epochs=100000", "--processes", "2"];
        var process = Process.Start(new ProcessStartInfo(Repository.Executable, arguments)
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardError = true,
            Environment = { ["MPUC_PLUGINS"] = Repository.Plugins, ["DOTNET_ROOT"] = ProgramRun.DotnetRoot() },
        })!;
        return process;
    }

    private static (int Code, string Error) End(Process process)
    {
        var error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(TimeSpan.FromMinutes(5)))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail("The command did not end.");
        }

        return (process.ExitCode, error.Result);
    }

    /// <summary>The process that the command started with a rank, once it trains.</summary>
    private int Child(Process parent, int rank)
    {
        var found = 0;
        WaitFor(() => (found = Children(parent.Id).FirstOrDefault(child => HasRank(child, rank))) != 0 && File.Exists(Path.Combine(_set["killed"], "metrics.jsonl")), parent);
        return found;
    }

    private static IEnumerable<int> Children(int parent) =>
        File.ReadAllText($"/proc/{parent}/task/{parent}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse);

    private static bool HasRank(int process, int rank) => File.ReadAllText($"/proc/{process}/environ").Split('\0').Contains($"RANK={rank}");

    private static void WaitFor(Func<bool> condition, Process process)
    {
        for (var clock = Stopwatch.StartNew(); !condition(); Thread.Sleep(50))
        {
            Assert.That(process.HasExited, Is.False, "the command ended early");
            Assert.That(clock.Elapsed, Is.LessThan(TimeSpan.FromMinutes(5)), "the command hangs");
        }
    }

    private static double[] Losses(string output) =>
        [.. File.ReadLines(Path.Combine(output, "metrics.jsonl")).Select(line => JsonNode.Parse(line)!["loss"]!.GetValue<double>())];

    private static void Signal(int process, string signal)
    {
        var run = ProgramRun.Of(new ProcessStartInfo("bash", ["-c", $"kill -{signal} {process}"]));
        Assert.That(run.ExitCode, Is.Zero, run.ToString());
    }
}
