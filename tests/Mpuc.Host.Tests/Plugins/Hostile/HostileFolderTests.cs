using Mpuc.Host.Plugins;

namespace Mpuc.Host.Tests.Plugins.Hostile;

/// <summary>
/// What must become of plugins that are broken, foreign or malicious, before and while they are loaded; the plugin beside them works.
/// </summary>
[Platform("Linux")]
public sealed class HostileFolderTests
{
    [TestCase("empty folder", "holds no plugin; one assembly in it must carry")]
    [TestCase("no marked assembly", "holds no plugin; one assembly in it must carry")]
    [TestCase("two marked assemblies", "holds several plugins, Extra.dll and Faulty.dll; give each a folder of its own.")]
    [TestCase("id that is a path", "has the id '../fixtures'; an id has letters, digits, dots, hyphens and underscores only.")]
    [TestCase("id without a letter", "has the id ''; an id has letters, digits, dots, hyphens and underscores only.")]
    [TestCase("entry point in another assembly", "it must be in the marked one.")]
    [TestCase("contract one major above", "use a newer host, or build the plugin against Mpuc.Abstractions")]
    [TestCase("contract one minor above", "use a newer host, or build the plugin against Mpuc.Abstractions")]
    [TestCase("contract one major below", "; build the plugin against Mpuc.Abstractions")]
    [TestCase("newer shared assembly", "requires Autofac 99.0.0.0, but this host shares Autofac")]
    [TestCase("framework of the future", "is built for .NETCoreApp,Version=v99.0, but this host runs .NET")]
    [TestCase(".NET Framework", "is built for .NETFramework,Version=v4.")]
    [TestCase("framework that is none", "is built for no framework, no version")]
    [TestCase("own copy of the contract", "ships its own copy of Mpuc.Abstractions, which the host shares with all plugins")]
    [TestCase("own copy of Autofac", "mark the reference with <Private>false</Private>")]
    [TestCase("own copy of the logging abstraction", "ships its own copy of Serilog")]
    [TestCase("missing dependency", "lacks Words 0.0.0.0 (for Good); build it with <EnableDynamicLoading>true</EnableDynamicLoading>")]
    [TestCase("empty assembly", "is damaged or no library (it is empty); build or copy the plugin again.")]
    [TestCase("half an assembly", "is damaged or no library (")]
    [TestCase("assembly without its metadata", "is damaged or no library (")]
    [TestCase("text named as an assembly", "is damaged or no library (")]
    [TestCase("native library named as an assembly", "is damaged or no library (")]
    [TestCase(
        "link out of the folder",
        "is a symbolic link to '/etc/passwd', which is no file of the plugin's folder; put the file itself there.")]
    [TestCase("link to a folder", "is a symbolic link to '/', which is no file of the plugin's folder")]
    [TestCase("link to itself", "cannot be read: Too many levels of symbolic links")]
    [TestCase("manifest that climbs", "names '../../outside.dll', a path out of the plugin's folder")]
    [TestCase("manifest with an absolute path", "names '/outside.dll', a path out of the plugin's folder")]
    [TestCase("manifest with null", "is damaged (")]
    [TestCase("manifest of half a line", "is damaged (")]
    [TestCase("named pipe named as an assembly", "is damaged or no library (it is empty)")]
    public void Is_not_supported_and_nothing_of_it_runs(string name, string message) =>
        Assert_ends(name, PluginState.NotSupported, message);

    [Test]
    public void A_named_pipe_beside_the_assembly_holds_nobody_up() =>
        Assert_ends("named pipe beside the assembly", PluginState.Active, null);

