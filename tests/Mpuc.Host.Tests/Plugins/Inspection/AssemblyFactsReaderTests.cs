using System.Reflection;
using System.Runtime.Versioning;
using Mpuc.Host.Plugins.Inspection;

namespace Mpuc.Host.Tests.Plugins.Inspection;

/// <summary>Reflection, which loads and runs, is the oracle for the reader, which does neither.</summary>
public sealed class AssemblyFactsReaderTests
{
    private static readonly Assembly[] Oracles =
    [
        typeof(Autofac.IContainer).Assembly,
        typeof(Serilog.ILogger).Assembly,
        typeof(IModalityPlugin).Assembly,
        typeof(Enumerable).Assembly,
    ];

    [Test]
    public void References_are_those_that_reflection_sees([ValueSource(nameof(Oracles))] Assembly assembly)
    {
        var expected = assembly.GetReferencedAssemblies().Select(name => (name.Name, name.Version));
        Assert.That(Read(assembly).References.Select(reference => (reference.Name, reference.Version)), Is.EquivalentTo(expected));
    }

    [Test]
    public void Name_version_and_framework_are_those_that_reflection_sees([ValueSource(nameof(Oracles))] Assembly assembly)
    {
        var facts = Read(assembly);
        var version = assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(facts.Name, Is.EqualTo(assembly.GetName().Name));
            Assert.That(facts.Version, Is.EqualTo(version));
            Assert.That(facts.TargetFramework, Is.EqualTo(assembly.GetCustomAttribute<TargetFrameworkAttribute>()?.FrameworkName));
            Assert.That(facts.Mark, Is.Null);
        }
    }

    [Test]
    public void Every_member_that_is_said_to_be_reached_exists([ValueSource(nameof(Oracles))] Assembly assembly)
    {
        var reach = Read(assembly).Reach;
        var framework = AppDomain.CurrentDomain.GetAssemblies()
            .Concat([typeof(HttpClient).Assembly, typeof(System.Diagnostics.Process).Assembly]);
        foreach (var member in reach.Files.Concat(reach.Network).Concat(reach.Processes))
        {
            var isConstructor = member.EndsWith("..ctor", StringComparison.Ordinal);
            var type = isConstructor ? member[..^"..ctor".Length] : member[..member.LastIndexOf('.')];
            Assert.That(framework.Any(candidate => candidate.GetType(type) is not null), $"There is no type {type}.");
        }
    }

    [Test]
    public void A_native_library_is_no_assembly_and_no_error()
    {
        // A PE image without managed metadata, as small as the format allows: DOS header, COFF header, empty optional header.
        var image = new byte[512];
        "MZ"u8.CopyTo(image);
        image[0x3c] = 0x80;
        "PE\0\0"u8.CopyTo(image.AsSpan(0x80));
        new byte[] { 0x64, 0x86 }.CopyTo(image, 0x84);
        image[0x94] = 240;
        new byte[] { 0x0b, 0x02 }.CopyTo(image, 0x98);
        image[0x98 + 108] = 16;
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.File("native.dll"), image);
        Assert.That(AssemblyFactsReader.Read(folder.File("native.dll")), Is.Null);
    }

    private static AssemblyFacts Read(Assembly assembly) => AssemblyFactsReader.Read(assembly.Location)!;
}
