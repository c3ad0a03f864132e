using System.Reflection;
using System.Runtime.Loader;
using Autofac;
using Serilog;
using TorchSharp;

namespace Mpuc.Conformance.Loading;

/// <summary>
/// A load context that can be unloaded, for a plugin whose files lie in one folder. It shares what a host shares, the contract, the tensor
/// library, Autofac and Serilog; everything else in the folder is loaded again, for this context alone.
/// </summary>
/// <param name="mainAssembly">The path of the plugin's main assembly.</param>
internal sealed class CollectibleContext(string mainAssembly) : AssemblyLoadContext("conformance", isCollectible: true)
{
    private static readonly HashSet<string?> Shared = new(
        new[] { typeof(IModalityPlugin), typeof(torch), typeof(ContainerBuilder), typeof(ILogger) }
            .Select(type => type.Assembly.GetName().Name),
        StringComparer.OrdinalIgnoreCase);

    private readonly string _folder = Path.GetDirectoryName(mainAssembly)!;

    /// <summary>Whether a host shares the assembly of that name with its plugins.</summary>
    public static bool IsShared(string name) => Shared.Contains(name);

    /// <summary>Loads the plugin again and puts it to work.</summary>
    /// <param name="mainAssembly">The path of the plugin's main assembly.</param>
    /// <param name="entryType">The full name of its entry point.</param>
    /// <param name="weights">The store that it may ask for.</param>
    /// <returns>The plugin.</returns>
    public static IPluginUnderTest Load(string mainAssembly, string entryType, IWeightsStore weights)
    {
        var context = new CollectibleContext(mainAssembly);
        var type = context.LoadFromAssemblyPath(mainAssembly).GetType(entryType, throwOnError: true)!;
        return new ComposedPlugin((IModalityPlugin)Activator.CreateInstance(type)!, weights, context);
    }

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var path = Path.Combine(_folder, assemblyName.Name + ".dll");
        return Shared.Contains(assemblyName.Name) || !File.Exists(path) ? null : LoadFromAssemblyPath(path);
    }
}
