using Mpuc.Host.Plugins;
using Mpuc.Host.Plugins.Inspection;

namespace Mpuc.Host.Tests.Plugins;

/// <summary>What is refused by its metadata: nothing of it runs, the message names the fix, and the plugin beside it works.</summary>
public sealed class RefusalTests
{
    private static readonly Version HostContract = HostSurface.Current.ContractVersion;
    private PluginSandbox _sandbox = null!;

    [SetUp]
    public void MakeSandbox() => _sandbox = new PluginSandbox();

    [TearDown]
    public void DeleteSandbox() => _sandbox.Dispose();

    [Test]
    public void An_empty_folder()
    {
        var folder = _sandbox.Add("Bad");
        AssertRefused(
            $"'{folder}' holds no plugin; one assembly in it must carry [assembly: MpucPlugin(\"some.id\", typeof(SomePlugin))].");
    }

    [Test]
    public void A_folder_without_a_marked_assembly()
    {
        var folder = _sandbox.AddFaulty("unmarked", "Bad");
        AssertRefused(
            $"'{folder}' holds no plugin; one assembly in it must carry [assembly: MpucPlugin(\"some.id\", typeof(SomePlugin))].");
    }

    [Test]
    public void A_folder_with_two_plugins()
    {
        var folder = _sandbox.Add("Bad", "extra/Extra.dll", "throwing-module/Faulty.dll");
        AssertRefused($"'{folder}' holds several plugins, Extra.dll and Faulty.dll; give each a folder of its own.");
    }

    [Test]
    public void An_id_that_could_be_a_path()
    {
        var folder = _sandbox.AddFaulty("bad-id", "Bad");
        AssertRefused($"The plugin in '{folder}' has the id '../fixtures'; an id has letters, digits, dots, hyphens and underscores only.");
    }

    [Test]
    public void An_entry_point_in_another_assembly()
    {
        _sandbox.AddFaulty("foreign-entry", "Bad");
        AssertRefused(Does.Contain("Autofac.ContainerBuilder, Autofac,").And.Contain("must be in the marked one"));
    }

    [TestCase(1, 0, "use a newer host, or build the plugin against")]
    [TestCase(0, 1, "use a newer host, or build the plugin against")]
    [TestCase(-1, 0, "build the plugin against")]
    public void A_contract_version_off(int major, int minor, string fix)
    {
        var folder = _sandbox.Add("Bad", "extra/Extra.dll");
        var required = new Version(HostContract.Major + major, HostContract.Minor + minor);
        AssemblyPatch.SetReferenceVersion(Path.Combine(folder, "Extra.dll"), HostSurface.Contract, required);
        AssertRefused(
            $"Plugin 'fixtures.extra' 0.0.0.0 in '{folder}' requires contract {required}, but this host has contract {HostContract}; "
            + $"{fix} Mpuc.Abstractions {HostContract}.");
    }

    [Test]
    public void Another_framework(
        [Values(".NETCoreApp,Version=v99.0", ".NETFramework,Version=v4.", "no framework, no version")] string framework)
    {
        var folder = _sandbox.Add("Bad", "extra/Extra.dll");
        AssemblyPatch.Replace(Path.Combine(folder, "Extra.dll"), ".NETCoreApp,Version=v10.0", framework.PadRight(25));
        AssertRefused(Does.Contain($"is built for {framework}").And.Contain($"this host runs .NET {Environment.Version.ToString(2)}"));
    }

    [TestCase("Mpuc.Abstractions")]
    [TestCase("Autofac")]
    [TestCase("Serilog")]
    public void A_private_copy_of_a_shared_assembly(string name)
    {
        var folder = _sandbox.Add("Bad", "extra/Extra.dll");
        File.Copy(Path.Combine(AppContext.BaseDirectory, $"{name}.dll"), Path.Combine(folder, "renamed.dll"));
        AssertRefused(
            $"Plugin 'fixtures.extra' 0.0.0.0 in '{folder}' ships its own copy of {name}, which the host shares with all plugins; "
            + "mark the reference with <Private>false</Private>, or reference the Mpuc.Abstractions package, whose build targets do it, "
            + "and delete the file.");
    }

