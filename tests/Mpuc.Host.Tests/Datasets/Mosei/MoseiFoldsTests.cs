using Mpuc.Host.Datasets.Mosei;

namespace Mpuc.Host.Tests.Datasets.Mosei;

public class MoseiFoldsTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [TestCase("{ \"train\": [\"a\", \"b\"], \"validation\": [\"c\"], \"test\": [\"d\"] }")]
    [TestCase("{ \"train\": [\"a\", \"b\"], /* as the SDK says */ \"valid\": [\"c\"], \"test\": [\"d\",], }")]
    [TestCase("standard_train_fold=['a', \"b\"]\nstandard_valid_fold = ['c']\n\nstandard_test_fold=[\n 'd',\n]\n")]
    public void The_lists_of_JSON_and_of_the_SDK_s_file_are_read(string content) => Assert.That(
        MoseiFolds.Read(Write(content)),
        Is.EquivalentTo(new Dictionary<string, string> { ["a"] = "train", ["b"] = "train", ["c"] = "validation", ["d"] = "test" }));

    [Test]
    public void A_Python_file_is_text_and_runs_nothing()
    {
        var marker = _folder.File("ran");
        var folds = MoseiFolds.Read(Write($"import os\nos.system('touch {marker}')\nstandard_train_fold=['a']\n"));
        Assert.That(folds.Keys, Is.EqualTo(new[] { "a" }));
        Assert.That(File.Exists(marker), Is.False);
    }

    [TestCase("{ \"train\": [\"a\"], \"test\": [\"a\"] }", "the video 'a' is in the lists of train and test")]
    [TestCase("{ \"training\": [\"a\"] }", "there is a list 'training'; the lists must be called train, validation (or valid) and test")]
    [TestCase("{ \"train\": \"a\" }", "line 1: this is no JSON object of lists")]
    [TestCase("{ \"train\": [\"a\"], \"test\": null }", "line 1: this is no JSON object of lists")]
    [TestCase("{ \"train\": [\"a\", null] }", "line 1: this is no JSON object of lists")]
    [TestCase("{\n\"train\": [\"a\",\n", "this is no JSON object of lists")]
    [TestCase("{}", "lists no videos")]
    [TestCase("abc\ndef\n", "lists no videos")]
    [TestCase("", "lists no videos")]
    public void Something_else_is_refused_with_the_file(string content, string message)
    {
        var path = Write(content);
        Assert.That(
            () => MoseiFolds.Read(path), Throws.TypeOf<MpucException>().With.Message.StartsWith($"'{path}'").And.Message.Contains(message));
    }

    [Test]
    public void A_file_that_is_not_there_is_refused_with_the_option() =>
        Assert.That(
            () => MoseiFolds.Read(_folder.File("no.json")), Throws.TypeOf<MpucException>().With.Message.Contains("data.options.folds"));

    private string Write(string content)
    {
        var path = _folder.File("folds");
        File.WriteAllText(path, content);
        return path;
    }
}
