using System.Buffers.Binary;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text;

namespace Mpuc.Host.Tests.Plugins;

/// <summary>Changes compiled fixtures in place, so that one fixture serves for many versions.</summary>
internal static class AssemblyPatch
{
    /// <summary>Rewrites the version of a reference, as a build against that version would have written it.</summary>
    public static void SetReferenceVersion(string assembly, string name, Version version)
    {
        var bytes = File.ReadAllBytes(assembly);
        using var image = new PEReader(new MemoryStream(bytes));
        var metadata = image.GetMetadataReader();
        var reference = metadata.AssemblyReferences
            .Single(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name) == name);
        var row = image.PEHeaders.MetadataStartOffset + metadata.GetTableMetadataOffset(TableIndex.AssemblyRef)
            + ((MetadataTokens.GetRowNumber(reference) - 1) * metadata.GetTableRowSize(TableIndex.AssemblyRef));
        int[] parts = [version.Major, version.Minor, Math.Max(version.Build, 0), Math.Max(version.Revision, 0)];
        foreach (var (i, part) in parts.Index())
        {
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(row + (2 * i)), (ushort)part);
        }

        File.WriteAllBytes(assembly, bytes);
    }

    /// <summary>Replaces a text by another of the same length.</summary>
    public static void Replace(string assembly, string text, string replacement)
    {
        Assert.That(replacement, Has.Length.EqualTo(text.Length));
        var bytes = File.ReadAllBytes(assembly);
        var position = bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text));
        Assert.That(position, Is.Positive, $"'{assembly}' lacks '{text}'.");
        Encoding.UTF8.GetBytes(replacement).CopyTo(bytes, position);
        File.WriteAllBytes(assembly, bytes);
    }
}
