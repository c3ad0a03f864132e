using System.Text.Json;

namespace Mpuc.Host.Plugins.Inspection;

/// <summary>
/// The <c>.deps.json</c> beside a main assembly, from which the runtime takes the paths of its dependencies. The runtime trusts it: a
/// member that is missing there, or of another type, ends the process. So only what the SDK would write is let through.
/// </summary>
internal static class DependencyManifest
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private static readonly HashSet<string> AssetGroups = new(StringComparer.Ordinal)
    {
        "runtime", "native", "resources", "runtimeTargets",
    };

    /// <summary>Checks that the manifest has every member that the runtime reads, and names no file outside the plugin's folder.</summary>
    /// <param name="mainAssembly">The main assembly's path; it may have no manifest.</param>
    /// <exception cref="MpucException">An asset's path is absolute or climbs, or the manifest is damaged.</exception>
    public static void Check(string mainAssembly)
    {
        var path = Path.ChangeExtension(mainAssembly, ".deps.json");
        if (!File.Exists(path))
        {
            return;
        }

        if (PluginFiles.IsEmpty(path))
        {
            throw new MpucException($"'{path}' is damaged (it is empty); build or copy the plugin again.");
        }

        try
        {
            using var manifest = JsonDocument.Parse(File.ReadAllBytes(path), Strict);
            if (Paths(manifest.RootElement).FirstOrDefault(LeavesFolder) is { } outside)
            {
                throw new MpucException(
                    $"'{path}' names '{outside}', a path out of the plugin's folder; put the file into the folder and build again.");
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or InvalidDataException)
        {
            throw new MpucException($"'{path}' is damaged ({e.Message.TrimEnd('.')}); build or copy the plugin again.", e);
        }
    }

    private static IEnumerable<string> Paths(JsonElement root)
    {
        var target = root.GetProperty("runtimeTarget");
        var framework = Text(target.ValueKind == JsonValueKind.String ? target : target.GetProperty("name"));
        var libraries = root.GetProperty("targets").GetProperty(framework).EnumerateObject();
        return libraries.SelectMany(library => AssetPaths(library.Value))
            .Concat(root.GetProperty("libraries").EnumerateObject().SelectMany(library => LibraryPaths(library.Value)));
    }

    private static IEnumerable<string> AssetPaths(JsonElement library)
    {
        foreach (var assets in library.EnumerateObject().Where(grouping => AssetGroups.Contains(grouping.Name)))
        {
            foreach (var asset in assets.Value.EnumerateObject())
            {
                if (assets.NameEquals("runtimeTargets"))
                {
                    _ = Text(asset.Value.GetProperty("rid"));
                    _ = Text(asset.Value.GetProperty("assetType"));
                }

                yield return Clean(asset.Name);
                if (asset.Value.TryGetProperty("localPath", out var localPath))
                {
                    yield return Text(localPath);
                }
            }
        }
    }

    private static IEnumerable<string> LibraryPaths(JsonElement library)
    {
        _ = Text(library.GetProperty("type"));
        _ = Text(library.GetProperty("sha512"));
        _ = library.GetProperty("serviceable").GetBoolean();
        if (library.TryGetProperty("path", out var path))
        {
            yield return Text(path);
        }
    }

    private static string Text(JsonElement element) =>
        Clean(element.GetString() ?? throw new InvalidDataException("null in place of a text"));

    // The runtime takes a zero character for the end of a text, and so would see another path than the one that is checked here.
    private static string Clean(string text) =>
        text.Any(char.IsControl) ? throw new InvalidDataException("a control character in a text") : text;

    private static bool LeavesFolder(string path) =>
        Path.IsPathRooted(path) || path.Split('/', '\\').Contains("..", StringComparer.Ordinal);
}