    [TestCase("throwing-constructor", "InvalidOperationException: the constructor failed on purpose.")]
    [TestCase("throwing-initializer", "InvalidOperationException: the initializer failed on purpose.")]
    [TestCase("throwing-module", "InvalidOperationException: the module failed on purpose.")]
    [TestCase("throwing-message", "SpeechlessException.")]
    [TestCase("null-module", "its CreateModule returned null.")]
    [TestCase("no-plugin-type", "its entry point Fixtures.NoPlugin must be a public class with a parameterless constructor")]
    [TestCase("internal-entry", "its entry point Fixtures.HiddenPlugin must be a public class with a parameterless constructor")]
    [TestCase("abstract-entry", "its entry point Fixtures.AbstractPlugin must be a public class with a parameterless constructor")]
    [TestCase("entry-with-arguments", "its entry point Fixtures.DemandingPlugin must be a public class with a parameterless constructor")]
    [TestCase("generic-entry", "its entry point Fixtures.GenericPlugin`1 must be a public class with a parameterless constructor")]
    [TestCase("null-kind", "ArgumentNullException: ")]
    [TestCase("bad-kind", "it offers a modality or backbone named 'Two Words'; such a name is in lower camel case")]
    [TestCase("offered-twice", "it offers 'tones' twice.")]
    [TestCase("repeated-option", "ArgumentException: ")]
    [TestCase("impossible-default", "ArgumentException: The default of 'count' is not a whole number from 0 to 10.")]
    [TestCase("no-sentence", "ArgumentException: ")]
    public void Malfunctions(string fault, string message)
    {
        using var sandbox = new PluginSandbox();
        var folder = sandbox.AddFaulty(fault, "Bad");
        using var catalog = sandbox.Discover();
        Check(
            sandbox, catalog, PluginState.Malfunctioned, $"Plugin 'fixtures.faulty' 0.0.0.0 in '{folder}' could not be loaded: {message}");
    }

    [Test]
    public void A_module_that_hangs_is_cut_off()
    {
        using var sandbox = new PluginSandbox();
        sandbox.AddGood();
        using (var warmUp = sandbox.Discover())
        {
            warmUp.Load(); // The first plugin of a process takes longest, and would be cut off itself on a busy machine.
        }

        sandbox.AddFaulty("hanging-module", "Bad");
        using var catalog = sandbox.Discover(settings => settings with { LoadTimeout = TimeSpan.FromSeconds(3) });
        catalog.Load();
        Assert.That(catalog.Entries[0].State, Is.EqualTo(PluginState.Malfunctioned));
        Assert.That(catalog.Entries[0].Message, Does.EndWith("it did not come back within 3 seconds."));
    }

    [Test]
    public void An_id_in_other_letters_is_the_same_id_and_superseded()
    {
        using var sandbox = new PluginSandbox();
        sandbox.AddGood();
        sandbox.AddFaulty("capital-id", "Later");
        using var catalog = sandbox.Discover();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(catalog.Entries.Select(entry => entry.State), Is.EqualTo(new[] { PluginState.Active, PluginState.Superseded }));
            Assert.That(catalog.Entries[1].Message, Does.Contain("the first is used, remove one of them."));
        }
    }

    [Test]
    public void What_is_not_on_the_list_of_hashes_is_disabled()
    {
        using var sandbox = new PluginSandbox();
        sandbox.Add("Bad", "extra/Extra.dll");
        using var catalog = sandbox.Discover(settings => settings with { Allow = [new string('0', 64)] });
        Check(sandbox, catalog, PluginState.Disabled, "is not on the list plugins.allow; add ", withGood: false);
    }

    private static void Assert_ends(string name, PluginState state, string? message)
    {
        using var sandbox = new PluginSandbox();
        HostileFolder.All[name](sandbox);
        if (state == PluginState.Active)
        {
            sandbox.AddGood(); // It offers a backbone for the good plugin's kind.
        }

        using var catalog = sandbox.Discover();
        Check(sandbox, catalog, state, message, withGood: state != PluginState.Active);
    }

    // The catalog is put together anew where the good plugin comes to it, since it looks into the folders once.
    private static void Check(PluginSandbox sandbox, PluginCatalog catalog, PluginState state, string? message, bool withGood = true)
    {
        if (withGood)
        {
            sandbox.AddGood();
            using var both = sandbox.Discover();
            Check(sandbox, both, state, message, withGood: false);
            using (Assert.EnterMultipleScope())
            {
                Assert.That(both.Entries[1].State, Is.EqualTo(PluginState.Active), "the plugin beside it");
                Assert.That(
                    () => both.Create(sandbox.SettingsOf(both, "tones", "plain")).CreateBackbone(new BackboneContext([4], 8)).Dispose(),
                    Throws.Nothing);
            }

            return;
        }

        catalog.Load();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(catalog.Entries[0].State, Is.EqualTo(state));
            Assert.That(catalog.Entries[0].Message, message is null ? Is.Null : Does.Contain(message));
        }
    }
}
