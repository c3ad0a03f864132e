namespace McMaster.NETCore.Plugins.Loader;

internal static class PackageAssetPaths
{
    /// <summary>Where a package's asset may lie: in the plugin's folder (the first one) as published, in the others as in a cache.</summary>
    public static IEnumerable<string> Of(IReadOnlyList<string> folders, string appLocalPath, string additionalProbingPath) =>
        folders.Skip(1).Select(folder => Path.Combine(folder, additionalProbingPath)).Prepend(Path.Combine(folders[0], appLocalPath));
}
