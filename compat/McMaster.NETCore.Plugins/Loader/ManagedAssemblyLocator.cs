using System.Reflection;
using System.Runtime.Loader;
using McMaster.NETCore.Plugins.LibraryModel;

namespace McMaster.NETCore.Plugins.Loader;

/// <summary>Finds the files of a plugin's private managed dependencies.</summary>
/// <param name="dependencies">What the plugin's <c>.deps.json</c> says, or its folder where it has none.</param>
/// <param name="libraries">Libraries made known by hand, by simple name.</param>
/// <param name="folders">Where to look: the plugin's own folder, then the additional ones.</param>
/// <param name="resourceFolders">Folders with one folder of satellite assemblies per culture.</param>
internal sealed class ManagedAssemblyLocator(
    AssemblyDependencyResolver dependencies,
    IReadOnlyDictionary<string, ManagedLibrary> libraries,
    IReadOnlyList<string> folders,
    IReadOnlyList<string> resourceFolders)
{
    public string? Find(AssemblyName name)
    {
        if (dependencies.ResolveAssemblyToPath(name) is { } resolved && File.Exists(resolved))
        {
            return resolved;
        }

        return Candidates(name).FirstOrDefault(File.Exists);
    }

    private IEnumerable<string> Candidates(AssemblyName name)
    {
        var fileName = name.Name + ".dll";
        if (!string.IsNullOrEmpty(name.CultureName))
        {
            return resourceFolders.Prepend(folders[0]).Select(folder => Path.Combine(folder, name.CultureName, fileName));
        }

        var beside = folders.Select(folder => Path.Combine(folder, fileName));
        return libraries.TryGetValue(name.Name!, out var library)
            ? PackageAssetPaths.Of(folders, library.AppLocalPath, library.AdditionalProbingPath).Concat(beside)
            : beside;
    }
}
