namespace Mpuc.Weights.Tests.PyTorch;

/// <summary>Pickles that would run something in Python are refused by the name of what they call.</summary>
public sealed class HostilePickleTests
{
    [TestCase("system.zip.pt", "posix.system")]
    [TestCase("system.legacy.pt", "posix.system")]
    [TestCase("system.raw.pt", "posix.system")]
    [TestCase("system.protocol0.pt", "posix.system")]
    [TestCase("system.protocol4.pt", "posix.system")]
    [TestCase("eval.zip.pt", "__builtin__.eval")]
    [TestCase("inst.zip.pt", "posix.system")]
    [TestCase("module.zip.pt", "torch.nn.modules.linear.Linear")]
    public void A_pickle_that_calls_a_function_is_refused_with_its_name(string file, string function) => Assert.That(
        () => WeightsReader.Read(TestData.GoldenFile($"hostile.{file}")),
        Throws.TypeOf<MpucException>().With.Message.EqualTo(
            $"{TestData.GoldenFile($"hostile.{file}")} calls {function}; only tensors are read."));

    [Test]
    public void A_file_of_another_kind_is_refused()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("notes.txt"), "Once upon a time");
        Assert.That(
            () => WeightsReader.Read(folder.File("notes.txt")),
            Throws.TypeOf<MpucException>().With.Message.Contains("none of the formats"));
        Assert.That(
            () => WeightsReader.Read(folder.File("missing.pt")),
            Throws.TypeOf<MpucException>().With.Message.EqualTo($"{folder.File("missing.pt")} does not exist."));
    }
}
