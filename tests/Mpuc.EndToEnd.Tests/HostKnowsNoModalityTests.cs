using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Mpuc.EndToEnd.Tests;

/// <summary>
/// The host's assembly, read as data: a fifth modality gets everything that the built-in ones get only if the host knows none.
/// </summary>
public sealed class HostKnowsNoModalityTests
{
    private static readonly string HostAssembly = Path.ChangeExtension(Repository.Executable, ".dll");

    [Test]
    public void The_host_references_no_plugin()
    {
        using var image = new PEReader(File.OpenRead(HostAssembly));
        var metadata = image.GetMetadataReader();
        var references = metadata.AssemblyReferences.Select(row => metadata.GetString(metadata.GetAssemblyReference(row).Name)).ToList();
        var plugins = Directory.GetFiles(Repository.Plugins, "*.dll", SearchOption.AllDirectories).Select(Path.GetFileNameWithoutExtension)
            .Where(name =>
                name!.StartsWith("Mpuc.Plugins.", StringComparison.Ordinal)
                    || name.StartsWith("Samples.", StringComparison.Ordinal)).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(plugins, Is.Not.Empty);
            Assert.That(references, Does.Contain("Mpuc.Abstractions"));
            Assert.That(references.Intersect(plugins), Is.Empty);
        });
    }

    [Test]
    public void No_code_of_the_host_names_a_kind_of_modality_outside_the_readers_of_data_sets()
    {
        var kinds = ProgramRun.Of("plugins", "list", "--json").Json.AsArray()
            .SelectMany(plugin => plugin!["modalities"]!.AsArray()).Select(modality => modality!.GetValue<string>()).ToHashSet();
        using var image = new PEReader(File.OpenRead(HostAssembly));
        var metadata = image.GetMetadataReader();
        var uses = metadata.MethodDefinitions.Select(metadata.GetMethodDefinition)
            .Where(method => !NamespaceOf(metadata, method).StartsWith("Mpuc.Host.Datasets", StringComparison.Ordinal))
            .SelectMany(method =>
                StringsOf(image, metadata, method).Where(kinds.Contains).Select(text => $"{NameOf(metadata, method)} says \"{text}\""));
        Assert.Multiple(() =>
        {
            Assert.That(kinds, Is.SupersetOf(new[] { "audio", "vectors" }));
            Assert.That(uses, Is.Empty);
        });
    }

    private static string NameOf(MetadataReader metadata, MethodDefinition method) =>
        $"{metadata.GetString(metadata.GetTypeDefinition(method.GetDeclaringType()).Name)}.{metadata.GetString(method.Name)}";

    private static string NamespaceOf(MetadataReader metadata, MethodDefinition method)
    {
        var type = metadata.GetTypeDefinition(method.GetDeclaringType());
        while (type.IsNested)
        {
            type = metadata.GetTypeDefinition(type.GetDeclaringType());
        }

        return metadata.GetString(type.Namespace);
    }

    /// <summary>The strings that a method loads: operands of the instruction ldstr (0x72), whose token begins with 0x70.</summary>
    private static IEnumerable<string> StringsOf(PEReader image, MetadataReader metadata, MethodDefinition method)
    {
        var code = method.RelativeVirtualAddress == 0 ? [] : image.GetMethodBody(method.RelativeVirtualAddress).GetILBytes() ?? [];
        var heap = metadata.GetHeapSize(HeapIndex.UserString);
        return Enumerable.Range(0, Math.Max(0, code.Length - 4))
            .Where(position => code[position] == 0x72 && code[position + 4] == 0x70)
            .Select(position => BitConverter.ToInt32(code, position + 1) & 0xFFFFFF)
            .Where(offset => offset < heap)
            .Select(offset => metadata.GetUserString(MetadataTokens.UserStringHandle(offset)));
    }
}
