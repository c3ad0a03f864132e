namespace Mpuc.Host.Tests.Configuration;

/// <summary>Every refusal is one sentence with place, path, what is wrong and what would be right.</summary>
internal sealed class RefusedValuesTests : ConfigurationFixture
{
    [Test]
    public void A_misspelt_key_is_refused_with_the_nearest_known_one() => Assert.That(
        ErrorsOf("""
            {
              "modalities": { "audio": { "kind": "audio" } },
              "training": { "epocs": 5 }
            }
            """),
        Is.EqualTo(new[] { "run.json:3:17: there is no setting training.epocs; did you mean 'epochs'?" }));

    [Test]
    public void A_key_in_another_case_is_refused_with_the_right_one() => Assert.That(
        ErrorsOf("""{ "modalities": { "audio": { "kind": "audio" } }, "Training": {} }"""),
        Is.EqualTo(new[] { "run.json:1:51: there is no setting Training; did you mean 'training'?" }));

    [Test]
    public void An_unknown_key_that_is_near_to_none_is_refused_with_all_that_are_known() => Assert.That(
        ErrorsOf("""{ "modalities": { "audio": { "kind": "audio" } }, "projection": { "activation": "relu" } }"""),
        Is.EqualTo(new[] { "run.json:1:67: there is no setting projection.activation; known here: kind, hidden, size." }));

    [Test]
    public void An_unknown_key_where_nothing_can_be_set_is_refused() => Assert.That(
        ErrorsOf("""{ "modalities": { "audio": { "kind": "audio", "backbone": { "name": "mean", "options": { "width": 3 } } } } }"""),
        Is.EqualTo(new[] { "run.json:1:90: there is no setting modalities.audio.backbone.options.width; nothing can be set here." }));

    [TestCase("\"5\"", "the text \"5\"")]
    [TestCase("2.5", "2.5")]
    [TestCase("true", "true")]
    [TestCase("null", "null")]
    [TestCase("[5]", "a list")]
    [TestCase("{}", "an object")]
    [TestCase("0", "0")]
    [TestCase("-3", "-3")]
    [TestCase("3000000000", "3000000000")]
    [TestCase("1e400", "1e400")]
    public void A_value_that_is_no_whole_number_in_range_is_refused_as_it_is_written(string value, string shown) => Assert.That(
        ErrorsOf($$"""{ "modalities": { "audio": { "kind": "audio" } }, "training": { "epochs": {{value}} } }"""),
        Is.EqualTo(new[] { $"run.json:1:65: training.epochs is {shown}; it must be a whole number of at least 1." }));

    [TestCase("1e999", "1e999")]
    [TestCase("-0.1", "-0.1")]
    [TestCase("1.5", "1.5")]
    [TestCase("\"0.5\"", "the text \"0.5\"")]
    public void A_number_out_of_range_is_refused_with_the_range(string value, string shown) => Assert.That(
        ErrorsOf($$"""{ "modalities": { "audio": { "kind": "audio", "backbone": { "options": { "dropout": {{value}} } } } } }"""),
        Is.EqualTo(new[] { $"run.json:1:74: modalities.audio.backbone.options.dropout is {shown}; it must be a number from 0 to 1." }));

    [TestCase("1", "1")]
    [TestCase("\"true\"", "the text \"true\"")]
    public void A_switch_takes_nothing_but_true_and_false(string value, string shown) => Assert.That(
        ErrorsOf($$"""{ "modalities": { "audio": { "kind": "audio" } }, "data": { "window": { "synchronous": {{value}} } } }"""),
        Is.EqualTo(new[] { $"run.json:1:73: data.window.synchronous is {shown}; it must be true or false." }));

    [Test]
    public void A_choice_that_does_not_exist_is_refused_with_all_and_the_nearest() => Assert.That(
        ErrorsOf("""{ "modalities": { "audio": { "kind": "audio", "options": { "scale": "slany" } } } }"""),
        Is.EqualTo(new[]
        {
            "run.json:1:60: modalities.audio.options.scale is the text \"slany\"; it must be one of slaney, htk; did you mean 'slaney'?",
        }));

    [Test]
    public void A_number_where_the_file_should_have_a_text_is_refused() => Assert.That(
        ErrorsOf("""{ "modalities": { "audio": { "kind": "audio" } }, "data": { "label": 7 } }"""),
        Is.EqualTo(new[] { "run.json:1:61: data.label is 7; it must be a text." }));

    [Test]
    public void A_text_where_a_list_is_expected_is_refused() => Assert.That(
        ErrorsOf("""{ "modalities": { "audio": { "kind": "audio" } }, "data": { "split": { "test": "05" } } }"""),
        Is.EqualTo(new[] { "run.json:1:72: data.split.test is the text \"05\"; it must be a list of texts." }));

    [Test]
    public void Every_wrong_element_of_a_list_is_refused_by_its_index() => Assert.That(
        ErrorsOf("""
            { "modalities": { "audio": { "kind": "audio", "backbone": { "options": { "dilations": [
              1, 0,
              "2", 4 ] } } } } }
            """),
        Is.EqualTo(new[]
        {
            "run.json:2:6: modalities.audio.backbone.options.dilations[1] is 0; "
                + "modalities.audio.backbone.options.dilations must be a list of whole numbers from 1 to 512.",
            "run.json:3:3: modalities.audio.backbone.options.dilations[2] is the text \"2\"; "
                + "modalities.audio.backbone.options.dilations must be a list of whole numbers from 1 to 512.",
        }));

    [Test]
    public void A_value_where_a_section_is_expected_is_refused() => Assert.That(
        ErrorsOf("""{ "modalities": { "audio": { "kind": "audio" } }, "training": 5 }"""),
        Is.EqualTo(new[] { "run.json:1:51: training is a number; it must be an object, { ... }." }));

    [Test]
    public void A_path_with_a_zero_character_is_refused() => Assert.That(
        ErrorsOf("""{ "modalities": { "audio": { "kind": "audio" } }, "data": { "root": "a\u0000b" } }"""),
        Has.One.Contains("data.root is the text").And.One.EndsWith("it must be a path."));

    [Test]
    public void A_long_text_is_shown_shortened()
    {
        var error = ErrorsOf($$"""{ "modalities": { "audio": { "kind": "{{new string('a', 500)}}" } } }""").Single();

        Assert.That(error, Does.Contain($"is the text \"{new string('a', 60)}...\""));
    }

    [Test]
    public void All_errors_are_reported_at_once_from_top_to_bottom() => Assert.That(
        ErrorsOf("""
            {
              "seed": -1,
              "modalities": { "audio": { "kind": "audio", "optoins": {} } },
              "training": { "batchSize": -4, "epochs": "5" },
              "projection": { "hidden": 0 }
            }
            """),
        Is.EqualTo(new[]
        {
            "run.json:2:3: seed is -1; it must be a whole number of at least 0.",
            "run.json:3:47: there is no setting modalities.audio.optoins; did you mean 'options'?",
            "run.json:4:17: training.batchSize is -4; it must be a whole number of at least 2.",
            "run.json:4:34: training.epochs is the text \"5\"; it must be a whole number of at least 1.",
            "run.json:5:19: projection.hidden is 0; it must be a whole number from 1 to 65536.",
        }));
}
