using System.Reflection;
using System.Runtime.Loader;

namespace McMaster.NETCore.Plugins.Loader;

/// <summary>Decides which assemblies a plugin takes from the host and gets them.</summary>
internal sealed class AssemblySharing
{
    private readonly AssemblyLoadContext _source;
    private readonly HashSet<string> _shared = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _private;
    private readonly bool _shareAll;

    public AssemblySharing(
        AssemblyLoadContext source, IEnumerable<AssemblyName> shared, IEnumerable<string> isPrivate, bool shareAll, bool followReferences)
    {
        _source = source;
        _private = new HashSet<string>(isPrivate, StringComparer.OrdinalIgnoreCase);
        _shareAll = shareAll;
        var pending = new Queue<AssemblyName>(shared);
        while (pending.TryDequeue(out var name))
        {
            if (_shared.Add(name.Name!) && followReferences && LoadFromSource(name) is { } assembly)
            {
                Array.ForEach(assembly.GetReferencedAssemblies(), pending.Enqueue);
            }
        }
    }

    /// <summary>The host's assembly of that name, or null where the plugin must look for its own.</summary>
    public Assembly? Load(AssemblyName name)
    {
        bool isShared = (_shareAll || _shared.Contains(name.Name!)) && !_private.Contains(name.Name!);
        return isShared ? LoadFromSource(name) : null;
    }

    private Assembly? LoadFromSource(AssemblyName name)
    {
        try
        {
            return _source.LoadFromAssemblyName(name);
        }
        catch (Exception e) when (e is FileNotFoundException or FileLoadException or BadImageFormatException)
        {
            return null; // The host has no such assembly, or an older one: the plugin's own is the next best.
        }
    }
}
