using System.Diagnostics;
using System.Globalization;

namespace Mpuc.EndToEnd.Tests;

/// <summary>A training on sequences that are far larger than the memory that it may take for them.</summary>
[Category("Slow")]
public sealed class MemoryLimitTests
{
    private const int Recordings = 40;
    private const int Minutes = 10;

    // What the same training takes on a handful of short recordings: the program, the weights, a batch's activations.
    private const long OtherMegabytes = 500;

    [Test]
    public void Two_gigabytes_of_sequences_train_within_256_MiB()
    {
        using var scratch = new Scratch();
        var manifest = new List<string> { "id,group,source.audio,source.vectors" };
        var table = new List<string> { "id,x,y" };
        foreach (var id in Enumerable.Range(0, Recordings))
        {
            File.WriteAllBytes(scratch[$"{id}.wav"], WaveFile.Tone(200 + (10 * id), Minutes * 60));
            manifest.Add(string.Create(CultureInfo.InvariantCulture, $"{id},g{id % 4},{id}.wav,table.csv#{id}"));
            table.Add(string.Create(CultureInfo.InvariantCulture, $"{id},{id},{id % 7}"));
        }

        scratch.Write("manifest.csv", string.Join('\n', manifest) + "\n");
        scratch.Write("table.csv", string.Join('\n', table) + "\n");
        var configuration = scratch.Write(
            "config.json",
            """
            {
              "data": {
                "kind": "manifest", "root": "manifest.csv", "cache": "cache", "memoryLimit": 256, "workers": 1,
                "window": { "seconds": 1, "views": 2 }, "split": { "by": "group", "testFraction": 0 }
              },
              "modalities": {
                "voice": { "kind": "audio", "source": "audio", "options": { "bands": 256, "frameRate": 100 }, "backbone": { "name": "conv" } },
                "face": { "kind": "vectors", "source": "vectors" }
              },
              "training": { "epochs": 3, "batchSize": 8 }, "runtime": { "threads": 1 }
            }
            """);

        // Reading a recording takes memory of its own; the training alone is what is measured.
        var prepared = ProgramRun.Of("train", configuration, "--output", scratch["first"], "--set", "training.epochs=1");
        Assert.That(prepared.ExitCode, Is.Zero, prepared.ToString());
        var cached = Directory.EnumerateFiles(scratch["cache"], "*.seq", SearchOption.AllDirectories)
            .Sum(file => new FileInfo(file).Length);
        Assert.That(cached, Is.GreaterThan(2_000_000_000));

        var start = new ProcessStartInfo(Repository.Executable, ["train", configuration, "--output", scratch["second"]])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["MPUC_PLUGINS"] = Repository.Plugins, ["DOTNET_ROOT"] = ProgramRun.DotnetRoot() },
        };
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var most = 0L;
        while (!process.WaitForExit(20))
        {
            most = Math.Max(most, AnonymousMemory(process.Id));
        }

        Assert.That(process.ExitCode, Is.Zero, output.Result + error.Result);
        Assert.That(most >> 20, Is.LessThan(OtherMegabytes + 256));
    }

    // What a process holds of its own, in bytes; pages of mapped files belong to the system, which takes them back as it likes.
    private static long AnonymousMemory(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status")
                .FirstOrDefault(line => line.StartsWith("RssAnon:", StringComparison.Ordinal));
            return line is null
                ? 0
                : long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) << 10;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
