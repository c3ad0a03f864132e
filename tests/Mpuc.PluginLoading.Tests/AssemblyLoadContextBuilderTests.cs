using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using McMaster.NETCore.Plugins.Loader;

namespace McMaster.NETCore.Plugins.Tests;

public sealed class AssemblyLoadContextBuilderTests
{
    private readonly AssemblyLoadContextBuilder _builder = new();

    [Test]
    public void Every_call_returns_the_builder_itself()
    {
        var name = new AssemblyName("Words");
        AssemblyLoadContextBuilder[] returned =
        [
            _builder.SetMainAssemblyPath("/plugins/Greeter.dll"), _builder.SetDefaultContext(AssemblyLoadContext.Default),
            _builder.PreferLoadContextAssembly(name), _builder.PreferDefaultLoadContextAssembly(name),
            _builder.PreferDefaultLoadContext(true), _builder.IsLazyLoaded(true), _builder.AddProbingPath("/cache"), _builder.AddResourceProbingPath("/resources"),
            _builder.EnableUnloading(), _builder.PreloadAssembliesIntoMemory(), _builder.ShadowCopyNativeLibraries(),
        ];
        Assert.That(returned, Has.All.SameAs(_builder));
    }

    [Test]
    public void Relative_folders_are_refused()
    {
        Assert.That(() => _builder.AddProbingPath("cache"), Throws.ArgumentException.With.Message.Contains("'cache'"));
        Assert.That(() => _builder.AddResourceProbingPath("resources"), Throws.ArgumentException.With.Message.Contains("'resources'"));
        Assert.That(() => _builder.SetMainAssemblyPath("Greeter.dll"), Throws.ArgumentException.With.Message.Contains("'Greeter.dll'"));
    }

    [Test]
    public void An_assembly_name_without_a_name_is_refused()
    {
        Assert.That(() => _builder.PreferLoadContextAssembly(new AssemblyName()), Throws.ArgumentException);
        Assert.That(() => _builder.PreferDefaultLoadContextAssembly(new AssemblyName()), Throws.ArgumentException);
    }

    [Test]
    public void A_context_is_collectible_only_if_asked_to_be([Values] bool unloadable)
    {
        using var plugin = new TestPlugin();
        var builder = new AssemblyLoadContextBuilder().SetMainAssemblyPath(plugin.MainAssembly);
        var context = unloadable ? builder.EnableUnloading().Build() : builder.Build();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(context.IsCollectible, Is.EqualTo(unloadable));
            Assert.That(context.Name, Is.EqualTo("Greeter"));
        }
    }

    [Test]
    public void Laziness_may_be_set_before_or_after_what_is_shared([Values] bool before)
    {
        using var host = new TestPlugin("words-2/Words.dll");
        using var hostLoader = PluginLoader.CreateFromAssemblyFile(host.MainAssembly);
        using var plugin = new TestPlugin("words-1/Words.dll");
        var builder = new AssemblyLoadContextBuilder().SetMainAssemblyPath(plugin.MainAssembly).SetDefaultContext(hostLoader.LoadContext);
        var context = before
            ? builder.IsLazyLoaded(true).PreferDefaultLoadContextAssembly(new AssemblyName("Greeter")).Build()
            : builder.PreferDefaultLoadContextAssembly(new AssemblyName("Greeter")).IsLazyLoaded(true).Build();
        Assert.That(context.LoadFromAssemblyName(new AssemblyName("Words")).GetName().Version!.Major, Is.EqualTo(1));
    }

    [Test]
    public void A_dependency_manifest_says_where_a_dependency_lies()
    {
        using var plugin = new TestPlugin();
        var rid = RuntimeInformation.RuntimeIdentifier;
        var asset = $"runtimes/{rid}/lib/net10.0/Words.dll";
        var path = plugin.Add("words-1/Words.dll", asset);
        File.WriteAllText(Path.Combine(plugin.Folder, "Greeter.deps.json"), $$"""
            {
              "runtimeTarget": { "name": ".NETCoreApp,Version=v10.0" },
              "targets": {
                ".NETCoreApp,Version=v10.0": {
                  "Greeter/1.0.0": { "dependencies": { "Words": "1.0.0" }, "runtime": { "Greeter.dll": {} } },
                  "Words/1.0.0": { "runtimeTargets": { "{{asset}}": { "rid": "{{rid}}", "assetType": "runtime" } } }
                }
              },
              "libraries": {
                "Greeter/1.0.0": { "type": "project", "serviceable": false, "sha512": "" },
                "Words/1.0.0": { "type": "package", "serviceable": false, "sha512": "" }
              }
            }
            """);
        using var loader = PluginLoader.CreateFromAssemblyFile(plugin.MainAssembly);
        Assert.That(loader.LoadAssembly("Words").Location, Is.EqualTo(path));
    }
}
