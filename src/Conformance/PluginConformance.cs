using System.Reflection;
using Mpuc.Conformance.Loading;
using NUnit.Framework;

namespace Mpuc.Conformance;

/// <summary>
/// The promises of the contract as tests of a plugin. A plugin's test project inherits it once; what the plugin is tried with stands in
/// <c>conformance.json</c> beside the plugin's main assembly, which <c>mpuc plugins test</c> reads as well.
/// </summary>
/// <example>
/// <code>public sealed class GazeConformance : PluginConformance&lt;GazePlugin&gt;;</code>
/// </example>
/// <typeparam name="TPlugin">The plugin's entry point.</typeparam>
[TestFixture]
public abstract class PluginConformance<TPlugin>
    where TPlugin : IModalityPlugin, new()
{
    private IPluginUnderTest? _plugin;
    private ConformanceSuite? _suite;

    /// <summary>What the plugin's kinds of modality are tried with; what <c>conformance.json</c> says, unless overridden.</summary>
    protected virtual IReadOnlyDictionary<string, KindSamples> Samples =>
        SampleFile.Read(Path.Combine(TestContext.CurrentContext.TestDirectory, SampleFile.Name));

    /// <summary>The pretrained files that the plugin may ask for; by default every file by its path, and none by name.</summary>
    protected virtual IWeightsStore Weights { get; } = new FilesByPath();

    /// <summary>The assembly names its plugin, as a host finds it.</summary>
    [Test]
    public void The_assembly_is_marked_as_this_plugins()
    {
        var mark = typeof(TPlugin).Assembly.GetCustomAttribute<MpucPluginAttribute>();
        Assert.That(
            mark?.PluginType,
            Is.EqualTo(typeof(TPlugin)),
            $"The assembly must carry [assembly: MpucPlugin(\"some.id\", typeof({typeof(TPlugin).Name}))].");
        Assert.That(mark!.Id, Does.Match("^[A-Za-z0-9._-]+$"), "An id has letters, digits, dots, hyphens and underscores only.");
        Assert.That(typeof(TPlugin).IsVisible, $"{typeof(TPlugin).Name} must be public.");
    }

    /// <summary>A promise of the contract.</summary>
    /// <param name="target">What it is tried on.</param>
    /// <param name="check">The check's name.</param>
    [TestCaseSource(nameof(Promises))]
    public void The_plugin_keeps_its_promise(string target, string check)
    {
        _plugin ??= new ComposedPlugin(new TPlugin(), Weights);
        _suite ??= new ConformanceSuite(
            _plugin, Samples, () => CollectibleContext.Load(_plugin.MainAssembly, typeof(TPlugin).FullName!, Weights));
        var result = _suite.Cases.Single(promise => promise.Target == target && promise.Check == check).Run(ConformanceSuite.Timeout);
        switch (result.Outcome)
        {
            case ConformanceOutcome.Passed:
                break;
            case ConformanceOutcome.NotApplicable:
                Assert.Pass(result.Message!);
                break;
            default:
                Assert.Fail($"{result.Case.Promise}: {result.Message}");
                break;
        }
    }

    /// <summary>Lets the plugin go.</summary>
    [OneTimeTearDown]
    public void DisposePlugin() => _plugin?.Dispose();

    /// <summary>Every check that applies to the plugin.</summary>
    /// <returns>What it is tried on and its name.</returns>
    protected static IEnumerable<TestCaseData> Promises()
    {
        using var plugin = new ComposedPlugin(new TPlugin(), new FilesByPath());
        return new ConformanceSuite(plugin, new Dictionary<string, KindSamples>(), () => plugin).Cases
            .Select(promise => new TestCaseData(promise.Target, promise.Check).SetName($"{promise.Target}: {promise.Promise}"))
            .ToList();
    }
}
