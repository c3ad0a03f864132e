namespace Mpuc.Host.Plugins.Inspection;

/// <summary>
/// The framework's members through which code reaches outside the process. An indication for people, not a boundary: reflection and
/// native code reach anything.
/// </summary>
/// <param name="Code">Members that make code at run time, or load code that lies elsewhere.</param>
internal sealed record PluginCapabilities(
    IReadOnlyList<string> Files, IReadOnlyList<string> Network, IReadOnlyList<string> Processes, IReadOnlyList<string> Code)
{
    /// <summary>Reaches nothing.</summary>
    public static PluginCapabilities None { get; } = new([], [], [], []);

    /// <summary>What several assemblies reach together.</summary>
    public static PluginCapabilities Union(IReadOnlyCollection<PluginCapabilities> parts) => new(
        Merge(parts.Select(part => part.Files)),
        Merge(parts.Select(part => part.Network)),
        Merge(parts.Select(part => part.Processes)),
        Merge(parts.Select(part => part.Code)));

    private static string[] Merge(IEnumerable<IReadOnlyList<string>> lists) =>
        [.. lists.SelectMany(list => list).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
