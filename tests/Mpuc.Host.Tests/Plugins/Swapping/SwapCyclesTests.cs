using System.Diagnostics;
using System.Runtime;
using System.Runtime.CompilerServices;
using Mpuc.Host.Plugins;

namespace Mpuc.Host.Tests.Plugins.Swapping;

/// <summary>That plugins can come and go in a host that runs for long: none stays in memory, and the process does not grow.</summary>
public sealed class SwapCyclesTests
{
    private const double MaxGrowth = 1.02;

    [Test]
    public void Twenty_loads_and_unloads_leave_nothing_behind() => Assert.That(AliveAfter(LoadAndUnload, 20), Is.Zero);

    [Test]
    public void Five_swaps_leave_nothing_behind() => Assert.That(AliveAfterSwaps(5, warm: static () => { }), Is.Zero);

    [Test]
    [Category("Slow")]
    public void A_thousand_loads_and_unloads_leave_nothing_behind_and_memory_does_not_grow()
    {
        Assert.That(AliveAfter(LoadAndUnload, 200, LetTheCompilerSettle), Is.Zero);
        var before = ResidentBytes();
        Assert.That(AliveAfter(LoadAndUnload, 1000), Is.Zero);
        var after = ResidentBytes();
        TestContext.Out.WriteLine($"Resident: {before / 1e6:F1} MB after 200 cycles, {after / 1e6:F1} MB after 1,000 more.");
        Assert.That(after, Is.LessThan(before * MaxGrowth));
    }

    [Test]
    [Category("Slow")]
    public void Two_hundred_swaps_leave_nothing_behind_and_memory_does_not_grow()
    {
        var before = 0L;
        var alive = AliveAfterSwaps(250, warm: () => before = ResidentBytes());
        var after = ResidentBytes();
        TestContext.Out.WriteLine($"Resident: {before / 1e6:F1} MB after 50 swaps, {after / 1e6:F1} MB after 200 more.");
        Assert.That(alive, Is.Zero);
        Assert.That(after, Is.LessThan(before * MaxGrowth));
    }

    private static int AliveAfter(Func<PluginSandbox, WeakReference> cycle, int times, Action? pause = null)
    {
        using var sandbox = new PluginSandbox();
        sandbox.Add("Swapped", "swapped-first/Swapped.dll");
        return Enumerable.Range(0, times).Chunk(50).Sum(chunk =>
        {
            pause?.Invoke();
            return Alive([.. chunk.Select(_ => cycle(sandbox))]);
        });
    }

    // Swaps back and forth between two versions; after 50 there is a pause.
    private static int AliveAfterSwaps(int times, Action warm)
    {
        using var sandbox = new PluginSandbox();
        sandbox.Add("Swapped", "swapped-first/Swapped.dll");
        using var catalog = sandbox.Discover();
        List<WeakReference> contexts = [];
        for (var swap = 0; swap < times; swap++)
        {
            contexts.Add(Use(catalog, sandbox));
            sandbox.Replace("Swapped", swap % 2 == 0 ? "swapped-second/Swapped.dll" : "swapped-first/Swapped.dll");
            Assert.That(Swap(catalog), Is.Empty);
            if (swap < 50 && swap % 10 == 9)
            {
                LetTheCompilerSettle();
            }

            if (swap == 49)
            {
                warm();
            }
        }

        return Alive(contexts);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static IReadOnlyList<string> Swap(PluginCatalog catalog)
    {
        using var update = catalog.FindUpdate()!;
        var retired = update.Accept();
        retired.Unload();
        return retired.VerifyUnloaded();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference LoadAndUnload(PluginSandbox sandbox)
    {
        using var catalog = sandbox.Discover();
        return Use(catalog, sandbox);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Use(PluginCatalog catalog, PluginSandbox sandbox)
    {
        var modality = catalog.Create(sandbox.SettingsOf(catalog, "numbers", "perceptron"));
        using var scope = TorchSharp.torch.NewDisposeScope();
        using var backbone = modality.CreateBackbone(new BackboneContext([6], 1));
        backbone.forward(TorchSharp.torch.zeros(2, 1, 6), TorchSharp.torch.ones(2, TorchSharp.torch.int64)).sum().backward();
        return catalog.Entries.Single().Loaded!.LoadContext;
    }

    private static int Alive(IReadOnlyCollection<WeakReference> contexts)
    {
        for (var i = 0; i < 60 && contexts.Any(context => context.IsAlive); i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        return contexts.Count(context => context.IsAlive);
    }

    // What is called often, the host's code above all, is compiled again and better when nothing new has been compiled for a while, which
    // takes some 15 MB once. Where plugins come without a pause that drags on for a thousand cycles and looks like a leak.
    private static void LetTheCompilerSettle()
    {
        var (compiled, quiet) = (0L, 0);
        for (var wait = 0; quiet < 5 && wait < 600; wait++)
        {
            Thread.Sleep(100);
            var now = JitInfo.GetCompiledMethodCount();
            (quiet, compiled) = (now == compiled ? quiet + 1 : 0, now);
        }
    }

    private static long ResidentBytes()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }
}
