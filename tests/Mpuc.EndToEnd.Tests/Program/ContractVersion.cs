using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Mpuc.EndToEnd.Tests;

/// <summary>Makes a plugin one that was built against another contract: by its reference's version, nothing else.</summary>
internal static class ContractVersion
{
    /// <summary>The minor version of the contract that the program has.</summary>
    public static int Minor { get; } =
        AssemblyName.GetAssemblyName(Path.Combine(Path.GetDirectoryName(Repository.Executable)!, "Mpuc.Abstractions.dll")).Version!.Minor;

    public static void Rewrite(string assembly, ushort major)
    {
        var bytes = File.ReadAllBytes(assembly);
        using var image = new PEReader(new MemoryStream(bytes, writable: false));
        var metadata = image.GetMetadataReader();
        var reference = metadata.AssemblyReferences.Single(row =>
            metadata.GetString(metadata.GetAssemblyReference(row).Name) == "Mpuc.Abstractions");

        // A row of the table AssemblyRef begins with the major version in two bytes (ECMA-335, II.22.5).
        var offset = image.PEHeaders.MetadataStartOffset + metadata.GetTableMetadataOffset(TableIndex.AssemblyRef)
            + ((MetadataTokens.GetRowNumber(reference) - 1) * metadata.GetTableRowSize(TableIndex.AssemblyRef));
        BitConverter.TryWriteBytes(bytes.AsSpan(offset), major);
        File.WriteAllBytes(assembly, bytes);
    }
}
