using System.Text.Json.Nodes;
using Mpuc.Host.Inference.Bundles;
using Mpuc.Weights;

namespace Mpuc.Host.Tests.Inference.Bundles;

/// <summary>
/// Changes bundles and indices as somebody would who wants more of their reader: every manifest agrees with what it lists.
/// </summary>
internal static class ForgedBundle
{
    /// <summary>Copies a bundle's folder with another configuration.</summary>
    /// <returns>The copy, a zip file where its name says so.</returns>
    public static string Copy(string bundle, string target, Action<JsonObject> change)
    {
        var folder = target.EndsWith(".zip", StringComparison.Ordinal) ? target + ".folder" : target;
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.GetFiles(bundle))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        Change(folder, change);
        if (folder != target)
        {
            using var zip = File.Create(target);
            BundleArchive.Pack(folder, zip);
        }

        return target;
    }

    /// <summary>Changes a bundle's configuration in its place, and what its manifest says of it.</summary>
    public static void Change(string bundle, Action<JsonObject> change)
    {
        Edit(Path.Combine(bundle, "config.json"), change);
        List(Path.Combine(bundle, "bundle.json"), bundle, "config.json");
    }

    /// <summary>Makes an index's manifest agree with the bundle in it.</summary>
    public static void List(string manifest, string folder, string name) => Edit(manifest, json =>
    {
        var path = Path.Combine(folder, name);
        var entry = (JsonObject)json["files"]!.AsArray().Single(file => (string?)file!["name"] == name)!;
        (entry["bytes"], entry["sha256"]) = (new FileInfo(path).Length, FileHash.OfFile(path));
    });

    /// <summary>Changes a file of JSON.</summary>
    public static void Edit(string path, Action<JsonObject> change)
    {
        var json = (JsonObject)JsonNode.Parse(File.ReadAllText(path))!;
        change(json);
        File.WriteAllText(path, json.ToJsonString());
    }
}
