using System.Reflection;

namespace McMaster.NETCore.Plugins.LibraryModel;

/// <summary>A managed assembly of a package, and where it lies in a package cache or beside the plugin.</summary>
public class ManagedLibrary
{
    private ManagedLibrary(AssemblyName name, string additionalProbingPath, string appLocalPath)
    {
        Name = name;
        AdditionalProbingPath = additionalProbingPath;
        AppLocalPath = appLocalPath;
    }

    /// <summary>The assembly's name.</summary>
    public AssemblyName Name { get; }

    /// <summary>The path below a package cache: package, version, asset.</summary>
    public string AdditionalProbingPath { get; }

    /// <summary>The path below the plugin's folder.</summary>
    public string AppLocalPath { get; }

    /// <summary>Describes the assembly that a package ships as <paramref name="assetPath"/>.</summary>
    /// <param name="packageId">For example <c>Newtonsoft.Json</c>.</param>
    /// <param name="packageVersion">For example <c>13.0.3</c>.</param>
    /// <param name="assetPath">The path in the package with forward slashes, for example <c>lib/net6.0/Newtonsoft.Json.dll</c>.</param>
    public static ManagedLibrary CreateFromPackage(string packageId, string packageVersion, string assetPath)
    {
        ArgumentException.ThrowIfNullOrEmpty(packageId);
        ArgumentException.ThrowIfNullOrEmpty(packageVersion);
        ArgumentException.ThrowIfNullOrEmpty(assetPath);

        // The SDK copies lib/TFM/ straight into the output folder but keeps the structure of runtimes/RID/.
        var appLocalPath = assetPath.StartsWith("lib/", StringComparison.Ordinal) ? Path.GetFileName(assetPath) : assetPath;
        return new ManagedLibrary(
            new AssemblyName(Path.GetFileNameWithoutExtension(assetPath)),
            PackageAsset.PathInCache(packageId, packageVersion, assetPath),
            appLocalPath);
    }
}
