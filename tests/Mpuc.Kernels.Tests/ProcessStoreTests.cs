using System.Net;

namespace Mpuc.Kernels.Tests;

public sealed class ProcessStoreTests
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(5);
    private static readonly string Here = IPAddress.Loopback.ToString();

    [Test]
    public void What_one_sets_the_other_reads()
    {
        using var server = ProcessStore.Serve(Here, 0, "a", Timeout);
        using var client = ProcessStore.Connect(Here, server.Port, "a", Timeout);

        Assert.That(client.TryGet("failure"), Is.Null);
        server.Set("failure", "process 1 ended: größer");
        Assert.That(client.TryGet("failure"), Is.EqualTo("process 1 ended: größer"));
        client.Set("failure", string.Empty);
        Assert.That(server.TryGet("failure"), Is.Empty);
    }

    [Test]
    public void Keys_of_different_prefixes_do_not_meet()
    {
        using var server = ProcessStore.Serve(Here, 0, "a", Timeout);
        using var client = ProcessStore.Connect(Here, server.Port, "b", Timeout);
        server.Set("key", "value");
        Assert.That(client.TryGet("key"), Is.Null);
    }

    [Test]
    public void A_value_of_more_than_64_KiB_is_cut()
    {
        using var server = ProcessStore.Serve(Here, 0, "a", Timeout);
        server.Set("key", new string('x', 100_000));
        Assert.That(server.TryGet("key"), Has.Length.EqualTo(65536));
    }
}
