using System.Globalization;
using System.Reflection;
using McMaster.NETCore.Plugins.LibraryModel;
using McMaster.NETCore.Plugins.Loader;

namespace McMaster.NETCore.Plugins.Tests;

public sealed class PluginLoaderTests
{
    [Test]
    public void Making_a_loader_loads_no_assembly()
    {
        using var plugin = new TestPlugin();
        using var loader = PluginLoader.CreateFromAssemblyFile(plugin.MainAssembly);
        Assert.That(loader.LoadContext.Assemblies, Is.Empty);
    }

    [Test]
    public void The_main_assembly_is_loaded_once([Values] bool inMemory)
    {
        using var plugin = new TestPlugin();
        using var loader = PluginLoader.CreateFromAssemblyFile(plugin.MainAssembly, config => config.LoadInMemory = inMemory);
        var assembly = loader.LoadDefaultAssembly();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(assembly.Location, Is.EqualTo(inMemory ? "" : plugin.MainAssembly));
            Assert.That(loader.LoadDefaultAssembly(), Is.SameAs(assembly));
            Assert.That(loader.LoadAssembly("Greeter"), Is.SameAs(assembly));
            Assert.That(loader.LoadAssemblyFromPath(plugin.MainAssembly), Is.SameAs(assembly));
        }
    }

    [Test]
    public void An_unknown_assembly_is_reported_by_its_name()
    {
        using var plugin = new TestPlugin();
        using var loader = PluginLoader.CreateFromAssemblyFile(plugin.MainAssembly);
        Assert.That(() => loader.LoadAssembly("Nowhere"), Throws.TypeOf<FileNotFoundException>().With.Message.Contains("Nowhere"));
    }

    [Test]
    public void A_framework_assembly_is_the_hosts()
    {
        using var plugin = new TestPlugin();
        using var loader = PluginLoader.CreateFromAssemblyFile(plugin.MainAssembly);
        Assert.That(loader.LoadAssembly("System.Linq"), Is.SameAs(typeof(Enumerable).Assembly));
    }

    [Test]
    public void A_satellite_assembly_is_found_in_the_folder_of_its_culture()
    {
        using var plugin = new TestPlugin();
        plugin.Add("satellite/Greeter.resources.dll", "de/Greeter.resources.dll");
        using var loader = PluginLoader.CreateFromAssemblyFile(plugin.MainAssembly);
        var satellite = loader.LoadDefaultAssembly().GetSatelliteAssembly(CultureInfo.GetCultureInfo("de"));
        Assert.That(satellite.GetName().CultureName, Is.EqualTo("de"));
    }

    [Test]
    public void A_resource_folder_outside_the_plugin_is_searched_too()
    {
        using var plugin = new TestPlugin();
        using var resources = new TestPlugin();
        resources.Add("satellite/Greeter.resources.dll", "de/Greeter.resources.dll");
        var context = new AssemblyLoadContextBuilder()
            .SetMainAssemblyPath(plugin.MainAssembly)
            .AddResourceProbingPath(resources.Folder)
            .Build();
        var satellite = context.LoadFromAssemblyName(new AssemblyName("Greeter.resources, Culture=de"));
        Assert.That(satellite.Location, Does.StartWith(resources.Folder));
    }

    [Test]
    public void An_assembly_of_a_package_is_found_in_a_package_cache()
    {
        using var cache = new TestPlugin();
        cache.Add("words-2/Words.dll", "words/2.0.0/lib/net10.0/Words.dll");
        using var plugin = new TestPlugin();
        var context = new AssemblyLoadContextBuilder()
            .SetMainAssemblyPath(plugin.MainAssembly)
            .AddProbingPath(cache.Folder)
            .AddManagedLibrary(ManagedLibrary.CreateFromPackage("Words", "2.0.0", "lib/net10.0/Words.dll"))
            .Build();
        Assert.That(context.LoadFromAssemblyName(new AssemblyName("Words")).Location, Does.StartWith(cache.Folder));
    }

    [Test]
    public void Reflection_by_name_reaches_the_plugin_within_the_scope_and_not_after()
    {
        using var plugin = new TestPlugin();
        using var loader = PluginLoader.CreateFromAssemblyFile(plugin.MainAssembly, [typeof(Mpuc.Fixtures.Loading.IGreeter)]);
        using (loader.EnterContextualReflection())
        {
            Assert.That(Type.GetType("Fixtures.Greeter, Greeter"), Is.Not.Null);
        }

        Assert.That(Type.GetType("Fixtures.Greeter, Greeter"), Is.Null);
    }

    [Test]
    public void A_relative_path_is_refused() =>
        Assert.That(
            () => PluginLoader.CreateFromAssemblyFile("Greeter.dll"), Throws.ArgumentException.With.Message.Contains("'Greeter.dll'"));

    [Test]
    public void A_missing_main_assembly_is_refused()
    {
        using var plugin = new TestPlugin();
        File.Delete(plugin.MainAssembly);
        Assert.That(() => PluginLoader.CreateFromAssemblyFile(plugin.MainAssembly), Throws.InvalidOperationException);
    }

    [Test]
    public void A_context_without_a_main_assembly_is_refused() =>
        Assert.That(new AssemblyLoadContextBuilder().Build, Throws.InvalidOperationException.With.Message.Contains("SetMainAssemblyPath"));
}
