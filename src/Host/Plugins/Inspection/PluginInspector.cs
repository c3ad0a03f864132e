using Mpuc.Conformance.Loading;

namespace Mpuc.Host.Plugins.Inspection;

/// <summary>Reads plugin folders as data and judges whether this host can load them.</summary>
internal sealed class PluginInspector(HostSurface host)
{
    /// <summary>Inspects a folder. Nothing in it is run, and nothing in it can make this fail.</summary>
    /// <param name="folder">The plugin folder; it may itself be a symbolic link.</param>
    public PluginInspection Inspect(string folder)
    {
        var inspection = new PluginInspection(Path.GetFullPath(folder));
        try
        {
            var target = new DirectoryInfo(inspection.Folder).ResolveLinkTarget(returnFinalTarget: true);
            Inspect(inspection, target?.FullName ?? inspection.Folder);
        }
        catch (Exception e) when (e is MpucException or IOException or UnauthorizedAccessException)
        {
            inspection.Refusal = e is MpucException ? e.Message : $"'{inspection.Folder}' cannot be read: {e.Message}";
        }

        return inspection;
    }

    private void Inspect(PluginInspection inspection, string folder)
    {
        inspection.Files = PluginFiles.List(folder);
        inspection.FolderSha256 = FolderHash.OfFiles(folder, inspection.Files);
        var libraries = inspection.Files.Where(file => file.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))
            .ToDictionary(file => file, AssemblyFactsReader.Read);
        var assemblies = libraries.Values.OfType<AssemblyFacts>().ToList();
        inspection.NativeFiles =
            [.. inspection.Files.Where(file => IsNative(file, libraries)).Select(file => Path.GetRelativePath(folder, file))];
        inspection.NativeImports =
            [.. assemblies.SelectMany(assembly => assembly.NativeImports).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        inspection.Reach = PluginCapabilities.Union([.. assemblies.Select(assembly => assembly.Reach)]);

        var main = MainAssembly.Find(inspection.Folder, assemblies.Where(assembly => Path.GetDirectoryName(assembly.Path) == folder));
        inspection.Main = main;
        inspection.Sha256 = FolderHash.OfFile(main.Path);
        var own = assemblies.DistinctBy(assembly => assembly.Name, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(assembly => assembly.Name, StringComparer.OrdinalIgnoreCase);
        inspection.References = ReferenceResolver.Resolve(main, own, host);
        var rules = new CompatibilityRules(host);
        inspection.PrivateCopies = rules.PrivateCopies(own.Keys);
        inspection.UnloadHazards = UnloadHazards.Of(main.Path);

        DependencyManifest.Check(main.Path);
        rules.Check(inspection, main);
    }

    private static bool IsNative(string file, Dictionary<string, AssemblyFacts?> libraries)
    {
        var name = Path.GetFileName(file);
        return (libraries.TryGetValue(file, out var facts) && facts is null)
            || name.EndsWith(".so", StringComparison.Ordinal)
            || name.Contains(".so.", StringComparison.Ordinal)
            || name.EndsWith(".dylib", StringComparison.Ordinal);
    }
}
