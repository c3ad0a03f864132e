namespace McMaster.NETCore.Plugins.LibraryModel;

/// <summary>A native library of a package, and where it lies in a package cache or beside the plugin.</summary>
public class NativeLibrary
{
    private NativeLibrary(string name, string additionalProbingPath, string appLocalPath)
    {
        Name = name;
        AdditionalProbingPath = additionalProbingPath;
        AppLocalPath = appLocalPath;
    }

    /// <summary>The file name without its extension, for example <c>libuv</c>.</summary>
    public string Name { get; }

    /// <summary>The path below a package cache: package, version, asset.</summary>
    public string AdditionalProbingPath { get; }

    /// <summary>The path below the plugin's folder.</summary>
    public string AppLocalPath { get; }

    /// <summary>Describes the native library that a package ships as <paramref name="assetPath"/>.</summary>
    /// <param name="packageId">For example <c>Libuv</c>.</param>
    /// <param name="packageVersion">For example <c>1.10.0</c>.</param>
    /// <param name="assetPath">The path in the package with forward slashes, for example <c>runtimes/linux-x64/native/libuv.so</c>.</param>
    public static NativeLibrary CreateFromPackage(string packageId, string packageVersion, string assetPath)
    {
        ArgumentException.ThrowIfNullOrEmpty(packageId);
        ArgumentException.ThrowIfNullOrEmpty(packageVersion);
        ArgumentException.ThrowIfNullOrEmpty(assetPath);
        return new NativeLibrary(
            Path.GetFileNameWithoutExtension(assetPath),
            PackageAsset.PathInCache(packageId, packageVersion, assetPath),
            assetPath);
    }
}
