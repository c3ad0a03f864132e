using System.Reflection;
using System.Runtime.Loader;

namespace McMaster.NETCore.Plugins;

/// <summary>What a <see cref="PluginLoader"/> loads, what it shares with the host and how it lets go of it.</summary>
public class PluginConfig
{
    private bool _isUnloadable;
    private bool _loadInMemory;

    /// <summary>Starts a configuration with every switch off.</summary>
    /// <param name="mainAssemblyPath">The absolute path of the plugin's main assembly.</param>
    /// <exception cref="ArgumentException">The path is empty or not absolute.</exception>
    public PluginConfig(string mainAssemblyPath)
    {
        ArgumentException.ThrowIfNullOrEmpty(mainAssemblyPath);
        if (!Path.IsPathFullyQualified(mainAssemblyPath))
        {
            throw new ArgumentException($"'{mainAssemblyPath}' is not an absolute path.", nameof(mainAssemblyPath));
        }

        MainAssemblyPath = mainAssemblyPath;
    }

    /// <summary>The absolute path of the plugin's main assembly.</summary>
    public string MainAssemblyPath { get; }

    /// <summary>Assemblies that are always the plugin's own, even where <see cref="PreferSharedTypes"/> would share them.</summary>
    public ICollection<AssemblyName> PrivateAssemblies { get; } = [];

    /// <summary>
    /// Assemblies that come from <see cref="DefaultContext"/>. Unless <see cref="IsLazyLoaded"/> is set, everything that they refer to,
    /// directly or not, is shared as well.
    /// </summary>
    public ICollection<AssemblyName> SharedAssemblies { get; } = [];

    /// <summary>Whether every assembly that <see cref="DefaultContext"/> can load is shared. Default: false.</summary>
    public bool PreferSharedTypes { get; set; }

    /// <summary>Whether only <see cref="SharedAssemblies"/> is shared, without loading it to follow its references. Default: false.</summary>
    public bool IsLazyLoaded { get; set; }

    /// <summary>The context that shared assemblies come from. Default: the one that holds this library.</summary>
    public AssemblyLoadContext DefaultContext { get; set; } =
        AssemblyLoadContext.GetLoadContext(typeof(PluginConfig).Assembly) ?? AssemblyLoadContext.Default;

    /// <summary>Whether the plugin can be unloaded. Default: false; always true with <see cref="EnableHotReload"/>.</summary>
    public bool IsUnloadable
    {
        get => _isUnloadable || EnableHotReload;
        set => _isUnloadable = value;
    }

    /// <summary>
    /// Whether assemblies are read into memory and native libraries copied to a temporary folder, so that the plugin's files are never
    /// locked. Default: false; always true with <see cref="EnableHotReload"/>.
    /// </summary>
    public bool LoadInMemory
    {
        get => _loadInMemory || EnableHotReload;
        set => _loadInMemory = value;
    }

    /// <summary>Whether the plugin is loaded anew when an assembly in its folder changes. Default: false.</summary>
    public bool EnableHotReload { get; set; }

    /// <summary>How long the folder must stay unchanged before a hot reload. Default: 200 ms.</summary>
    public TimeSpan ReloadDelay { get; set; } = TimeSpan.FromMilliseconds(200);
}
