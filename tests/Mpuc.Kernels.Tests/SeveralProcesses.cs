using System.Net;
using TorchSharp;

namespace Mpuc.Kernels.Tests;

/// <summary>Stands for several processes: threads, each a member of one group.</summary>
internal static class SeveralProcesses
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(5);

    /// <summary>Runs the same in every member and returns what each gave.</summary>
    public static T[] Run<T>(int size, Func<CollectiveGroup, T> member, bool shareMemory = true)
    {
        using var server = ProcessStore.Serve(IPAddress.Loopback.ToString(), 0, "test", Timeout);
        var results = new T[size];
        var failures = new Exception?[size];
        var threads = Enumerable.Range(0, size).Select(rank => new Thread(() => Member(rank))).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        Assert.That(failures.Where(failure => failure is not null), Is.Empty);
        return results;

        void Member(int rank)
        {
            try
            {
                torch.set_num_threads(1);
                using var store = ProcessStore.Connect(IPAddress.Loopback.ToString(), server.Port, "test", Timeout);
                using var group = new CollectiveGroup(store, rank, size, IPAddress.Loopback.ToString(), string.Empty, Timeout, shareMemory);
                results[rank] = member(group);
            }
            catch (Exception exception)
            {
                failures[rank] = exception;
            }
        }
    }
}
