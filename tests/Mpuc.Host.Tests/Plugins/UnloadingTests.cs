using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace Mpuc.Host.Tests.Plugins;

public sealed class UnloadingTests
{
    [Test]
    public void Thirty_catalogs_that_were_used_and_disposed_leave_no_plugin_behind()
    {
        using var sandbox = new PluginSandbox();
        sandbox.AddGood();
        sandbox.AddFaulty("throwing-constructor");
        var contexts = new List<WeakReference>();
        AssemblyLoadEventHandler remember = (_, e) => Remember(contexts, e.LoadedAssembly);
        AppDomain.CurrentDomain.AssemblyLoad += remember;
        for (var i = 0; i < 30; i++)
        {
            UseAndDispose(sandbox);
        }

        AppDomain.CurrentDomain.AssemblyLoad -= remember;
        for (var i = 0; i < 20 && contexts.Exists(context => context.IsAlive); i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(contexts, Has.Count.EqualTo(60));
            Assert.That(contexts.Count(context => context.IsAlive), Is.Zero);
        }
    }

    private static void Remember(List<WeakReference> contexts, Assembly assembly)
    {
        if (assembly.GetName().Name is "Good" or "Faulty")
        {
            contexts.Add(new WeakReference(AssemblyLoadContext.GetLoadContext(assembly)));
        }
    }

    // Not inlined, so that no local of the caller's frame keeps a context alive.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void UseAndDispose(PluginSandbox sandbox)
    {
        using var catalog = sandbox.Discover();
        var modality = catalog.Create(new()
        {
            Name = "bells",
            Kind = "tones",
            Source = "bells",
            Normalization = Normalization.None,
            Backbone = "plain",
            Options = new OptionValues(catalog.Modalities.Single().Options),
            BackboneOptions = new OptionValues(catalog.Backbones.Single().Options),
        });
        modality.CreateBackbone(new BackboneContext([4], 8)).Dispose();
    }
}
