namespace McMaster.NETCore.Plugins.LibraryModel;

internal static class PackageAsset
{
    /// <summary>Package caches name a package's folder in lower case.</summary>
    public static string PathInCache(string packageId, string packageVersion, string assetPath) =>
        Path.Combine(packageId.ToLowerInvariant(), packageVersion, assetPath);
}
