using System.Reflection;
using System.Runtime.Loader;
using McMaster.NETCore.Plugins.LibraryModel;

namespace McMaster.NETCore.Plugins.Loader;

/// <summary>Builds a load context for one plugin. Not thread-safe; the order of the calls does not matter.</summary>
public class AssemblyLoadContextBuilder
{
    private readonly Dictionary<string, ManagedLibrary> _managedLibraries = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, NativeLibrary> _nativeLibraries = new(StringComparer.Ordinal);
    private readonly HashSet<string> _privateAssemblies = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<AssemblyName> _sharedAssemblies = [];
    private readonly List<string> _probingPaths = [];
    private readonly List<string> _resourceProbingPaths = [];
    private AssemblyLoadContext _defaultContext =
        AssemblyLoadContext.GetLoadContext(typeof(AssemblyLoadContextBuilder).Assembly) ?? AssemblyLoadContext.Default;
    private string? _mainAssemblyPath;
    private bool _preferDefaultContext;
    private bool _isLazy;
    private bool _isCollectible;
    private bool _loadInMemory;
    private bool _shadowCopyNativeLibraries;

    /// <summary>Makes the load context. No assembly of the plugin is loaded yet.</summary>
    /// <exception cref="InvalidOperationException">No main assembly was set, or there is no such file.</exception>
    public AssemblyLoadContext Build() => BuildContext();

    /// <summary>Names the main assembly by its absolute path. Its folder and its <c>.deps.json</c> say what it depends on.</summary>
    public AssemblyLoadContextBuilder SetMainAssemblyPath(string path)
    {
        _mainAssemblyPath = FullyQualified(path);
        return this;
    }

    /// <summary>Names the context that shared assemblies come from.</summary>
    public AssemblyLoadContextBuilder SetDefaultContext(AssemblyLoadContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        _defaultContext = context;
        return this;
    }

    /// <summary>Keeps an assembly private to the plugin, whatever else is shared.</summary>
    public AssemblyLoadContextBuilder PreferLoadContextAssembly(AssemblyName assemblyName)
    {
        _privateAssemblies.Add(SimpleName(assemblyName));
        return this;
    }

    /// <summary>Shares an assembly and, unless <see cref="IsLazyLoaded"/>, all that it refers to.</summary>
    public AssemblyLoadContextBuilder PreferDefaultLoadContextAssembly(AssemblyName assemblyName)
    {
        _ = SimpleName(assemblyName);
        _sharedAssemblies.Add(assemblyName);
        return this;
    }

    /// <summary>Shares every assembly that the default context can load.</summary>
    public AssemblyLoadContextBuilder PreferDefaultLoadContext(bool preferDefaultLoadContext)
    {
        _preferDefaultContext = preferDefaultLoadContext;
        return this;
    }

    /// <summary>Whether only the named assemblies are shared, so that none need be loaded to follow its references.</summary>
    public AssemblyLoadContextBuilder IsLazyLoaded(bool isLazyLoaded)
    {
        _isLazy = isLazyLoaded;
        return this;
    }

    /// <summary>Adds an assembly that neither the plugin's folder nor its <c>.deps.json</c> reveals.</summary>
    public AssemblyLoadContextBuilder AddManagedLibrary(ManagedLibrary library)
    {
        ArgumentNullException.ThrowIfNull(library);
        _managedLibraries.TryAdd(SimpleName(library.Name), library);
        return this;
    }

    /// <summary>Adds a native library that neither the plugin's folder nor its <c>.deps.json</c> reveals.</summary>
    public AssemblyLoadContextBuilder AddNativeLibrary(NativeLibrary library)
    {
        ArgumentNullException.ThrowIfNull(library);
        _nativeLibraries.TryAdd(library.Name, library);
        return this;
    }

    /// <summary>Adds an absolute folder, such as a package cache, to look for libraries in.</summary>
    public AssemblyLoadContextBuilder AddProbingPath(string path)
    {
        _probingPaths.Add(FullyQualified(path));
        return this;
    }

    /// <summary>Adds an absolute folder that holds one folder of satellite assemblies per culture.</summary>
    public AssemblyLoadContextBuilder AddResourceProbingPath(string path)
    {
        _resourceProbingPaths.Add(FullyQualified(path));
        return this;
    }

    /// <summary>Lets the context be unloaded.</summary>
    public AssemblyLoadContextBuilder EnableUnloading()
    {
        _isCollectible = true;
        return this;
    }

    /// <summary>Reads assemblies into memory, so that their files are never locked.</summary>
    public AssemblyLoadContextBuilder PreloadAssembliesIntoMemory()
    {
        _loadInMemory = true;
        return this;
    }

    /// <summary>Loads native libraries from a temporary copy, so that their files are never locked.</summary>
    public AssemblyLoadContextBuilder ShadowCopyNativeLibraries()
    {
        _shadowCopyNativeLibraries = true;
        return this;
    }

    internal PluginLoadContext BuildContext()
    {
        var mainAssembly = _mainAssemblyPath
            ?? throw new InvalidOperationException($"Call {nameof(SetMainAssemblyPath)} before building a load context.");
        var dependencies = new AssemblyDependencyResolver(mainAssembly);
        string[] folders = [Path.GetDirectoryName(mainAssembly)!, .. _probingPaths];
        return new PluginLoadContext(
            Path.GetFileNameWithoutExtension(mainAssembly),
            new AssemblySharing(_defaultContext, _sharedAssemblies, _privateAssemblies, _preferDefaultContext, followReferences: !_isLazy),
            new ManagedAssemblyLocator(dependencies, _managedLibraries, folders, _resourceProbingPaths),
            new NativeLibraryLocator(dependencies, _nativeLibraries, folders),
            new LoadContextOptions(_isCollectible, _loadInMemory, _shadowCopyNativeLibraries));
    }

    private static string FullyQualified(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return Path.IsPathFullyQualified(path) ? path : throw new ArgumentException($"'{path}' is not an absolute path.", nameof(path));
    }

    private static string SimpleName(AssemblyName assemblyName)
    {
        ArgumentNullException.ThrowIfNull(assemblyName);
        return assemblyName.Name ?? throw new ArgumentException("The assembly name has no simple name.", nameof(assemblyName));
    }
}
