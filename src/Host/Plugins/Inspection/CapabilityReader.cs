using System.Reflection.Metadata;
using Mpuc.Conformance.Loading;

namespace Mpuc.Host.Plugins.Inspection;

/// <summary>Finds in an assembly's member references what it reaches outside the process.</summary>
internal static class CapabilityReader
{
    private static readonly HashSet<string> FileTypes = new(StringComparer.Ordinal)
    {
        "System.IO.Directory", "System.IO.DirectoryInfo", "System.IO.DriveInfo", "System.IO.File", "System.IO.FileInfo",
        "System.IO.FileStream", "System.IO.FileSystemWatcher", "System.IO.MemoryMappedFiles.MemoryMappedFile", "System.IO.RandomAccess",
    };

    private static readonly HashSet<string> FileTypesWhenGivenAPath = new(StringComparer.Ordinal)
    {
        "System.IO.StreamReader", "System.IO.StreamWriter",
    };

    private static readonly HashSet<string> ProcessTypes = new(StringComparer.Ordinal)
    {
        "System.Diagnostics.Process", "System.Diagnostics.ProcessStartInfo",
    };

    // Members that make code while the program runs, or bring in code that the inspection has not seen; null for all of a type.
    private static readonly Dictionary<string, string[]?> CodeMembers = new(StringComparer.Ordinal)
    {
        ["System.Linq.Expressions.LambdaExpression"] = ["Compile"],
        ["System.Linq.Expressions.Expression`1"] = ["Compile"],
        ["System.Reflection.Assembly"] = ["Load", "LoadFile", "LoadFrom", "UnsafeLoadFrom", "LoadModule"],
        ["System.Runtime.Loader.AssemblyLoadContext"] =
            [
                ".ctor",
                "LoadFromAssemblyName",
                "LoadFromAssemblyPath",
                "LoadFromNativeImagePath",
                "LoadFromStream",
                "LoadUnmanagedDllFromPath",
            ],
        ["System.Runtime.InteropServices.NativeLibrary"] = null,
        ["System.Activator"] = ["CreateInstanceFrom"],
    };

    public static PluginCapabilities Read(MetadataReader metadata)
    {
        List<string> files = [], network = [], processes = [], code = [];
        foreach (var member in metadata.MemberReferences.Select(metadata.GetMemberReference))
        {
            if (MemberOwner.Of(metadata, member) is not var (space, owner))
            {
                continue;
            }

            var (type, name) = ($"{space}.{owner}", metadata.GetString(member.Name));
            var list = ProcessTypes.Contains(type) ? processes
                : space == "System.Net" || space.StartsWith("System.Net.", StringComparison.Ordinal) ? network
                : FileTypes.Contains(type) || (FileTypesWhenGivenAPath.Contains(type) && TakesTextFirst(metadata, member)) ? files
                : IsCode(space, type, name) ? code
                : null;
            list?.Add($"{type}.{name}");
        }

        return PluginCapabilities.Union([new PluginCapabilities(files, network, processes, code)]);
    }

    private static bool IsCode(string space, string type, string name) =>
        space == "System.Reflection.Emit"
        || (CodeMembers.TryGetValue(type, out var members) && (members is null || members.Contains(name, StringComparer.Ordinal)));

    private static bool TakesTextFirst(MetadataReader metadata, MemberReference member)
    {
        var signature = metadata.GetBlobReader(member.Signature);
        return signature.ReadSignatureHeader().Kind == SignatureKind.Method
            && signature.ReadCompressedInteger() > 0
            && signature.ReadSignatureTypeCode() == SignatureTypeCode.Void
            && signature.ReadSignatureTypeCode() == SignatureTypeCode.String;
    }
}
