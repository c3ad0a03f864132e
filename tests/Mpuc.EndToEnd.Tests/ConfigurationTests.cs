namespace Mpuc.EndToEnd.Tests;

public sealed class ConfigurationTests
{
    private static IEnumerable<string> Examples =>
        Directory.GetFiles(Path.Combine(Repository.Root, "examples"), "*.json").Select(Path.GetFileName)!;

    [TestCaseSource(nameof(Examples))]
    public void Every_example_is_valid(string example)
    {
        var run = ProgramRun.Of("config", "validate", Path.Combine("examples", example));
        Assert.That(run.ExitCode, Is.Zero, run.ToString());
    }

    [Test]
    public void A_mistyped_key_is_refused_with_its_line_and_the_key_that_was_meant()
    {
        using var set = new TinySet();
        set.Configure(json => json["training"]!["batchSise"] = 8);
        Refusal.Check(ProgramRun.Of("config", "validate", set.Configuration), "config.json", "training.batchSise", "'batchSize'");
    }

    [TestCase("--set", "training.batchSize=-4", "training.batchSize")]
    [TestCase("--set", "training.learningRate=fast", "training.learningRate")]
    [TestCase("--set", "modalities.voice.options.bandz=80", "bandz")]
    public void A_wrong_value_on_the_command_line_is_refused_before_anything_is_written(string option, string value, string expected)
    {
        using var set = new TinySet();
        Refusal.LeavesNothing(set, set.Train(option, value), expected);
    }

    [Test]
    public void A_negative_batch_size_is_refused_with_its_line_and_range()
    {
        using var set = new TinySet();
        set.Configure(json => json["training"]!["batchSize"] = -4);
        Refusal.LeavesNothing(set, set.Train(), "config.json", "training.batchSize", "-4");
    }

    [Test]
    public void A_kind_that_no_plugin_offers_is_refused_with_those_that_are_offered()
    {
        using var set = new TinySet();
        set.Configure(json => json["modalities"]!["face"]!["kind"] = "smell");
        Refusal.LeavesNothing(set, set.Train(), "smell", "audio", "vectors");
    }

    [Test]
    public void A_configuration_that_is_not_there_is_refused_with_its_name() =>
        Refusal.Check(ProgramRun.Of("config", "validate", "nowhere.json"), "nowhere.json");

    [Test]
    public void A_configuration_that_is_no_json_is_refused_with_its_line()
    {
        using var scratch = new Scratch();
        Refusal.Check(
            ProgramRun.Of("config", "validate", scratch.Write("broken.json", "{\n  \"seed\": 0,\n  oops\n}\n")), "broken.json", "3");
    }
}
