using System.Text.Json.Nodes;
using Mpuc.Host.Runs;
using Mpuc.Host.Training;

namespace Mpuc.Host.Tests.Runs;

public sealed class ConfigurationDifferenceTests
{
    private const string Before = """
        {"seed":0,"runtime":{"threads":2},"data":{"root":"/a","label":"emotion","window":{"views":2}},"training":{"epochs":10,"learningRate":0.1},"modalities":{"audio":{"kind":"audio"}}}
        """;

    [Test]
    public void Equal_configurations_have_none() => Assert.That(Find(Before, Before), Is.Null);

    [TestCase("\"epochs\":10", "\"epochs\":20")]
    [TestCase("\"threads\":2", "\"threads\":8")]
    [TestCase("\"root\":\"/a\"", "\"root\":\"/b\"")]
    [TestCase("\"label\":\"emotion\"", "\"label\":\"other\"")]
    public void What_changes_no_weight_may_change(string from, string to) =>
        Assert.That(Find(Before, Before.Replace(from, to, StringComparison.Ordinal)), Is.Null);

    [TestCase("\"learningRate\":0.1", "\"learningRate\":0.2", "'training.learningRate' was 0.1 and is now 0.2")]
    [TestCase("\"views\":2", "\"views\":3", "'data.window.views' was 2 and is now 3")]
    [TestCase("\"seed\":0", "\"seed\":1", "'seed' was 0 and is now 1")]
    [TestCase(
        "\"audio\":{\"kind\":\"audio\"}", "\"text\":{\"kind\":\"text\"}", "'modalities.audio' was {\"kind\":\"audio\"} and is now not set")]
    public void What_changes_weights_is_named_with_both_values(string from, string to, string difference) =>
        Assert.That(Find(Before, Before.Replace(from, to, StringComparison.Ordinal)), Is.EqualTo(difference));

    [Test]
    public void With_a_cosine_the_number_of_epochs_changes_weights() => Assert.That(
        Find(
            Before,
            Before.Replace("\"epochs\":10", "\"epochs\":20", StringComparison.Ordinal),
            new TrainingOptions { Schedule = ScheduleKind.Cosine }),
        Is.EqualTo("'training.epochs' was 10 and is now 20"));

    [Test]
    public void With_supcon_the_label_changes_weights() => Assert.That(
        Find(Before, Before.Replace("emotion", "other", StringComparison.Ordinal), unsupervised: false), Does.Contain("'data.label'"));

    private static string? Find(string before, string now, TrainingOptions? training = null, bool unsupervised = true) =>
        ConfigurationDifference.Find(JsonNode.Parse(before), JsonNode.Parse(now), training ?? new TrainingOptions(), unsupervised);
}
