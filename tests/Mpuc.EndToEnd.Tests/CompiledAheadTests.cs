using System.Reflection.PortableExecutable;

namespace Mpuc.EndToEnd.Tests;

/// <summary>What every command needs carries machine code beside the portable one, so that it starts at once.</summary>
public sealed class CompiledAheadTests
{
    private static readonly string Folder = Path.GetDirectoryName(Repository.Executable)!;

    [OneTimeSetUp]
    public void RequireTheCompiler()
    {
        if (!CarriesMachineCode("mpuc"))
        {
            Assert.Ignore("the program was built with -p:CompileAhead=false, or by an SDK without its runtime");
        }
    }

    [TestCase("Mpuc.Abstractions")]
    [TestCase("TorchSharp")]
    [TestCase("Mpuc.Weights")]
    [TestCase("Autofac")]
    [TestCase("Serilog")]
    [TestCase("Spectre.Console")]
    [TestCase("System.CommandLine")]
    public void An_assembly_of_the_program_carries_machine_code(string name) => Assert.That(CarriesMachineCode(name));

    [Test]
    public void What_few_commands_need_does_not() => Assert.That(CarriesMachineCode("SkiaSharp"), Is.False);

    private static bool CarriesMachineCode(string name)
    {
        using var image = new PEReader(File.OpenRead(Path.Combine(Folder, name + ".dll")));
        return image.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0;
    }
}
