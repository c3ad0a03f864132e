using System.Runtime.Loader;
using McMaster.NETCore.Plugins.LibraryModel;

namespace McMaster.NETCore.Plugins.Loader;

/// <summary>Finds the files of a plugin's private native libraries.</summary>
/// <param name="dependencies">What the plugin's <c>.deps.json</c> says, or its folder where it has none.</param>
/// <param name="libraries">Libraries made known by hand, by file name without extension.</param>
/// <param name="folders">Where to look: the plugin's own folder, then the additional ones.</param>
internal sealed class NativeLibraryLocator(
    AssemblyDependencyResolver dependencies, IReadOnlyDictionary<string, NativeLibrary> libraries, IReadOnlyList<string> folders)
{
    private static readonly string Suffix = OperatingSystem.IsWindows() ? ".dll" : OperatingSystem.IsMacOS() ? ".dylib" : ".so";
    private static readonly string[] Prefixes = OperatingSystem.IsWindows() ? [""] : ["", "lib"];

    /// <summary>Finds a library by the name in a <c>DllImport</c>: with or without the platform's prefix and extension.</summary>
    public string? Find(string name)
    {
        if (dependencies.ResolveUnmanagedDllToPath(name) is { } resolved && File.Exists(resolved))
        {
            return resolved;
        }

        // A rooted or climbing name is the operating system's business: it is none of the plugin's private files.
        return Path.GetFileName(name) == name ? Candidates(name).FirstOrDefault(File.Exists) : null;
    }

    private IEnumerable<string> Candidates(string name)
    {
        var stem = name.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase) ? name[..^Suffix.Length] : name;
        foreach (var prefix in Prefixes)
        {
            if (libraries.TryGetValue(prefix + stem, out var library))
            {
                foreach (var path in PackageAssetPaths.Of(folders, library.AppLocalPath, library.AdditionalProbingPath))
                {
                    yield return path;
                }
            }

            foreach (var folder in folders)
            {
                yield return Path.Combine(folder, prefix + stem + Suffix);
            }
        }
    }
}