    [Test]
    public void A_newer_version_of_a_shared_assembly()
    {
        var folder = _sandbox.Add("Bad", "extra/Extra.dll");
        AssemblyPatch.SetReferenceVersion(Path.Combine(folder, "Extra.dll"), "Autofac", new Version(99, 0));
        AssertRefused(
            Does.Contain("requires Autofac 99.0.0.0, but this host shares Autofac ").And.EndWith("build it against that version."));
    }

    [Test]
    public void A_missing_dependency()
    {
        var folder = _sandbox.Add("Bad", "good/Good.dll");
        AssertRefused($"Plugin 'fixtures.good' 1.2.3 in '{folder}' lacks Words 0.0.0.0 (for Good); build it with "
            + "<EnableDynamicLoading>true</EnableDynamicLoading>, so that its dependencies lie beside it.");
    }

    [Test]
    public void A_dependency_that_only_the_host_has()
    {
        var folder = _sandbox.AddGood("Bad");
        File.Delete(Path.Combine(folder, "Words.dll"));
        AssemblyPatch.Replace(Path.Combine(folder, "Good.dll"), "\0Words\0", "\0mpuc\0\0");
        AssertRefused(Does.Contain("lacks mpuc 0.0.0.0 (for Good)"));
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(100)]
    [TestCase(2000)]
    public void A_truncated_assembly(int length)
    {
        var folder = _sandbox.Add("Bad", "extra/Extra.dll");
        var path = Path.Combine(folder, "Extra.dll");
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..length]);
        AssertRefused(Does.StartWith($"'{path}' is damaged or no library (").And.EndWith("; build or copy the plugin again."));
    }

    [Test]
    public void A_text_in_place_of_an_assembly()
    {
        var path = Path.Combine(_sandbox.Add("Bad"), "Extra.dll");
        File.WriteAllText(path, "This is no assembly.");
        AssertRefused(Does.StartWith($"'{path}' is damaged or no library ("));
    }

    [Test, Platform("Linux")]
    public void A_symbolic_link_out_of_the_folder()
    {
        var folder = _sandbox.Add("Bad", "extra/Extra.dll");
        var outside = Path.Combine(_sandbox.Root, "secret.txt");
        File.WriteAllText(outside, "secret");
        var link = Path.Combine(folder, "data.txt");
        File.CreateSymbolicLink(link, outside);
        AssertRefused($"'{link}' is a symbolic link to '{outside}', which is no file of the plugin's folder; put the file itself there.");
    }

    [TestCase("/", TestName = "A_symbolic_link_to_a_folder")]
    [TestCase("nowhere", TestName = "A_symbolic_link_to_nothing")]
    [TestCase(".", TestName = "A_symbolic_link_to_itself")]
    [Platform("Linux")]
    public void A_symbolic_link(string target)
    {
        var link = Path.Combine(_sandbox.Add("Bad", "extra/Extra.dll"), "link");
        File.CreateSymbolicLink(link, target);
        AssertRefused(Does.StartWith($"'{link}' is a symbolic link to '"));
    }

    private void AssertRefused(string message) => AssertRefused(Is.EqualTo(message));

    private void AssertRefused(NUnit.Framework.Constraints.IResolveConstraint message)
    {
        _sandbox.AddGood();
        using var catalog = _sandbox.Discover();
        catalog.Load();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(catalog.Entries.Select(entry => entry.State), Is.EqualTo(new[] { PluginState.NotSupported, PluginState.Active }));
            Assert.That(catalog.Entries[0].Message, message);
            Assert.That(catalog.Modalities, Has.Count.EqualTo(1));
        }
    }
}
