using System.Text.Json;

namespace Mpuc.Host.Plugins.Inspection;

/// <summary>The <c>.deps.json</c> beside a main assembly, from which the runtime takes the paths of its dependencies.</summary>
internal static class DependencyManifest
{
    private static readonly HashSet<string> AssetGroups = new(StringComparer.Ordinal)
    {
        "runtime", "native", "resources", "runtimeTargets",
    };

    /// <summary>Makes sure that no asset lies outside the plugin's folder.</summary>
    /// <param name="mainAssembly">The main assembly's path.</param>
    /// <exception cref="MpucException">An asset's path is absolute or climbs, or the manifest is damaged.</exception>
    public static void Check(string mainAssembly)
    {
        var path = Path.ChangeExtension(mainAssembly, ".deps.json");
        if (!File.Exists(path))
        {
            return;
        }

        try
        {
            using var manifest = JsonDocument.Parse(File.ReadAllBytes(path));
            if (Assets(manifest.RootElement).FirstOrDefault(LeavesFolder) is { } asset)
            {
                throw new MpucException(
                    $"'{path}' names '{asset}', a path out of the plugin's folder; put the file into the folder and build again.");
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new MpucException($"'{path}' is damaged ({e.Message.TrimEnd('.')}); build or copy the plugin again.", e);
        }
    }

    private static IEnumerable<string> Assets(JsonElement root) => !root.TryGetProperty("targets", out var targets)
        ? []
        : from target in targets.EnumerateObject()
          from library in target.Value.EnumerateObject()
          from grouping in library.Value.EnumerateObject()
          where AssetGroups.Contains(grouping.Name)
          from asset in grouping.Value.EnumerateObject()
          select asset.Name;

    private static bool LeavesFolder(string asset) =>
        Path.IsPathRooted(asset) || asset.Split('/', '\\').Contains("..", StringComparer.Ordinal);
}
