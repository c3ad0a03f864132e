using System.Reflection;
using System.Runtime.Loader;

namespace McMaster.NETCore.Plugins.Loader;

/// <summary>The load context of one plugin: shared assemblies first, then the plugin's own, then the framework's.</summary>
internal sealed class PluginLoadContext : AssemblyLoadContext
{
    private readonly AssemblySharing _sharing;
    private readonly ManagedAssemblyLocator _assemblies;
    private readonly NativeLibraryLocator _nativeLibraries;
    private readonly NativeLibraryShadow? _shadow;
    private readonly Dictionary<string, Assembly>? _inMemory;

    public PluginLoadContext(
        string name,
        AssemblySharing sharing,
        ManagedAssemblyLocator assemblies,
        NativeLibraryLocator nativeLibraries,
        LoadContextOptions options)
        : base(name, options.IsCollectible)
    {
        _sharing = sharing;
        _assemblies = assemblies;
        _nativeLibraries = nativeLibraries;
        _inMemory = options.LoadInMemory ? new Dictionary<string, Assembly>(StringComparer.Ordinal) : null;
        _shadow = options.ShadowCopyNativeLibraries ? new NativeLibraryShadow() : null;
        Unloading += static context => ((PluginLoadContext)context).LetGo();
    }

    public Assembly LoadFromFile(string path)
    {
        if (_inMemory is null)
        {
            return LoadFromAssemblyPath(path);
        }

        lock (_inMemory)
        {
            if (!_inMemory.TryGetValue(path, out var assembly))
            {
                assembly = LoadIntoMemory(path);
                _inMemory.Add(path, assembly);
            }

            return assembly;
        }
    }

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (assemblyName.Name is null)
        {
            return null;
        }

        return _sharing.Load(assemblyName) ?? (_assemblies.Find(assemblyName) is { } path ? LoadFromFile(path) : null);
    }

    protected override IntPtr LoadUnmanagedDll(string unmanagedDllName)
    {
        if (_nativeLibraries.Find(unmanagedDllName) is not { } path)
        {
            return IntPtr.Zero;
        }

        return LoadUnmanagedDllFromPath(_shadow?.Copy(path) ?? path);
    }

    private void LetGo()
    {
        _shadow?.Delete();
        if (_inMemory is not null)
        {
            lock (_inMemory)
            {
                _inMemory.Clear(); // A context that refers to its own assemblies is never collected.
            }
        }
    }

    private Assembly LoadIntoMemory(string path)
    {
        using var assembly = new MemoryStream(File.ReadAllBytes(path));
        var symbolsPath = Path.ChangeExtension(path, ".pdb");
        using var symbols = File.Exists(symbolsPath) ? new MemoryStream(File.ReadAllBytes(symbolsPath)) : null;
        return LoadFromStream(assembly, symbols);
    }
}
