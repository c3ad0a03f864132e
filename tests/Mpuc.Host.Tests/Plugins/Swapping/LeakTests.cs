using System.Runtime.CompilerServices;
using Autofac;
using McMaster.NETCore.Plugins;
using Mpuc.Conformance.Loading;

namespace Mpuc.Host.Tests.Plugins.Swapping;

/// <summary>
/// The proof that a plugin is gone, held against plugins that are not: every pattern known to keep one in memory is found and named.
/// </summary>
public sealed class LeakTests
{
    private const string Libraries = "../../../bin/Mpuc.Fixtures.Plugins/release/Microsoft.Extensions.";

    private static readonly string[] BinderLibraries =
    [
        Libraries + "Configuration.dll",
        Libraries + "Configuration.Abstractions.dll",
        Libraries + "Configuration.Binder.dll",
        Libraries + "Primitives.dll",
    ];

    [TestCase("json", "JsonSerializer caches types; use JsonNode, or a source-generated context in the plugin")]
    [TestCase("binder", "the configuration binder caches converters of enums; read values one by one")]
    [TestCase("type-descriptor", "TypeDescriptor caches types")]
    [TestCase("annotations", "data annotations are cached by type")]
    [TestCase("async-local", "a value of AsyncLocal stays with the execution context")]
    [TestCase("thread", "a thread that runs keeps its code; end it in Dispose")]
    [TestCase("timer", "a timer keeps its callback; dispose it")]
    [TestCase("event", "a handler of an AppDomain event is kept by the process; remove it in Dispose")]
    [TestCase("handle", "a GCHandle keeps its object; free it")]
    [TestCase("wait", "a registered wait keeps its callback; unregister it")]
    public void A_plugin_that_stays_in_memory_is_reported_with_what_keeps_it(string leak, string hazard)
    {
        using var sandbox = new PluginSandbox();
        var folder = sandbox.Add("Leaking", [$"leaking-{leak}/Leaking.dll", .. leak == "binder" ? BinderLibraries : []]);

        var problem = Swap(sandbox, "leaking-tight/Leaking.dll").Single();

        Assert.That(problem, Does.StartWith(
            $"Plugin 'fixtures.leaking' 1.0.0 in '{folder}' was unloaded, but stays in memory: a thread, a timer, an event or a cache "
                + "outside of it "
            + "refers to it. Its code uses what is known to do that: ").And.Contains($"{hazard} (Leaking)"));
    }

    /// <summary>
    /// What a host can do wrong: an ordinary scope leaves a plugin's types in the container's caches; one for a load context does not.
    /// </summary>
    [Test]
    public void A_plugin_in_an_ordinary_scope_of_the_hosts_container_stays_in_memory([Values] bool isForLoadContext)
    {
        using var sandbox = new PluginSandbox();
        var folder = sandbox.Add("Leaking", "leaking-tight/Leaking.dll");
        using var container = new ContainerBuilder().Build();
        Assert.That(UnloadProof.IsGone(Compose(Path.Combine(folder, "Leaking.dll"))), Is.EqualTo(isForLoadContext));

        [MethodImpl(MethodImplOptions.NoInlining)]
        WeakReference Compose(string assembly)
        {
            using var loader = PluginLoader.CreateFromAssemblyFile(
                assembly, isUnloadable: true, [typeof(IModalityPlugin), typeof(ContainerBuilder), typeof(TorchSharp.torch)]);
            var plugin = (IModalityPlugin)Activator.CreateInstance(
                loader.LoadDefaultAssembly().GetType("Fixtures.LeakingPlugin", throwOnError: true)!)!;
            using var scope = isForLoadContext
                ? container.BeginLoadContextLifetimeScope(loader.LoadContext, builder => builder.RegisterModule(plugin.CreateModule()))
                : container.BeginLifetimeScope(builder => builder.RegisterModule(plugin.CreateModule()));
            scope.ResolveKeyed<IModalityEncoder>("drips");
            return new WeakReference(loader.LoadContext);
        }
    }

    [Test]
    public void A_plugin_that_leaves_nothing_behind_is_gone_and_so_is_its_copy()
    {
        using var sandbox = new PluginSandbox();
        sandbox.Add("Leaking", "leaking-tight/Leaking.dll");
        Assert.That(Swap(sandbox, "leaking-json/Leaking.dll", out var copy), Is.Empty);
        Assert.That(Path.GetDirectoryName(copy), Does.Not.Exist);
    }

    [Test]
    public void Without_a_known_cause_the_report_says_so()
    {
        using var sandbox = new PluginSandbox();
        var folder = sandbox.Add("Leaking", "leaking-tight/Leaking.dll");
        Assert.That(UnloadHazards.Explain(Path.Combine(folder, "Leaking.dll")), Does.EndWith(" None of the known causes is in its code."));
    }

    private static IReadOnlyList<string> Swap(PluginSandbox sandbox, string next) => Swap(sandbox, next, out _);

    // Makes an encoder of the plugin, lets another version take over, and asks whether the first is gone.
    private static IReadOnlyList<string> Swap(PluginSandbox sandbox, string next, out string copy)
    {
        using var catalog = sandbox.Discover();
        Use();
        copy = catalog.Entries.Single().Loaded!.MainAssembly;
        sandbox.Replace("Leaking", next);
        using var update = catalog.FindUpdate()!;
        var retired = update.Accept();
        retired.Unload();
        return retired.VerifyUnloaded();

        [MethodImpl(MethodImplOptions.NoInlining)]
        void Use() => catalog.Create(sandbox.SettingsOf(catalog, "drips", "plain")).CreateBackbone(new BackboneContext([4], 8)).Dispose();
    }
}
