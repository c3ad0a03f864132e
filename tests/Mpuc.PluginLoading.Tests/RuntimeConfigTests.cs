using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json;
using McMaster.NETCore.Plugins.LibraryModel;
using McMaster.NETCore.Plugins.Loader;

namespace McMaster.NETCore.Plugins.Tests;

public sealed class RuntimeConfigTests
{
    private readonly TestPlugin _plugin = new();

    private string ConfigPath => Path.Combine(_plugin.Folder, "Greeter.runtimeconfig.json");

    [OneTimeTearDown]
    public void DeleteFolder() => _plugin.Dispose();

    [Test]
    public void A_probing_path_may_name_the_architecture_and_the_framework()
    {
        var architecture = RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant();
        _plugin.Add("words-1/Words.dll", $"cache/{architecture}/net10.0/words/1.0.0/lib/Words.dll");
        WriteConfig(ConfigPath, "cache/|arch|/|tfm|");
        var builder = new AssemblyLoadContextBuilder();

        builder.TryAddAdditionalProbingPathFromRuntimeConfig(ConfigPath, includeDevConfig: false, out var error);

        Assert.That(error, Is.Null);
        Assert.That(FindWords(builder), Does.Contain($"cache/{architecture}/net10.0"));
    }

    [Test]
    public void The_development_configuration_is_read_only_when_asked_for([Values] bool includeDevConfig)
    {
        _plugin.Add("words-1/Words.dll", "dev/words/1.0.0/lib/Words.dll");
        File.Delete(ConfigPath);
        WriteConfig(Path.ChangeExtension(ConfigPath, ".dev.json"), "dev");
        var builder = new AssemblyLoadContextBuilder();

        builder.TryAddAdditionalProbingPathFromRuntimeConfig(ConfigPath, includeDevConfig, out var error);

        Assert.That(error, Is.Null);
        Assert.That(FindWords(builder), includeDevConfig ? Does.Contain("/dev/") : Is.Null);
    }

    [Test]
    public void A_damaged_configuration_is_an_error_and_not_an_exception()
    {
        File.WriteAllText(ConfigPath, "{ \"runtimeOptions\": ");
        new AssemblyLoadContextBuilder().TryAddAdditionalProbingPathFromRuntimeConfig(ConfigPath, includeDevConfig: false, out var error);
        Assert.That(error, Is.InstanceOf<JsonException>());
    }

    [Test]
    public void A_configuration_without_probing_paths_adds_none()
    {
        File.WriteAllText(ConfigPath, """{ "runtimeOptions": { "tfm": "net10.0", }, /* nothing else */ }""");
        new AssemblyLoadContextBuilder().TryAddAdditionalProbingPathFromRuntimeConfig(ConfigPath, includeDevConfig: false, out var error);
        Assert.That(error, Is.Null);
    }

    private void WriteConfig(string path, string folder) => File.WriteAllText(path, $$"""
        { "runtimeOptions": { "tfm": "net10.0", "additionalProbingPaths": [ "{{_plugin.Folder}}/{{folder}}" ] } }
        """);

    private string? FindWords(AssemblyLoadContextBuilder builder)
    {
        var context = builder
            .SetMainAssemblyPath(_plugin.MainAssembly)
            .AddManagedLibrary(ManagedLibrary.CreateFromPackage("Words", "1.0.0", "lib/Words.dll"))
            .Build();
        try
        {
            return context.LoadFromAssemblyName(new AssemblyName("Words")).Location;
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }
}
