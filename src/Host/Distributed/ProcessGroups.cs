using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Mpuc.Kernels;

namespace Mpuc.Host.Distributed;

/// <summary>Brings the processes of a group together, and tells all of them where one fails.</summary>
internal static class ProcessGroups
{
    private static readonly TimeSpan JoinTimeout = TimeSpan.FromMinutes(10);

    // One process may prepare data for hours while others wait; that one ended is learned from the watch.
    private static readonly TimeSpan CallTimeout = TimeSpan.FromDays(7);

    /// <summary>Joins the group, does something as its member, and leaves it.</summary>
    /// <param name="place">This process's place.</param>
    /// <param name="end">
    /// Ends the process: with a message where another one has ended and this one does not notice; with null where it fails by itself, within a short time.
    /// </param>
    /// <param name="body">What all processes do.</param>
    /// <returns>What it gave.</returns>
    /// <exception cref="MpucException">The processes do not find each other, another one ended, or what <paramref name="body"/> threw.</exception>
    public static T Run<T>(ProcessEnvironment place, Action<string?> end, Func<IProcessGroup, T> body)
    {
        RequireC10d();
        using var store = Open(place, serve: place.Rank == 0 && !place.IsStoreServed);
        using var watch = new FailureWatch(Open(place, serve: false), place.Rank, place.Size, end);
        CollectiveGroup? joined = null;
        try
        {
            Gather(place, store, watch);
            joined = new CollectiveGroup(store, place.Rank, place.Size, LocalAddress(place), place.NetworkInterface, CallTimeout);
            var group = new C10dProcessGroup(joined, watch, place.LocalRank);
            var result = body(group);
            group.Meet();
            joined.Dispose();
            return result;
        }
        catch (Exception exception)
        {
            watch.Report(exception is OperationCanceledException ? "it was cancelled." : exception.Message);
            Abandon(joined);
            end(null);
            throw;
        }
    }

    /// <summary>Refuses several processes where the tensor library has no c10d.</summary>
    /// <exception cref="MpucException">It has none.</exception>
    public static void RequireC10d()
    {
        if (!ProcessStore.IsAvailable)
        {
            throw new MpucException(
                "Several processes need c10d with Gloo, which this build lacks: it is made with TorchSharp's package, or with a libtorch without Gloo's headers; "
                + "one process would be right, or a build with Debian's libtorch-dev and libgloo-dev.");
        }
    }

    // That the connections close lets go of the others, who know by now. It may wait for calls that can no longer be answered: then the process's end does it.
    private static void Abandon(CollectiveGroup? group)
    {
        if (group is not null)
        {
            var leaving = new Thread(group.Dispose) { IsBackground = true };
            leaving.Start();
            leaving.Join(TimeSpan.FromSeconds(2));
        }
    }

    private static ProcessStore Open(ProcessEnvironment place, bool serve)
    {
        var prefix = string.Create(CultureInfo.InvariantCulture, $"mpuc/{place.Attempt}");
        try
        {
            return serve
                ? ProcessStore.Serve(place.MasterAddress, place.MasterPort, prefix, JoinTimeout)
                : ProcessStore.Connect(place.MasterAddress, place.MasterPort, prefix, JoinTimeout);
        }
        catch (ExternalException exception)
        {
            throw new MpucException(
                $"Process {place.Rank} of {place.Size} cannot {(serve ? "serve" : "reach")} {place.MasterAddress}:{place.MasterPort} (MASTER_ADDR, MASTER_PORT), "
                + $"where the processes meet: {exception.Message.TrimEnd('.')}.",
                exception);
        }
    }

    // c10d itself waits for a process that never comes as long as for any call.
    private static void Gather(ProcessEnvironment place, ProcessStore store, FailureWatch watch)
    {
        store.Set(Key(place.Rank), Environment.MachineName);
        var missing = Enumerable.Range(0, place.Size).ToList();
        for (var waited = TimeSpan.Zero; missing.Count > 0; waited += TimeSpan.FromMilliseconds(50))
        {
            missing.RemoveAll(rank => store.TryGet(Key(rank)) is not null);
            if (missing.Count > 0)
            {
                watch.ThrowIfKnown();
                Thread.Sleep(50);
            }

            if (waited > JoinTimeout)
            {
                throw new MpucException(
                    $"Of {place.Size} processes {missing.Count} did not come within {JoinTimeout.TotalMinutes:0} minutes, the first of them process {missing[0]}.");
            }
        }

        static string Key(int rank) => string.Create(CultureInfo.InvariantCulture, $"here/{rank}");
    }

    // The address by which this machine reaches the others, wherever its own name leads.
    private static string LocalAddress(ProcessEnvironment place)
    {
        try
        {
            var master = Dns.GetHostAddresses(place.MasterAddress)[0];
            using var socket = new Socket(master.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
            socket.Connect(master, place.MasterPort);
            return ((IPEndPoint)socket.LocalEndPoint!).Address.ToString();
        }
        catch (SocketException)
        {
            return string.Empty;
        }
    }
}
