using System.Diagnostics;
using System.Net;
using Mpuc.Host.Cli;
using Mpuc.Kernels;

namespace Mpuc.Host.Distributed;

/// <summary>
/// Starts several processes of this program on this machine, each with its place in the environment as torchrun would, and ends when they have. It serves the
/// store where they meet, so that they learn of each other's ends whichever of them it is.
/// </summary>
/// <param name="processes">How many, at least 2.</param>
/// <param name="output">Takes what process 0 writes to standard output.</param>
/// <param name="error">Takes what process 0 writes to standard error, and why another ended where process 0 does not say it.</param>
internal sealed class ProcessLauncher(int processes, TextWriter output, TextWriter error)
{
    private const int SignalBase = 128;

    private static readonly TimeSpan StoreTimeout = TimeSpan.FromMinutes(10);

    /// <summary>The time that processes have to end by themselves after one has failed.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(25);

    /// <summary>Starts the processes and waits for their end.</summary>
    /// <param name="arguments">The command line of each.</param>
    /// <param name="cancellationToken">Asks them to stop.</param>
    /// <returns>The exit code: process 0's, or that of the process that failed.</returns>
    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        ProcessGroups.RequireC10d();
        var here = IPAddress.Loopback.ToString();
        using var store = ProcessStore.Serve(here, 0, "mpuc/0", StoreTimeout);
        var children = new List<ChildProcess>();
        try
        {
            for (var rank = 0; rank < processes; rank++)
            {
                children.Add(new ChildProcess(Start(rank, here, store.Port, arguments), rank == 0 ? (output, error) : null));
            }

            await using var _ = cancellationToken.Register(() => FailureWatch.Cancel(store));
            await Task.WhenAny(Task.WhenAll(children.Select(child => child.Ended)), AfterFailureAsync(children, store));
        }
        finally
        {
            children.ForEach(child => child.Kill());
        }

        await Task.WhenAll(children.Select(child => child.Ended));
        var code = await JudgeAsync(children);
        children.ForEach(child => child.Dispose());
        return code;
    }

    private ProcessStartInfo Start(int rank, string host, int port, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, arguments)
        {
            UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        var place = new ProcessEnvironment { Rank = rank, Size = processes, LocalRank = rank, MasterAddress = host, MasterPort = port, IsStoreServed = true };
        foreach (var (name, value) in place.ToVariables())
        {
            start.Environment[name] = value;
        }

        // Each process takes its share of the cores rather than all of them.
        start.Environment.TryAdd("OMP_NUM_THREADS", $"{Math.Max(1, Environment.ProcessorCount / processes)}");
        return start;
    }

    // The processes hear of a failure by themselves; what a signal ended cannot say so.
    private static async Task AfterFailureAsync(List<ChildProcess> children, ProcessStore store)
    {
        var failed = children.Select(child => child.Failed).ToList();
        var first = await Task.WhenAny(failed);
        var rank = failed.IndexOf(first);
        FailureWatch.Report(store, Describe(children, rank));
        await Task.Delay(Grace);
    }

    private async Task<int> JudgeAsync(List<ChildProcess> children)
    {
        var codes = children.Select(child => child.Ended.Result).ToList();
        var failed = codes.FindIndex(code => code is not (0 or MpucCommandLine.Cancelled));
        if (failed < 0)
        {
            return codes.Max();
        }

        if (codes[0] is 0 or >= SignalBase)
        {
            await error.WriteLineAsync(Describe(children, failed));
        }

        return 1;
    }

    private static string Describe(List<ChildProcess> children, int rank)
    {
        var code = children[rank].Ended.Result;
        var why = code > SignalBase ? $"was ended by the signal {code - SignalBase}." : $"ended: {children[rank].LastWords}";
        return $"Process {rank} of {children.Count} {why}";
    }
}
