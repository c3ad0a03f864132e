using System.Text;

namespace Mpuc.Host.Tests.Configuration;

internal sealed class RefusedFilesTests : ConfigurationFixture
{
    [Test]
    public void A_missing_file_is_refused() =>
        Assert.That(ErrorsOfFile(), Is.EqualTo(new[] { "run.json: there is no such file; name a configuration in JSON." }));

    [Test]
    public void A_folder_is_refused()
    {
        Directory.CreateDirectory(ConfigurationPath);

        Assert.That(ErrorsOfFile(), Is.EqualTo(new[] { "run.json: this is a folder; name a configuration file in it." }));
    }

    [Test]
    [Platform("Linux")]
    public void A_named_pipe_is_refused_and_not_opened()
    {
        using (var mkfifo = System.Diagnostics.Process.Start("mkfifo", ConfigurationPath))
        {
            mkfifo.WaitForExit();
        }

        Assert.That(ErrorsOfFile(), Has.One.StartsWith("run.json: '").And.One.Contains("is a named pipe, not a regular file"));
    }

    [Test]
    public void An_empty_name_is_refused() => Assert.That(
        () => Mpuc.Host.Configuration.ConfigurationLoader.Load("", [], Variables, Catalog),
        Throws.TypeOf<MpucException>().With.Message.EqualTo("CONFIG: the file's name is empty; name a configuration in JSON."));

    [Test]
    public void A_file_in_utf_16_is_refused()
    {
        File.WriteAllText(ConfigurationPath, Minimal, Encoding.Unicode);

        Assert.That(ErrorsOfFile(), Is.EqualTo(new[] { "run.json: the file is not UTF-8; save it in that encoding." }));
    }

    [TestCase("[1, 2]")]
    [TestCase("5")]
    public void A_document_that_is_no_object_is_refused(string json) => Assert.That(
        ErrorsOf(json), Is.EqualTo(new[] { "run.json: a configuration is a JSON object, { \"modalities\": { ... } }." }));

    [TestCase(
        "{",
        "1:2",
        "Expected depth to be zero at the end of the JSON payload, There is an open JSON object or array that should be closed")]
    [TestCase("{\n  \"seed\": 01\n}", "2:12", "Invalid leading zero before '1'")]
    [TestCase("{\n  \"seed\" 1\n}", "2:10", "'1' is invalid after a property name, Expected a ':'")]
    [TestCase("{ \"modalities\": {} } }", "1:22", "'}' is invalid after a single JSON value, Expected end of data")]
    [TestCase("{ \"ä\": tru }", "1:11", "'tru }' is an invalid JSON literal, Expected the literal 'true'")]
    public void Invalid_json_is_refused_where_it_stops_to_be_valid(string json, string place, string problem) => Assert.That(
        ErrorsOf(json), Is.EqualTo(new[] { $"run.json:{place}: this is not valid JSON; {problem}." }));

    [TestCase("")]
    [TestCase("// nothing but a comment\n")]
    public void An_empty_file_is_refused(string json) =>
        Assert.That(
            ErrorsOf(json).Single(), Does.Match(@"^run\.json:\d:\d+: this is not valid JSON; The input does not contain any JSON tokens"));

    [Test]
    public void Half_of_a_surrogate_pair_is_refused() => Assert.That(
        ErrorsOf("{\n \"seed\": \"\\ud800\" }"),
        Is.EqualTo(new[] { "run.json:2:10: this text escapes half a character (\\ud800 to \\udfff); write the character itself." }));

    [Test]
    public void A_key_that_stands_twice_is_refused_with_both_places() => Assert.That(
        ErrorsOf("""
            {
              "modalities": { "audio": { "kind": "audio" } },
              "training": { "epochs": 5, "batchSize": 8, "epochs": 6 }
            }
            """).Single(),
        Is.EqualTo("run.json:3:46: the key 'epochs' stands here a second time, after run.json:3:17; one of the two must go."));

    [Test]
    public void Keys_that_differ_only_in_case_are_refused() => Assert.That(
        ErrorsOf("""{ "modalities": { "audio": { "kind": "audio" }, "Audio": { "kind": "audio" } } }""").Single(),
        Is.EqualTo("run.json:1:49: the key 'Audio' differs only in case from 'audio' at run.json:1:19; one of the two must go."));

    [Test]
    public void A_key_with_a_colon_is_refused() => Assert.That(
        ErrorsOf("""{ "training:epochs": 5 }""").Single(),
        Is.EqualTo("run.json:1:3: the key 'training:epochs' has a colon; write an object inside an object instead."));

    [Test]
    public void Nesting_without_end_is_refused() => Assert.That(
        ErrorsOf(string.Concat(Enumerable.Repeat("{\"a\":", 100))).Single(),
        Does.Contain("this is not valid JSON; The maximum configured depth of 64"));

    [Test]
    public void Comments_trailing_commas_and_a_byte_order_mark_are_fine()
    {
        File.WriteAllText(
            ConfigurationPath,
            """
            // A run.
            {
              "seed": 4, /* lucky */
              "modalities": { "audio": { "kind": "audio", }, },
            }
            """,
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

        Assert.That(LoadFile().Seed, Is.EqualTo(4));
    }

    [Test]
    public void A_byte_order_mark_does_not_shift_columns()
    {
        File.WriteAllText(ConfigurationPath, """{ "sed": 4 }""", new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

        Assert.That(ErrorsOfFile(), Has.One.StartsWith("run.json:1:3: there is no setting sed; did you mean 'seed'?"));
    }
}
