using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Mpuc.Conformance.Loading;

/// <summary>
/// Members of the framework that are known to keep a plugin in memory after it was unloaded, found in metadata without running anything. An
/// indication: not every use does.
/// </summary>
internal static class UnloadHazards
{
    private static readonly Dictionary<string, string> ByType = new(StringComparer.Ordinal)
    {
        ["System.Text.Json.JsonSerializer"] = "JsonSerializer caches types; use JsonNode, or a source-generated context in the plugin",
        ["System.ComponentModel.TypeDescriptor"] = "TypeDescriptor caches types",
        ["System.ComponentModel.DataAnnotations.Validator"] = "data annotations are cached by type",
        ["Microsoft.Extensions.Configuration.ConfigurationBinder"] =
            "the configuration binder caches converters of enums; read values one by one",
        ["System.Threading.AsyncLocal`1"] = "a value of AsyncLocal stays with the execution context",
        ["System.Threading.Thread"] = "a thread that runs keeps its code; end it in Dispose",
        ["System.Threading.Timer"] = "a timer keeps its callback; dispose it",
        ["System.Timers.Timer"] = "a timer keeps its callback; dispose it",
        ["System.AppDomain"] = "a handler of an AppDomain event is kept by the process; remove it in Dispose",
        ["System.Runtime.InteropServices.GCHandle"] = "a GCHandle keeps its object; free it",
        ["System.Threading.ThreadPool"] = "a registered wait keeps its callback; unregister it",
        ["System.Console"] = "a handler of Console.CancelKeyPress is kept by the process; remove it in Dispose",
        ["System.Runtime.Loader.AssemblyLoadContext"] = "a handler of a load context's event is kept by it; remove it in Dispose",
    };

    private static readonly HashSet<string> OnlyEvents = new(StringComparer.Ordinal)
    {
        "System.AppDomain", "System.Console", "System.Runtime.Loader.AssemblyLoadContext",
    };

    /// <summary>Says in one or two sentences what may keep a plugin in memory.</summary>
    /// <param name="mainAssembly">The path of its main assembly.</param>
    public static string Explain(string mainAssembly) => Explain(Of(mainAssembly));

    /// <summary>Says in one or two sentences what may keep a plugin in memory.</summary>
    /// <param name="hazards">What <see cref="Of"/> found.</param>
    public static string Explain(IReadOnlyList<string> hazards) => "a thread, a timer, an event or a cache outside of it refers to it. "
        + (
            hazards.Count == 0
                ? "None of the known causes is in its code."
                : $"Its code uses what is known to do that: {string.Join("; ", hazards)}.");

    /// <summary>Finds them in the plugin's main assembly and in those beside it that it refers to.</summary>
    /// <param name="mainAssembly">The path of its main assembly.</param>
    /// <returns>What was found and what to do about it, each once.</returns>
    public static IReadOnlyList<string> Of(string mainAssembly)
    {
        var folder = Path.GetDirectoryName(mainAssembly)!;
        var hazards = new SortedSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var pending = new Queue<string>([Path.GetFileNameWithoutExtension(mainAssembly)]);
        while (pending.TryDequeue(out var name))
        {
            var path = Path.Combine(folder, name + ".dll");
            if (!seen.Add(name) || CollectibleContext.IsShared(name) || !File.Exists(path))
            {
                continue;
            }

            using var image = new PEReader(File.OpenRead(path));
            var metadata = image.GetMetadataReader();
            hazards.UnionWith(metadata.MemberReferences.Select(handle => HazardOf(metadata, metadata.GetMemberReference(handle))).OfType<string>()
                .Select(hazard => $"{hazard} ({name})"));
            foreach (var reference in metadata.AssemblyReferences.Select(metadata.GetAssemblyReference))
            {
                pending.Enqueue(metadata.GetString(reference.Name));
            }
        }

        return [.. hazards];
    }

    private static string? HazardOf(MetadataReader metadata, MemberReference member)
    {
        if (MemberOwner.Of(metadata, member) is not var (space, owner))
        {
            return null;
        }

        var type = $"{space}.{owner}";
        if (!ByType.TryGetValue(type, out var hazard))
        {
            return null;
        }

        var name = metadata.GetString(member.Name);
        return OnlyEvents.Contains(type) && !name.StartsWith("add_", StringComparison.Ordinal) ? null
            : type == "System.Threading.Thread" && name != ".ctor" ? null
            : type == "System.Threading.ThreadPool" && name != "RegisterWaitForSingleObject" ? null
            : hazard;
    }
}
