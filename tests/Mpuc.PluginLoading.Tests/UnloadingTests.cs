using System.Runtime.CompilerServices;
using Mpuc.Fixtures.Loading;

namespace McMaster.NETCore.Plugins.Tests;

public sealed class UnloadingTests
{
    [Test]
    public void Thirty_plugins_that_were_used_and_disposed_are_gone([Values] bool inMemory)
    {
        using var plugin = new TestPlugin("words-1/Words.dll");
        var contexts = Enumerable.Range(0, 30).Select(_ => UseAndDispose(plugin.MainAssembly, inMemory)).ToList();
        Assert.That(Alive(contexts), Is.Zero);
    }

    [Test]
    public void A_reload_lets_go_of_the_old_context_and_loads_the_new_files()
    {
        using var plugin = new TestPlugin("words-1/Words.dll");
        using var loader = PluginLoader.CreateFromAssemblyFile(plugin.MainAssembly, isUnloadable: true, [typeof(IGreeter)]);
        var old = Use(loader, expectedVersion: 1);
        plugin.Add("words-2/Words.dll");
        var reloaded = new List<PluginLoader>();
        loader.Reloaded += (_, e) => reloaded.Add(e.Loader);

        loader.Reload();

        Use(loader, expectedVersion: 2);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Alive([old]), Is.Zero);
            Assert.That(reloaded, Is.EqualTo(new[] { loader }));
        }
    }

    [Test]
    public void A_reload_without_the_main_assembly_fails_and_keeps_the_old_context()
    {
        using var plugin = new TestPlugin("words-1/Words.dll");
        using var loader = PluginLoader.CreateFromAssemblyFile(plugin.MainAssembly, isUnloadable: true, [typeof(IGreeter)]);
        var before = loader.LoadContext;
        File.Move(plugin.MainAssembly, plugin.MainAssembly + ".away");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(loader.Reload, Throws.InvalidOperationException);
            Assert.That(loader.LoadContext, Is.SameAs(before));
        }
    }

    [Test]
    public void A_plugin_that_cannot_be_unloaded_cannot_be_reloaded()
    {
        using var plugin = new TestPlugin();
        using var loader = PluginLoader.CreateFromAssemblyFile(plugin.MainAssembly);
        Assert.That(loader.Reload, Throws.InvalidOperationException.With.Message.Contains("IsUnloadable"));
    }

    [Test]
    public void A_changed_assembly_reloads_a_watched_plugin()
    {
        using var plugin = new TestPlugin("words-1/Words.dll");
        using var loader = PluginLoader.CreateFromAssemblyFile(
            plugin.MainAssembly, [typeof(IGreeter)], config => config.EnableHotReload = true);
        Use(loader, expectedVersion: 1);
        using var reloaded = new SemaphoreSlim(0);
        loader.Reloaded += (_, _) => reloaded.Release();

        plugin.Add("words-2/Words.dll");
        plugin.Add("greeter/Greeter.dll");

        Assert.That(reloaded.Wait(TimeSpan.FromSeconds(30)), "The change was not noticed.");
        Use(loader, expectedVersion: 2);
    }

    [Test]
    public void While_its_main_assembly_is_gone_a_watched_plugin_keeps_its_context()
    {
        using var plugin = new TestPlugin("words-1/Words.dll");
        using var loader = PluginLoader.CreateFromAssemblyFile(
            plugin.MainAssembly, [typeof(IGreeter)], config => config.EnableHotReload = true);
        Use(loader, expectedVersion: 1);
        using var reloaded = new SemaphoreSlim(0);
        loader.Reloaded += (_, _) => reloaded.Release();
        File.Delete(plugin.MainAssembly);

        plugin.Add("words-2/Words.dll");
        Assert.That(reloaded.Wait(TimeSpan.FromSeconds(1)), Is.False);
        Use(loader, expectedVersion: 1);

        plugin.Add("greeter/Greeter.dll");
        Assert.That(reloaded.Wait(TimeSpan.FromSeconds(30)), "The new main assembly was not noticed.");
        Use(loader, expectedVersion: 2);
    }

    [Test]
    public void A_disposed_loader_refuses_to_reload()
    {
        using var plugin = new TestPlugin();
        var loader = PluginLoader.CreateFromAssemblyFile(plugin.MainAssembly, isUnloadable: true, []);
        loader.Dispose();
        Assert.That(loader.Reload, Throws.TypeOf<ObjectDisposedException>());
    }

    [Test]
    public void A_disposed_loader_refuses_to_load()
    {
        using var plugin = new TestPlugin();
        var loader = PluginLoader.CreateFromAssemblyFile(plugin.MainAssembly);
        loader.Dispose();
        loader.Dispose();
        Assert.That(loader.LoadDefaultAssembly, Throws.TypeOf<ObjectDisposedException>());
    }

    // Not inlined, so that no local of the caller's frame keeps the context alive.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference UseAndDispose(string mainAssembly, bool inMemory)
    {
        using var loader = PluginLoader.CreateFromAssemblyFile(
            mainAssembly, isUnloadable: true, [typeof(IGreeter)], config => config.LoadInMemory = inMemory);
        return Use(loader, expectedVersion: 1);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Use(PluginLoader loader, int expectedVersion)
    {
        var greeter = (IGreeter)Activator.CreateInstance(loader.LoadDefaultAssembly().GetType("Fixtures.Greeter", true)!)!;
        Assert.That(greeter.Greeting, Is.EqualTo($"hello from version {expectedVersion}"));
        return new WeakReference(loader.LoadContext);
    }

    private static int Alive(IReadOnlyCollection<WeakReference> contexts)
    {
        for (var i = 0; i < 20 && contexts.Any(context => context.IsAlive); i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        return contexts.Count(context => context.IsAlive);
    }
}
