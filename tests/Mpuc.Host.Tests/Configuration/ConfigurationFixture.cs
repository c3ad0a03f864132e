using Mpuc.Host.Configuration;
using Mpuc.Host.Modalities;

namespace Mpuc.Host.Tests.Configuration;

/// <summary>A folder with a configuration in it, and what loading it gives.</summary>
internal abstract class ConfigurationFixture
{
    /// <summary>The least that is a configuration.</summary>
    protected const string Minimal = """{ "modalities": { "audio": { "kind": "audio" } } }""";

    protected TemporaryFolder Folder { get; private set; } = null!;

    protected TestCatalog Catalog { get; private set; } = null!;

    protected Dictionary<string, string> Variables { get; } = new(StringComparer.Ordinal);

    protected string ConfigurationPath => Folder.File("run.json");

    [SetUp]
    public void Open()
    {
        Folder = new TemporaryFolder();
        Catalog = new TestCatalog();
        Variables.Clear();
    }

    [TearDown]
    public void Close()
    {
        Folder.Dispose();
        Catalog.Dispose();
    }

    protected RunConfiguration Load(string json, params string[] sets)
    {
        File.WriteAllText(ConfigurationPath, json);
        return LoadFile(sets);
    }

    protected RunConfiguration LoadFile(params string[] sets) => LoadFile(Catalog, sets);

    protected RunConfiguration LoadFile(IModalityCatalog catalog, params string[] sets) =>
        ConfigurationLoader.Load(ConfigurationPath, sets, Variables, catalog);

    /// <summary>The errors of a configuration, with the file's folder left out.</summary>
    protected string[] ErrorsOf(string json, params string[] sets)
    {
        File.WriteAllText(ConfigurationPath, json);
        return ErrorsOfFile(sets);
    }

    protected string[] ErrorsOfFile(params string[] sets)
    {
        var exception = Assert.Throws<MpucException>(() => LoadFile(sets))!;
        return exception.Message.Replace(Folder.Path + Path.DirectorySeparatorChar, "", StringComparison.Ordinal).Split('\n');
    }
}
