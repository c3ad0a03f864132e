using System.Net;
using Mpuc.Host.Distributed;
using Mpuc.Kernels;
using TorchSharp;

namespace Mpuc.Host.Tests.Distributed;

/// <summary>Several processes' place taken by threads, which meet through c10d as processes do. They share one random generator, so nothing that draws from it is compared.</summary>
internal static class ThreadGroup
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(5);

    /// <summary>Runs the same in every member; the first failure is the test's.</summary>
    public static T[] Run<T>(int size, Func<IProcessGroup, T> member)
    {
        var outcomes = Outcomes(size, member);
        return [.. outcomes.Select(outcome => outcome.Failure is null ? outcome.Result! : throw new InvalidOperationException("A member failed.", outcome.Failure))];
    }

    /// <summary>Runs the same in every member.</summary>
    public static (T? Result, Exception? Failure)[] Outcomes<T>(int size, Func<IProcessGroup, T> member)
    {
        var here = IPAddress.Loopback.ToString();
        using var server = ProcessStore.Serve(here, 0, "mpuc/0", Timeout);
        var outcomes = new (T? Result, Exception? Failure)[size];
        var threads = Enumerable.Range(0, size).Select(rank => new Thread(() =>
        {
            torch.set_num_threads(1);
            var place = new ProcessEnvironment
            {
                Rank = rank, Size = size, LocalRank = rank, MasterAddress = here, MasterPort = server.Port, IsStoreServed = true,
            };
            try
            {
                outcomes[rank] = (ProcessGroups.Run(place, _ => { }, member), null);
            }
            catch (Exception exception)
            {
                outcomes[rank] = (default, exception);
            }
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        return outcomes;
    }
}
