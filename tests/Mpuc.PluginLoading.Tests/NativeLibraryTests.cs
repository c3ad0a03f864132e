using McMaster.NETCore.Plugins.LibraryModel;
using McMaster.NETCore.Plugins.Loader;
using Mpuc.Fixtures.Loading;

namespace McMaster.NETCore.Plugins.Tests;

[Platform("Linux")]
public sealed class NativeLibraryTests
{
    [Test]
    public void Two_plugins_use_two_native_libraries_of_one_name_side_by_side()
    {
        using var first = new TestPlugin();
        first.AddNative(41);
        using var second = new TestPlugin();
        second.AddNative(42);
        using var firstLoader = PluginLoader.CreateFromAssemblyFile(first.MainAssembly, [typeof(IGreeter)]);
        using var secondLoader = PluginLoader.CreateFromAssemblyFile(second.MainAssembly, [typeof(IGreeter)]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Greeter(firstLoader.LoadDefaultAssembly()).NativeAnswer, Is.EqualTo(41));
            Assert.That(Greeter(secondLoader.LoadDefaultAssembly()).NativeAnswer, Is.EqualTo(42));
        }
    }

    [Test]
    public void A_plugin_in_memory_maps_a_copy_of_its_native_library_and_deletes_it_when_unloaded()
    {
        using var plugin = new TestPlugin();
        plugin.AddNative(43, "libanswer.so");
        using var loader = PluginLoader.CreateFromAssemblyFile(plugin.MainAssembly, [typeof(IGreeter)], config =>
        {
            config.IsUnloadable = true;
            config.LoadInMemory = true;
        });
        Assert.That(Greeter(loader.LoadDefaultAssembly()).NativeAnswer, Is.EqualTo(43));
        var copy = MappedFiles().Single(path => path.Contains("plugin-native-", StringComparison.Ordinal));
        Assert.That(MappedFiles(), Has.None.StartsWith(plugin.Folder));
        loader.Dispose();
        Assert.That(copy, Does.Not.Exist);
    }

    [TestCase("libanswer.so", Description = "prefix and extension are supplied")]
    [TestCase("answer.so", Description = "the extension is supplied")]
    public void A_native_library_is_found_beside_the_plugin_under_the_platforms_names(string file)
    {
        using var plugin = new TestPlugin();
        plugin.AddNative(45, file);
        using var loader = PluginLoader.CreateFromAssemblyFile(plugin.MainAssembly, [typeof(IGreeter)]);
        Assert.That(Greeter(loader.LoadDefaultAssembly()).NativeAnswer, Is.EqualTo(45));
    }

    [Test]
    public void A_missing_native_library_is_reported_by_its_name()
    {
        using var plugin = new TestPlugin();
        using var loader = PluginLoader.CreateFromAssemblyFile(plugin.MainAssembly, [typeof(IGreeter)]);
        var greeter = Greeter(loader.LoadDefaultAssembly());
        Assert.That(() => greeter.NativeAnswer, Throws.TypeOf<DllNotFoundException>().With.Message.Contains("answer"));
    }

    [Test]
    public void A_native_library_of_a_package_is_found_in_a_package_cache()
    {
        using var cache = new TestPlugin();
        cache.AddNative(44, "answers/1.0.0/runtimes/linux-x64/native/libanswer.so");
        using var plugin = new TestPlugin();
        var context = new AssemblyLoadContextBuilder()
            .SetMainAssemblyPath(plugin.MainAssembly)
            .PreferDefaultLoadContextAssembly(typeof(IGreeter).Assembly.GetName())
            .AddProbingPath(cache.Folder)
            .AddNativeLibrary(NativeLibrary.CreateFromPackage("Answers", "1.0.0", "runtimes/linux-x64/native/libanswer.so"))
            .Build();
        Assert.That(Greeter(context.LoadFromAssemblyPath(plugin.MainAssembly)).NativeAnswer, Is.EqualTo(44));
    }

    private static IGreeter Greeter(System.Reflection.Assembly assembly) =>
        (IGreeter)Activator.CreateInstance(assembly.GetType("Fixtures.Greeter", true)!)!;

    private static IEnumerable<string> MappedFiles() =>
        File.ReadLines("/proc/self/maps").Select(line => line[(line.LastIndexOf(' ') + 1)..]).Distinct();
}
