using System.Reflection.Metadata;

namespace Mpuc.Host.Plugins.Inspection;

/// <summary>Finds in an assembly's member references what it reaches outside the process.</summary>
internal static class ReachReader
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

    public static PluginReach Read(MetadataReader metadata)
    {
        List<string> files = [], network = [], processes = [];
        foreach (var member in metadata.MemberReferences.Select(metadata.GetMemberReference))
        {
            if (member.Parent.Kind != HandleKind.TypeReference)
            {
                continue;
            }

            var parent = metadata.GetTypeReference((TypeReferenceHandle)member.Parent);
            var space = metadata.GetString(parent.Namespace);
            var type = $"{space}.{metadata.GetString(parent.Name)}";
            var list = ProcessTypes.Contains(type) ? processes
                : space == "System.Net" || space.StartsWith("System.Net.", StringComparison.Ordinal) ? network
                : FileTypes.Contains(type) || (FileTypesWhenGivenAPath.Contains(type) && TakesTextFirst(metadata, member)) ? files
                : null;
            list?.Add($"{type}.{metadata.GetString(member.Name)}");
        }

        return PluginReach.Union([new PluginReach(files, network, processes)]);
    }

    private static bool TakesTextFirst(MetadataReader metadata, MemberReference member)
    {
        var signature = metadata.GetBlobReader(member.Signature);
        return signature.ReadSignatureHeader().Kind == SignatureKind.Method
            && signature.ReadCompressedInteger() > 0
            && signature.ReadSignatureTypeCode() == SignatureTypeCode.Void
            && signature.ReadSignatureTypeCode() == SignatureTypeCode.String;
    }
}
