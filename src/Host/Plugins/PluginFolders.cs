namespace Mpuc.Host.Plugins;

/// <summary>The folders that plugins are looked for in.</summary>
internal static class PluginFolders
{
    /// <summary>The environment variable with a list of further folders, separated as in PATH.</summary>
    public const string Variable = "MPUC_PLUGINS";

    /// <summary>Lists them: <c>plugins</c> beside the program if it is there, those of <c>MPUC_PLUGINS</c>, the configured ones.</summary>
    /// <returns>Absolute paths, each once.</returns>
    /// <exception cref="MpucException">A folder that was named does not exist.</exception>
    public static IReadOnlyList<string> Roots(IReadOnlyList<string> configured) =>
        Roots(AppContext.BaseDirectory, Environment.GetEnvironmentVariable(Variable), configured);

    internal static IReadOnlyList<string> Roots(string executableFolder, string? variable, IReadOnlyList<string> configured)
    {
        var beside = Path.Combine(executableFolder, "plugins");
        const StringSplitOptions Tidy = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;
        var fromVariable = (variable ?? "").Split(Path.PathSeparator, Tidy);
        return
        [
            .. (Directory.Exists(beside) ? [beside] : Array.Empty<string>())
                .Concat(fromVariable.Select(folder => Existing(folder, Variable)))
                .Concat(configured.Select(folder => Existing(folder, "plugins.folders")))
                .Select(folder => Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)))
                .Distinct(StringComparer.Ordinal),
        ];
    }

    /// <summary>The plugin folders below the roots: every sub-folder whose name does not start with a dot, in order of name.</summary>
    public static IEnumerable<string> Candidates(IEnumerable<string> roots) => roots.SelectMany(root => Directory.EnumerateDirectories(root)
        .Where(folder => !Path.GetFileName(folder).StartsWith('.'))
        .Order(StringComparer.Ordinal));

    private static string Existing(string folder, string origin) => Directory.Exists(folder)
        ? folder
        : throw new MpucException($"The plugin folder '{folder}' of {origin} does not exist; name a folder whose sub-folders are plugins.");
}
