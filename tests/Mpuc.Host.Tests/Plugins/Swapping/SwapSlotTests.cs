using Mpuc.Host.Plugins.Swapping;

namespace Mpuc.Host.Tests.Plugins.Swapping;

public sealed class SwapSlotTests
{
    [Test]
    public void Leases_share_the_present_value()
    {
        var value = new Version();
        using var slot = new SwapSlot<Version>(value);
        using var one = slot.Take();
        using var other = slot.Take();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(one.Value, Is.SameAs(value));
            Assert.That(other.Value, Is.SameAs(value));
        }
    }

    [Test]
    public void A_swap_waits_for_the_leases_on_the_old_value_and_no_others()
    {
        var (old, next) = (new Version(), new Version());
        using var slot = new SwapSlot<Version>(old);
        var before = slot.Take();

        var swap = slot.SwapAsync(next);

        using var after = slot.Take();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(after.Value, Is.SameAs(next));
            Assert.That(before.Value, Is.SameAs(old), "a lease keeps its value");
            Assert.That(swap.IsCompleted, Is.False);
            Assert.That(old.IsDisposed, Is.False);
        }

        before.Dispose();
        Assert.That(() => swap.Wait(TimeSpan.FromMinutes(1)), Is.True);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(old.IsDisposed, Is.True);
            Assert.That(next.IsDisposed, Is.False);
        }
    }

    [Test]
    public void Without_leases_a_swap_is_done_at_once()
    {
        var old = new Version();
        using var slot = new SwapSlot<Version>(old);
        Assert.That(slot.SwapAsync(new Version()).IsCompletedSuccessfully, Is.True);
        Assert.That(old.IsDisposed, Is.True);
    }

    [Test]
    public void A_lease_that_is_returned_twice_counts_once()
    {
        var old = new Version();
        using var slot = new SwapSlot<Version>(old);
        using var kept = slot.Take();
        var twice = slot.Take();
        twice.Dispose();
        twice.Dispose();

        var swap = slot.SwapAsync(new Version());

        Assert.That(swap.IsCompleted, Is.False);
        Assert.That(() => twice.Value, Throws.TypeOf<ObjectDisposedException>());
    }

    [Test]
    public void What_a_value_throws_when_it_is_disposed_reaches_whoever_swapped_it()
    {
        using var slot = new SwapSlot<Version>(new Version { Fault = new InvalidOperationException("on purpose") });
        Assert.That(async () => await slot.SwapAsync(new Version()), Throws.InvalidOperationException.With.Message.EqualTo("on purpose"));
        using var lease = slot.Take();
        Assert.That(lease.Value.IsDisposed, Is.False, "the next value is at work all the same");
    }

    [Test]
    public void A_disposed_slot_gives_no_leases_and_disposes_its_value_after_the_last()
    {
        var value = new Version();
        var slot = new SwapSlot<Version>(value);
        var lease = slot.Take();

        slot.Dispose();

        Assert.That(slot.Take, Throws.TypeOf<ObjectDisposedException>());
        Assert.That(value.IsDisposed, Is.False);
        lease.Dispose();
        Assert.That(value.IsDisposed, Is.True);
    }

    [Test]
    public async Task Under_way_in_many_threads_no_lease_ever_sees_a_disposed_value()
    {
        using var slot = new SwapSlot<Version>(new Version());
        using var stop = new CancellationTokenSource();
        var users = Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            var disposed = 0;
            while (!stop.IsCancellationRequested)
            {
                using var lease = slot.Take();
                disposed += lease.Value.IsDisposed ? 1 : 0;
                Thread.Yield();
                disposed += lease.Value.IsDisposed ? 1 : 0;
            }

            return disposed;
        })).ToList();

        for (var swap = 0; swap < 200; swap++)
        {
            await slot.SwapAsync(new Version());
        }

        await stop.CancelAsync();
        Assert.That(await Task.WhenAll(users), Is.All.Zero);
    }

    private sealed class Version : IDisposable
    {
        private int _disposed;

        public Exception? Fault { get; init; }

        public bool IsDisposed => Volatile.Read(ref _disposed) > 0;

        public void Dispose()
        {
            Interlocked.Increment(ref _disposed);
            if (Fault is not null)
            {
                throw Fault;
            }
        }
    }
}
