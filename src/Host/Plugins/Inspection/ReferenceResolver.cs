namespace Mpuc.Host.Plugins.Inspection;

/// <summary>Follows a plugin's references through its own assemblies to the host's and the framework's.</summary>
internal static class ReferenceResolver
{
    /// <summary>Resolves every reference in reach of the main assembly, each once.</summary>
    public static IReadOnlyList<ResolvedReference> Resolve(
        AssemblyFacts main, IReadOnlyDictionary<string, AssemblyFacts> own, HostSurface host)
    {
        var resolved = new Dictionary<string, ResolvedReference>(StringComparer.OrdinalIgnoreCase);
        var pending = new Queue<AssemblyFacts>([main]);
        while (pending.TryDequeue(out var assembly))
        {
            foreach (var reference in assembly.References)
            {
                var origin = host.Shared.ContainsKey(reference.Name) ? ReferenceOrigin.Shared
                    : own.ContainsKey(reference.Name) ? ReferenceOrigin.Plugin
                    : host.Framework.Contains(reference.Name) ? ReferenceOrigin.Framework
                    : ReferenceOrigin.Missing;
                var found = new ResolvedReference(reference.Name, reference.Version, origin, assembly.Name);
                if (resolved.TryAdd(reference.Name, found) && origin == ReferenceOrigin.Plugin)
                {
                    pending.Enqueue(own[reference.Name]);
                }
            }
        }

        return [.. resolved.Values];
    }
}

/// <summary>Where an assembly that a plugin refers to comes from.</summary>
internal enum ReferenceOrigin
{
    /// <summary>The .NET framework.</summary>
    Framework,

    /// <summary>The host, which shares it with all plugins.</summary>
    Shared,

    /// <summary>The plugin's own folder.</summary>
    Plugin,

    /// <summary>Nowhere.</summary>
    Missing,
}

/// <summary>A reference of a plugin's assembly and where it leads.</summary>
/// <param name="Origin">Where the assembly comes from.</param>
internal sealed record ResolvedReference(string Name, Version Version, ReferenceOrigin Origin, string ReferredBy);
