using System.Reflection;
using Mpuc.Host.Modalities;
using Mpuc.Host.Plugins;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace Mpuc.Host.Tests.Plugins;

/// <summary>A folder of plugins for one test, put together from the compiled fixtures, and a logger that remembers.</summary>
internal sealed class PluginSandbox : ILogEventSink, IDisposable
{
    private static readonly string Fixtures = typeof(PluginSandbox).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "PluginFixtures").Value!;

    private readonly TemporaryFolder _folder = new();

    public PluginSandbox() => Logger = new LoggerConfiguration().MinimumLevel.Verbose().WriteTo.Sink(this).CreateLogger();

    public string Root => _folder.Path;

    public ILogger Logger { get; }

    public List<string> Logged { get; } = [];

    /// <summary>Makes a plugin folder of the given fixtures, such as <c>good/Good.dll</c>.</summary>
    /// <returns>The folder.</returns>
    public string Add(string name, params string[] fixtures)
    {
        var folder = Path.Combine(Root, name);
        Directory.CreateDirectory(folder);
        foreach (var fixture in fixtures)
        {
            File.Copy(Path.Combine(Fixtures, fixture), Path.Combine(folder, Path.GetFileName(fixture)));
        }

        return folder;
    }

    /// <summary>Puts other fixtures in the place of a plugin folder's files, as an installation of another version does.</summary>
    public void Replace(string name, params string[] fixtures)
    {
        Directory.Delete(Path.Combine(Root, name), recursive: true);
        Add(name, fixtures);
    }

    /// <summary>The settings of a modality with nothing but defaults.</summary>
    public ModalitySettings SettingsOf(IModalityCatalog catalog, string kind, string backbone) => new()
    {
        Name = kind,
        Kind = kind,
        Source = kind,
        Normalization = Normalization.None,
        Backbone = backbone,
        Options = new OptionValues(catalog.Modalities.First(modality => modality.Kind == kind).Options),
        BackboneOptions = new OptionValues(catalog.Backbones.First(offered => offered.Kind == kind && offered.Name == backbone).Options),
    };

    /// <summary>Makes a folder with the plugin that has no fault.</summary>
    public string AddGood(string name = "Good") => Add(name, "good/Good.dll", "words/Words.dll");

    /// <summary>Makes a folder with the plugin that has the fault of that name.</summary>
    public string AddFaulty(string fault, string name = "Faulty") => Add(name, $"{fault}/Faulty.dll");

    public PluginCatalog Discover(Func<PluginSettings, PluginSettings>? configure = null)
    {
        var settings = new PluginSettings { Folders = [Root] };
        return PluginCatalog.Discover(configure?.Invoke(settings) ?? settings, Logger);
    }

    public void Emit(LogEvent logEvent)
    {
        // Plugins may speak from several threads.
        lock (Logged)
        {
            Logged.Add(logEvent.RenderMessage());
        }
    }

    public void Dispose() => _folder.Dispose();
}
