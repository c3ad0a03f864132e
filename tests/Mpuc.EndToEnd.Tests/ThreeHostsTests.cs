using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Mpuc.EndToEnd.Tests;

/// <summary>
/// A training of three hosts: network namespaces of this machine, each with an address of its own and a cache of its own, joined by a bridge as by a switch.
/// </summary>
[Category("Slow")]
[NonParallelizable]
public sealed class ThreeHostsTests
{
    private const int Hosts = 3;

    private static readonly string Prefix = $"mpuc{Environment.ProcessId % 10000}";

    private readonly TinySet _set = new();
    private readonly List<string> _undo = [];

    [OneTimeSetUp]
    public void JoinThreeHosts()
    {
        var bridge = $"{Prefix}b";
        Require($"ip link add {bridge} type bridge", $"ip link del {bridge}");
        Require($"ip link set {bridge} up");
        foreach (var host in Enumerable.Range(0, Hosts))
        {
            Require($"ip netns add {Name(host)}", $"ip netns del {Name(host)}");
            Require($"ip link add {Name(host)}v type veth peer name eth0 netns {Name(host)}");
            Require($"ip link set {Name(host)}v master {bridge} up");
            Require($"ip -n {Name(host)} addr add {Address(host)}/24 dev eth0");
            Require($"ip -n {Name(host)} link set eth0 up");
            Require($"ip -n {Name(host)} link set lo up");
        }
    }

    [OneTimeTearDown]
    public void PartThem()
    {
        foreach (var command in Enumerable.Reverse(_undo))
        {
            Shell(command);
        }

        _set.Dispose();
    }

    [Test]
    public void Three_hosts_train_together_and_get_the_losses_of_one()
    {
        string[] settings =
        [
            "--set", "training.batchSize=8", "--set", "training.epochs=3", "--set", "runtime.threads=1",
            "--set", "modalities.voice.backbone.options.dropout=0", "--set", "modalities.face.backbone.options.dropout=0",
        ];
        var alone = ProgramRun.Of(["train", _set.Configuration, "--output", _set["alone"], .. settings]);
        Assert.That(alone.ExitCode, Is.Zero, alone.ToString());

        var runs = Enumerable.Range(0, Hosts).Select(host => Task.Run(() => On(host, settings))).ToArray();
        Task.WaitAll(runs);

        foreach (var run in runs)
        {
            Assert.That(run.Result.ExitCode, Is.Zero, run.Result.ToString());
        }

        Assert.That(Directory.Exists(_set["together-1"]), Is.False, "only process 0 writes");
        Assert.That(Losses(_set["together-0"]), Is.EqualTo(Losses(_set["alone"])).Within(0.001).Percent);
    }

    [Test]
    public void A_host_that_is_cut_off_ends_the_others_who_say_so()
    {
        string[] settings = ["--set", "training.batchSize=8", "--set", "training.epochs=100000", "--set", "runtime.threads=1"];
        var runs = Enumerable.Range(0, Hosts).Select(host => Task.Run(() => On(host, settings, "cut"))).ToArray();
        for (var clock = Stopwatch.StartNew(); !File.Exists(Path.Combine(_set["cut-0"], "metrics.jsonl")); Thread.Sleep(100))
        {
            Assert.That(clock.Elapsed, Is.LessThan(TimeSpan.FromMinutes(5)), "the training does not begin");
        }

        // As if its cable were pulled: no connection is closed.
        Require($"ip link set {Name(2)}v down");
        Task.WaitAll(runs);
        Require($"ip link set {Name(2)}v up");
        Assert.Multiple(() =>
        {
            foreach (var run in runs)
            {
                Assert.That(run.Result.ExitCode, Is.EqualTo(1), run.Result.ToString());
            }

            Assert.That(runs[0].Result.Error, Does.Contain("Process 2 of 3").And.Contain("no sign of life"));
            Assert.That(runs[1].Result.Error, Does.Contain("Process 2 of 3"));
            Assert.That(runs[2].Result.Error, Does.Contain("gave no answer").Or.Contain("is gone"));
        });
    }

    private ProgramRun On(int host, string[] settings, string name = "together") => ProgramRun.Of(new ProcessStartInfo(
        "ip",
        [
            "netns", "exec", Name(host), Repository.Executable, "train", _set.Configuration, "--output", _set[$"{name}-{host}"],
            "--set", $"data.cache={_set[$"cache-{host}"]}", .. settings,
        ])
    {
        WorkingDirectory = Repository.Root,
        Environment =
        {
            ["MPUC_PLUGINS"] = Repository.Plugins, ["DOTNET_ROOT"] = ProgramRun.DotnetRoot(), ["RANK"] = $"{host}", ["WORLD_SIZE"] = $"{Hosts}",
            ["LOCAL_RANK"] = "0", ["MASTER_ADDR"] = Address(0), ["MASTER_PORT"] = "29500",
        },
    });

    private static string Name(int host) => $"{Prefix}h{host}";

    private static string Address(int host) => $"10.77.0.{host + 1}";

    private static double[] Losses(string output) =>
        [.. File.ReadLines(Path.Combine(output, "metrics.jsonl")).Select(line => JsonNode.Parse(line)!["loss"]!.GetValue<double>())];

    private void Require(string command, string? undo = null)
    {
        var run = Shell(command);
        if (run.ExitCode != 0)
        {
            Assert.Ignore($"Hosts are made of network namespaces, which needs root and iproute2 here: '{command}' failed.");
        }

        if (undo is not null)
        {
            _undo.Add(undo);
        }
    }

    private static ProgramRun Shell(string command) => ProgramRun.Of(new ProcessStartInfo("bash", ["-c", command]));
}
