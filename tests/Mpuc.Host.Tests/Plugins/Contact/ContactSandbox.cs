using System.Diagnostics;
using Mpuc.Host.Plugins;
using Mpuc.Host.Plugins.Contact;

namespace Mpuc.Host.Tests.Plugins.Contact;

/// <summary>
/// A folder of plugins, and a first contact that starts the real program, keeps its verdicts apart from the user's, and counts its starts.
/// </summary>
internal sealed class ContactSandbox : IDisposable
{
    public const string Named = """{ "endings": { "frameShape": [5], "windowFrames": 30 } }""";

    private readonly PluginSandbox _plugins = new();
    private readonly TemporaryFolder _verdicts = new();
    private int _starts;

    public ContactSandbox() => Contact = new FirstContact(VerdictFolder, Start);

    public FirstContact Contact { get; }

    public string VerdictFolder => Path.Combine(_verdicts.Path, "contacts");

    /// <summary>The program that is started, beside the tests.</summary>
    public string Program { get; set; } = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "mpuc.exe" : "mpuc");

    public TimeSpan Limit { get; set; } = TimeSpan.FromMinutes(5);

    public int Starts => _starts;

    public PluginSandbox Plugins => _plugins;

    public IEnumerable<string> Verdicts => Directory.GetFiles(_verdicts.Path, "*", SearchOption.AllDirectories);

    /// <summary>Adds the plugin with a fault.</summary>
    /// <param name="fault">The name of its fixture, after <c>ending-</c>.</param>
    /// <param name="samples">Its <c>conformance.json</c>; null for none.</param>
    public string Add(string fault, string? samples = Named)
    {
        var folder = _plugins.Add("Ending", $"ending-{fault}/Ending.dll");
        if (samples is not null)
        {
            File.WriteAllText(Path.Combine(folder, "conformance.json"), samples);
        }

        return folder;
    }

    public PluginCatalog Discover() => _plugins.Discover(settings => settings with { FirstContact = Contact, ContactTimeout = Limit });

    /// <summary>Loads the plugins and tells of the one that was added.</summary>
    public (PluginState State, string? Message) Load()
    {
        using var catalog = Discover();
        catalog.Load();
        var entry = catalog.Entries.Single(entry => entry.Inspection.Id == "fixtures.ending");
        return (entry.State, entry.Message);
    }

    public void Dispose()
    {
        _plugins.Dispose();
        _verdicts.Dispose();
    }

    private ProcessStartInfo Start(IReadOnlyList<string> arguments)
    {
        Interlocked.Increment(ref _starts);
        return new ProcessStartInfo(Program, arguments);
    }
}
