using Mpuc.Host.Plugins.Inspection;

namespace Mpuc.Host.Tests.Plugins;

/// <summary>The rules against hosts that this one is not.</summary>
public sealed class CompatibilityTests
{
    private static readonly HostSurface Host = new()
    {
        Shared = new Dictionary<string, Version>(StringComparer.OrdinalIgnoreCase)
        {
            ["Mpuc.Abstractions"] = new(2, 3, 0, 0),
            ["TorchSharp"] = new(0, 107, 0, 0),
            ["Autofac"] = new(9, 3, 3, 0),
        },
        Framework = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "System.Runtime" },
        FrameworkVersion = new Version(10, 0),
    };

    [TestCase("2.3.0.0")]
    [TestCase("2.0.0.0")]
    [TestCase("2.3.9.9", Description = "only major and minor count")]
    public void The_contract_of_the_host_or_an_earlier_minor_version_of_it_will_do(string version) =>
        Assert.That(() => Check(Assembly("Main", ("Mpuc.Abstractions", version))), Throws.Nothing);

    [TestCase("2.4.0.0", "requires contract 2.4, but this host has contract 2.3; use a newer host, or ")]
    [TestCase("3.0.0.0", "requires contract 3.0, but this host has contract 2.3; use a newer host, or ")]
    [TestCase("1.9.0.0", "requires contract 1.9, but this host has contract 2.3; ")]
    public void Any_other_contract_is_refused(string version, string expected) => AssertRefused(
        Assembly("Main", ("Mpuc.Abstractions", version)), Does.EndWith(expected + "build the plugin against Mpuc.Abstractions 2.3."));

    [Test]
    public void An_assembly_without_the_contract_is_refused() =>
        AssertRefused(
            Assembly("Main"), Does.EndWith("does not refer to Mpuc.Abstractions; build the plugin against Mpuc.Abstractions 2.3."));

    [TestCase(".NETCoreApp,Version=v10.0")]
    [TestCase(".NETCoreApp,Version=v8.0")]
    [TestCase(".NETStandard,Version=v2.0")]
    [TestCase(null)]
    public void An_earlier_framework_will_do(string? framework) =>
        Assert.That(() => Check(Plugin() with { TargetFramework = framework }), Throws.Nothing);

    [TestCase(".NETCoreApp,Version=v10.1")]
    [TestCase(".NETFramework,Version=v4.8")]
    [TestCase(".NETStandard,Version=v3.0")]
    [TestCase("")]
    public void A_later_or_another_framework_is_refused(string framework) => AssertRefused(
        Plugin() with { TargetFramework = framework },
        Does.EndWith($"is built for {framework}, but this host runs .NET 10.0; build it for net10.0 or an earlier one."));

    [Test]
    public void A_plugin_that_carries_a_TorchSharp_of_its_own_is_refused() =>
        AssertRefused(Plugin(("TorchSharp", "0.107.0.0")), Does.Contain("ships its own copy of TorchSharp"), Assembly("TorchSharp"));

    [Test]
    public void What_a_dependency_lacks_is_missing_and_says_for_whom() => AssertRefused(
        Plugin(("First", "1.0.0.0")),
        Does.Contain("lacks Second 2.0.0.0 (for First), Third 3.0.0.0 (for First); build it with"),
        Assembly("First", ("Second", "2.0.0.0"), ("Third", "3.0.0.0")));

    [Test]
    public void Assemblies_that_refer_to_each_other_are_followed_once()
    {
        var first = Assembly("First", ("Second", "1.0.0.0"));
        var second = Assembly("Second", ("First", "1.0.0.0"), ("System.Runtime", "10.0.0.0"));
        Assert.That(() => Check(Plugin(("First", "1.0.0.0")), first, second), Throws.Nothing);
    }

    [Test]
    public void What_no_reference_leads_to_may_lack_anything() =>
        Assert.That(() => Check(Plugin(), Assembly("Leftover", ("Nowhere", "1.0.0.0"))), Throws.Nothing);

    [Test]
    public void The_plugins_own_assembly_goes_before_the_frameworks_of_that_name()
    {
        var own = new Dictionary<string, AssemblyFacts> { ["System.Runtime"] = Assembly("System.Runtime") };
        var resolved = ReferenceResolver.Resolve(Assembly("Main", ("System.Runtime", "9.0.0.0")), own, Host);
        Assert.That(resolved.Single().Origin, Is.EqualTo(ReferenceOrigin.Plugin));
    }

    private static AssemblyFacts Plugin(params (string Name, string Version)[] references) =>
        Assembly("Main", [("Mpuc.Abstractions", "2.3.0.0"), .. references]);

    private static AssemblyFacts Assembly(string name, params (string Name, string Version)[] references) => new()
    {
        Path = $"/plugins/{name}.dll",
        Name = name,
        Version = "1.0",
        TargetFramework = ".NETCoreApp,Version=v10.0",
        Mark = new PluginMark("fixtures.main", "Fixtures.Main"),
        References = [.. references.Select(reference => new AssemblyReference(reference.Name, Version.Parse(reference.Version)))],
        NativeImports = [],
        Reach = PluginCapabilities.None,
    };

    private static void AssertRefused(
        AssemblyFacts main, NUnit.Framework.Constraints.IResolveConstraint message, params AssemblyFacts[] others) =>
        Assert.That(() => Check(main, others), Throws.TypeOf<MpucException>()
            .With.Message.StartsWith("Plugin 'fixtures.main' 1.0 in '/plugins' ")
            .And.Message.Matches(message.Resolve()));

    private static void Check(AssemblyFacts main, params AssemblyFacts[] others)
    {
        var own = others.Append(main).ToDictionary(assembly => assembly.Name, StringComparer.OrdinalIgnoreCase);
        var inspection = new PluginInspection("/plugins") { Main = main, References = ReferenceResolver.Resolve(main, own, Host) };
        var rules = new CompatibilityRules(Host);
        inspection.PrivateCopies = rules.PrivateCopies(own.Keys);
        rules.Check(inspection, main);
    }
}
