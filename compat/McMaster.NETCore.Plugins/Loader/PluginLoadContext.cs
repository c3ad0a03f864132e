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
    private readonly bool _loadInMemory;

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
        _loadInMemory = options.LoadInMemory;
        if (options.ShadowCopyNativeLibraries)
        {
            _shadow = new NativeLibraryShadow();
            Unloading += static context => ((PluginLoadContext)context)._shadow!.Delete();
        }
    }

    public Assembly LoadFromFile(string path)
    {
        if (!_loadInMemory)
        {
            return LoadFromAssemblyPath(path);
        }

        using var assembly = new MemoryStream(File.ReadAllBytes(path));
        var symbolsPath = Path.ChangeExtension(path, ".pdb");
        using var symbols = File.Exists(symbolsPath) ? new MemoryStream(File.ReadAllBytes(symbolsPath)) : null;
        return LoadFromStream(assembly, symbols);
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
}
