using System.Reflection;
using System.Runtime.Loader;
using McMaster.NETCore.Plugins.Loader;

namespace McMaster.NETCore.Plugins;

/// <summary>Loads one plugin and its dependencies into a load context of their own.</summary>
public partial class PluginLoader : IDisposable
{
    private readonly PluginConfig _config;
    private readonly AssemblyFolderWatcher? _watcher;
    private readonly Lock _swap = new();
    private PluginLoadContext _context;
    private volatile bool _disposed;

    /// <summary>Makes the load context; no assembly of the plugin is loaded yet.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="config"/> is null.</exception>
    /// <exception cref="InvalidOperationException">There is no file at <see cref="PluginConfig.MainAssemblyPath"/>.</exception>
    public PluginLoader(PluginConfig config)
    {
        ArgumentNullException.ThrowIfNull(config);
        _config = config;
        _context = CreateContext();
        if (config.EnableHotReload)
        {
            _watcher = new AssemblyFolderWatcher(Path.GetDirectoryName(config.MainAssemblyPath)!, config.ReloadDelay, ReloadAfterChange);
        }
    }

    /// <summary>Raised after <see cref="Reload"/> and after every hot reload, on the thread that did it.</summary>
    public event PluginReloadedEventHandler? Reloaded;

    /// <summary>Whether this plugin can be unloaded and reloaded.</summary>
    public bool IsUnloadable => _context.IsCollectible;

    /// <summary>The load context in use; a reload replaces it.</summary>
    public AssemblyLoadContext LoadContext => _context;

    /// <summary>Loads the plugin's main assembly.</summary>
    public Assembly LoadDefaultAssembly() => Context().LoadFromFile(_config.MainAssemblyPath);

    /// <summary>Loads an assembly as the plugin itself would: shared, private or of the framework.</summary>
    /// <exception cref="FileNotFoundException">No such assembly is in reach of the plugin.</exception>
    public Assembly LoadAssembly(AssemblyName assemblyName) => Context().LoadFromAssemblyName(assemblyName);

    /// <summary>Loads an assembly by its simple or full name; see <see cref="LoadAssembly(AssemblyName)"/>.</summary>
    public Assembly LoadAssembly(string assemblyName) => LoadAssembly(new AssemblyName(assemblyName));

    /// <summary>Loads the assembly file at an absolute path into the plugin's context.</summary>
    public Assembly LoadAssemblyFromPath(string assemblyPath) => Context().LoadFromFile(assemblyPath);

    /// <summary>Makes <see cref="Type.GetType(string)"/> and its like look into the plugin until the scope is disposed.</summary>
    public AssemblyLoadContext.ContextualReflectionScope EnterContextualReflection() => Context().EnterContextualReflection();

    /// <summary>
    /// Puts a fresh load context in place of the present one and asks the runtime to unload the latter, which happens once nothing refers
    /// to its types any more. If the fresh one cannot be made, the present one stays.
    /// </summary>
    /// <exception cref="InvalidOperationException"><see cref="IsUnloadable"/> is false, or the main assembly is gone.</exception>
    public void Reload()
    {
        if (!IsUnloadable)
        {
            throw new InvalidOperationException("Only a plugin whose configuration says IsUnloadable can be reloaded.");
        }

        ObjectDisposedException.ThrowIf(!SwapContext(), this);
        Reloaded?.Invoke(this, new PluginReloadedEventArgs(this));
    }

    /// <summary>Stops watching the folder and, where the plugin is unloadable, asks the runtime to unload it.</summary>
    public void Dispose()
    {
        GC.SuppressFinalize(this);
        _watcher?.Dispose();
        lock (_swap)
        {
            if (!_disposed && _context.IsCollectible)
            {
                _context.Unload();
            }

            _disposed = true;
        }
    }

    private PluginLoadContext Context()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return _context;
    }

    /// <summary>Replaces the load context; false once the loader is disposed.</summary>
    private bool SwapContext()
    {
        lock (_swap)
        {
            if (_disposed)
            {
                return false;
            }

            var fresh = CreateContext();
            (var stale, _context) = (_context, fresh);
            stale.Unload();
            return true;
        }
    }

    private void ReloadAfterChange()
    {
        try
        {
            if (!SwapContext())
            {
                return;
            }
        }
        catch (InvalidOperationException)
        {
            return; // A build deletes the main assembly before it writes the new one; the write is a change that leads here again.
        }

        Reloaded?.Invoke(this, new PluginReloadedEventArgs(this));
    }

    private PluginLoadContext CreateContext()
    {
        var builder = new AssemblyLoadContextBuilder()
            .SetMainAssemblyPath(_config.MainAssemblyPath)
            .SetDefaultContext(_config.DefaultContext)
            .PreferDefaultLoadContext(_config.PreferSharedTypes)
            .IsLazyLoaded(_config.IsLazyLoaded);
        if (_config.IsUnloadable)
        {
            builder.EnableUnloading();
        }

        if (_config.LoadInMemory)
        {
            builder.PreloadAssembliesIntoMemory().ShadowCopyNativeLibraries();
        }

        foreach (var name in _config.PrivateAssemblies)
        {
            builder.PreferLoadContextAssembly(name);
        }

        foreach (var name in _config.SharedAssemblies)
        {
            builder.PreferDefaultLoadContextAssembly(name);
        }

        return builder.BuildContext();
    }
}
