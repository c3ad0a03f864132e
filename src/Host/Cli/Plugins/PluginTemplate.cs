using System.Reflection;

namespace Mpuc.Host.Cli.Plugins;

/// <summary>The files of a new plugin's project, which the program carries in itself.</summary>
internal sealed class PluginTemplate(string name, string packageVersion)
{
    private const string Prefix = "plugin/";

    /// <summary>The files' relative paths and contents.</summary>
    public IEnumerable<(string Path, string Content)> Files
    {
        get
        {
            var assembly = Assembly.GetExecutingAssembly();
            foreach (var resource in assembly.GetManifestResourceNames()
                .Where(resource => resource.StartsWith(Prefix, StringComparison.Ordinal)))
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
                yield return (PathOf(resource[Prefix.Length..]), Fill(reader.ReadToEnd()));
            }
        }
    }

    // A file that is ignored by git where the template lies would be missing there; so it has no dot there.
    private string PathOf(string path) => Fill(path == "gitignore" ? ".gitignore" : path);

    private string Fill(string text) => text
        .Replace("PluginName", name, StringComparison.Ordinal)
        .Replace("pluginName", char.ToLowerInvariant(name[0]) + name[1..], StringComparison.Ordinal)
        .Replace("MPUC_VERSION", packageVersion, StringComparison.Ordinal);
}
