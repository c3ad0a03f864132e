namespace Mpuc.EndToEnd.Tests;

/// <summary>Every plugin that comes with the program keeps the promises of the contract, in the program itself.</summary>
[TestFixture]
internal sealed class PluginConformanceTests
{
    [TestCase("Text")]
    [TestCase("Audio", Category = "Slow")]
    [TestCase("Landmarks", Category = "Slow")]
    [TestCase("Face", Category = "Slow")]
    public void A_plugin_of_the_program_keeps_every_promise(string name)
    {
        var run = ProgramRun.Of("plugins", "test", Path.Combine(Repository.Plugins, name), "--json");

        Assert.That(run.ExitCode, Is.Zero, run.ToString());
        Assert.That(run.Json["passed"]!.GetValue<int>(), Is.GreaterThan(30));
        Assert.That(run.Json["failed"]!.GetValue<int>() + run.Json["notTried"]!.GetValue<int>(), Is.Zero);
    }
}
