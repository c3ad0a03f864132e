using Mpuc.Conformance;

namespace Mpuc.Host.Tests.Plugins;

/// <summary>What stands in a plugin's <c>conformance.json</c> is read, or refused with the file.</summary>
public sealed class SampleFileTests
{
    [TestCase("{ \"audio\": { \"seconds\": 1, \"seconds\": 2 } }")]
    [TestCase("{ \"audio\": { \"recordings\": [\"a\\u0000.wav\"] } }")]
    [TestCase("{ \"audio\": { \"recordings\": [\"\\ud800\"] } }")]
    [TestCase("{ \"audio\": { \"seconds\": \"1\" } }")]
    [TestCase("{ \"audio\": null }")]
    [TestCase("null")]
    public void What_cannot_be_tried_is_refused_with_the_file(string content)
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("conformance.json");
        File.WriteAllText(path, content);

        Assert.That(
            () => SampleFile.Read(path),
            Throws.TypeOf<MpucException>().With.Message.StartsWith(
                $"'{path}' is not an object from kinds of modality to what they are tried with: ").And.Message.EndsWith("."));
    }
}
