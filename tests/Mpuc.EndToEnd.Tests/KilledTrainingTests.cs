using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Mpuc.EndToEnd.Tests;

/// <summary>A training that is killed again and again ends with the same bytes as one that never was.</summary>
public sealed class KilledTrainingTests
{
    private static readonly string[] Settings =
    [
        "--set",
        "training.epochs=8",
        "--set",
        "training.batchSize=4",
        "--set",
        "runtime.threads=1",
        "--set",
        "modalities.voice.backbone.name=conv",
    ];

    private readonly TinySet _set = new();

    [OneTimeSetUp]
    public void TrainWithoutInterruption() => Assert.That(_set.Train(Settings).ExitCode, Is.Zero);

    [OneTimeTearDown]
    public void RemoveTheSet() => _set.Dispose();

    [Test]
    public void Killed_at_a_few_moments_it_goes_on_as_if_nothing_had_happened() => KillAndCompare("a-few", 3, seed: 1);

    [Test]
    [Category("Slow")]
    public void Killed_at_many_moments_it_goes_on_as_if_nothing_had_happened([Range(1, 4)] int seed) =>
        KillAndCompare($"many-{seed}", 12, seed);

    [Test]
    public void Killed_inside_the_writing_of_a_checkpoint_it_goes_on_as_if_nothing_had_happened()
    {
        var output = _set["inside"];
        var caught = 0;
        for (var attempt = 0; caught < 2 && attempt < 15 && !IsFinished(output); attempt++)
        {
            using var process = Start(output);
            while (!process.HasExited && !HasHalfACheckpoint(output))
            {
                Thread.Yield();
            }

            caught += Kill(process) && HasHalfACheckpoint(output) ? 1 : 0;
        }

        Assert.That(caught, Is.Positive, "no attempt met the writing of a checkpoint");
        Finish(output);
        Compare(output);
        Assert.That(HasHalfACheckpoint(output), Is.False, "the halves are cleared away");
    }

    private void KillAndCompare(string name, int kills, int seed)
    {
        var output = _set[name];
        var random = new Random(seed);
        for (var kill = 0; kill < kills && !IsFinished(output); kill++)
        {
            using var process = Start(output);
            process.WaitForExit(random.Next(100, 3000));
            Kill(process);
        }

        Finish(output);
        Compare(output);
    }

    private void Finish(string output)
    {
        var run = ProgramRun.Of(["train", _set.Configuration, "--output", output, "--resume", .. Settings]);
        Assert.That(run.ExitCode, Is.Zero, run.ToString());
    }

    private void Compare(string output) => Assert.Multiple(() =>
    {
        Assert.That(Losses(output), Is.EqualTo(Losses(_set.Output)));
        Assert.That(LastCheckpoint(output), Is.EqualTo(LastCheckpoint(_set.Output)));
    });

    private Process Start(string output)
    {
        var start = new ProcessStartInfo(Repository.Executable, ["train", _set.Configuration, "--output", output, "--resume", .. Settings])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            Environment = { ["MPUC_PLUGINS"] = Repository.Plugins },
        };
        var process = Process.Start(start)!;
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        return process;
    }

    /// <summary>Ends a process as a power cut would, with SIGKILL.</summary>
    private static bool Kill(Process process)
    {
        if (process.HasExited)
        {
            return false;
        }

        process.Kill();
        process.WaitForExit();
        return true;
    }

    private static bool IsFinished(string output) => File.Exists(Path.Combine(output, "summary.json"));

    private static bool HasHalfACheckpoint(string output) =>
        Directory.Exists(Path.Combine(output, "checkpoints"))
            && Directory.EnumerateFiles(Path.Combine(output, "checkpoints"), "*.tmp").Any();

    private static List<(int Epoch, double Loss)> Losses(string output) =>
    [
        .. File.ReadLines(Path.Combine(output, "metrics.jsonl")).Select(line => JsonNode.Parse(line)!)
            .Select(line => (line["epoch"]!.GetValue<int>(), line["loss"]!.GetValue<double>())),
    ];

    private static byte[] LastCheckpoint(string output) =>
        File.ReadAllBytes(Directory.GetFiles(Path.Combine(output, "checkpoints"), "step-*.safetensors").Max(StringComparer.Ordinal)!);
}
