using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Mpuc.Host.Plugins.Inspection;

/// <summary>Reads an assembly's metadata as data; nothing of it is loaded.</summary>
internal static class AssemblyFactsReader
{
    /// <summary>Reads an assembly.</summary>
    /// <param name="path">The file's absolute path.</param>
    /// <returns>The facts, or null for a native library.</returns>
    /// <exception cref="MpucException">The file is no library at all, or a damaged one.</exception>
    public static AssemblyFacts? Read(string path)
    {
        if (PluginFiles.IsEmpty(path))
        {
            throw new MpucException($"'{path}' is damaged or no library (it is empty); build or copy the plugin again.");
        }

        try
        {
            using var image = new PEReader(new MemoryStream(File.ReadAllBytes(path)));
            return image.HasMetadata ? Read(path, image.GetMetadataReader()) : null;
        }
        catch (Exception e) when (e is BadImageFormatException or InvalidDataException or InvalidOperationException or ArgumentException
            or OverflowException)
        {
            throw new MpucException($"'{path}' is damaged or no library ({e.Message.TrimEnd('.')}); build or copy the plugin again.", e);
        }
    }

    private static AssemblyFacts? Read(string path, MetadataReader metadata)
    {
        if (!metadata.IsAssembly)
        {
            return null;
        }

        var assembly = metadata.GetAssemblyDefinition();
        var attributes = new AssemblyAttributes(metadata);
        var informational = attributes.FirstText("System.Reflection", "AssemblyInformationalVersionAttribute")?.Split('+')[0];
        return new AssemblyFacts
        {
            Path = path,
            Name = metadata.GetString(assembly.Name),
            Version = string.IsNullOrWhiteSpace(informational) ? assembly.Version.ToString() : informational,
            TargetFramework = attributes.FirstText("System.Runtime.Versioning", "TargetFrameworkAttribute"),
            Mark = attributes.Texts("Mpuc", nameof(MpucPluginAttribute), count: 2) is [{ } id, { } entryType]
                ? new PluginMark(id, entryType)
                : null,
            References = [.. metadata.AssemblyReferences.Select(metadata.GetAssemblyReference)
                .Select(reference => new AssemblyReference(metadata.GetString(reference.Name), reference.Version))],
            NativeImports = [.. metadata.MethodDefinitions.Select(method => metadata.GetMethodDefinition(method).GetImport().Module)
                .Where(module => !module.IsNil)
                .Select(module => metadata.GetString(metadata.GetModuleReference(module).Name))
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)],
            Reach = CapabilityReader.Read(metadata),
        };
    }
}
