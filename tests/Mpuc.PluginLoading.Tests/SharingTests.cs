using System.Reflection;
using Mpuc.Fixtures.Loading;

namespace McMaster.NETCore.Plugins.Tests;

public sealed class SharingTests
{
    [Test]
    public void A_shared_type_is_the_same_type_in_host_and_plugin()
    {
        using var plugin = new TestPlugin("words-1/Words.dll");
        using var loader = PluginLoader.CreateFromAssemblyFile(plugin.MainAssembly, [typeof(IGreeter)]);
        Assert.That(NewGreeter(loader), Is.InstanceOf<IGreeter>());
    }

    [Test]
    public void A_type_that_is_not_shared_is_the_plugins_own_even_where_the_host_has_one_of_that_name()
    {
        using var plugin = new TestPlugin("words-1/Words.dll");
        File.Copy(typeof(IGreeter).Assembly.Location, Path.Combine(plugin.Folder, "Mpuc.Fixtures.Loading.dll"));
        using var loader = PluginLoader.CreateFromAssemblyFile(plugin.MainAssembly);
        var greeter = NewGreeter(loader);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(greeter, Is.Not.InstanceOf<IGreeter>());
            Assert.That(greeter.GetType().GetInterfaces().Select(type => type.FullName), Does.Contain(typeof(IGreeter).FullName));
        }
    }

    [Test]
    public void Two_plugins_use_two_versions_of_one_dependency_side_by_side()
    {
        using var first = new TestPlugin("words-1/Words.dll");
        using var second = new TestPlugin("words-2/Words.dll");
        using var firstLoader = PluginLoader.CreateFromAssemblyFile(first.MainAssembly, [typeof(IGreeter)]);
        using var secondLoader = PluginLoader.CreateFromAssemblyFile(second.MainAssembly, [typeof(IGreeter)]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(((IGreeter)NewGreeter(firstLoader)).Greeting, Is.EqualTo("hello from version 1"));
            Assert.That(((IGreeter)NewGreeter(secondLoader)).Greeting, Is.EqualTo("hello from version 2"));
        }
    }

    [TestCase(false, 2, TestName = "What_a_shared_assembly_refers_to_is_shared_too")]
    [TestCase(true, 1, TestName = "A_lazy_loader_shares_only_what_is_named")]
    public void References_of_shared_assemblies(bool isLazy, int expectedVersion)
    {
        using var host = new TestPlugin("words-2/Words.dll");
        using var hostLoader = PluginLoader.CreateFromAssemblyFile(host.MainAssembly, [typeof(IGreeter)]);
        using var plugin = new TestPlugin("words-1/Words.dll");
        using var loader = PluginLoader.CreateFromAssemblyFile(plugin.MainAssembly, config =>
        {
            config.DefaultContext = hostLoader.LoadContext;
            config.IsLazyLoaded = isLazy;
            config.SharedAssemblies.Add(new AssemblyName("Greeter"));
        });
        Assert.That(loader.LoadAssembly("Words").GetName().Version!.Major, Is.EqualTo(expectedVersion));
    }

    [TestCase(true, 2, TestName = "Where_shared_types_are_preferred_the_hosts_version_wins")]
    [TestCase(false, 1, TestName = "Where_shared_types_are_preferred_a_private_assembly_stays_private")]
    public void Preferring_shared_types(bool isShared, int expectedVersion)
    {
        using var host = new TestPlugin("words-2/Words.dll");
        using var hostLoader = PluginLoader.CreateFromAssemblyFile(host.MainAssembly);
        using var plugin = new TestPlugin("words-1/Words.dll");
        using var loader = PluginLoader.CreateFromAssemblyFile(plugin.MainAssembly, config =>
        {
            config.DefaultContext = hostLoader.LoadContext;
            config.PreferSharedTypes = true;
            if (!isShared)
            {
                config.PrivateAssemblies.Add(new AssemblyName("Words"));
            }
        });
        Assert.That(loader.LoadAssembly("Words").GetName().Version!.Major, Is.EqualTo(expectedVersion));
    }

    [Test]
    public void A_shared_assembly_that_the_host_lacks_comes_from_the_plugin()
    {
        using var plugin = new TestPlugin("words-1/Words.dll");
        using var loader = PluginLoader.CreateFromAssemblyFile(
            plugin.MainAssembly, config => config.SharedAssemblies.Add(new AssemblyName("Words")));
        Assert.That(loader.LoadAssembly("Words").Location, Does.StartWith(plugin.Folder));
    }

    private static object NewGreeter(PluginLoader loader) =>
        Activator.CreateInstance(loader.LoadDefaultAssembly().GetType("Fixtures.Greeter", true)!)!;
}
