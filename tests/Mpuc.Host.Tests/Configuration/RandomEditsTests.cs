using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Mpuc.Host.Configuration;

namespace Mpuc.Host.Tests.Configuration;

/// <summary>Whatever a user does to a valid configuration, the loader answers with sentences.</summary>
internal sealed class RandomEditsTests : ConfigurationFixture
{
    private const string Valid = """
        {
          // Two modalities.
          "seed": 7,
          "data": { "kind": "synthetic", "root": "here", "split": { "test": ["a", "b"], "testFraction": 0.25 } },
          "modalities": {
            "voice": { "kind": "audio", "options": { "bands": 40, "mean": [0.25, 1e-7] }, "backbone": { "name": "tcn" } },
            "units": { "kind": "vectors", "options": { "columns": "all" } },
          },
          "objective": { "pairWeights": { "voice>units": 2.5 } },
          "training": { "epochs": 3, "learningRate": 0.003 }
        }
        """;

    private static readonly string[] Fragments =
    [
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"",
        "\\",
        "\0",
        "\n",
        " ",
        "null",
        "true",
        "0",
        "-1",
        "1e999",
        "99999999999",
        "\\ud800",
        "ä",
        "\u2028",
        "//",
        "/*",
        "voice",
        "kind",
        "a:b",
    ];

    private static readonly string[] Keys =
    [
        "seed",
        "training",
        "training.epochs",
        "training.epocs",
        "modalities",
        "modalities.voice",
        "modalities.voice.kind",
        "modalities.VOICE.kind",
        "modalities.new.kind",
        "modalities.units.options.columns",
        "data.split.test",
        "data.split.test.0",
        "objective.pairWeights.voice>units",
        "data.root",
        "",
        ".",
        "a:b",
        "plugins.folders",
    ];

    private static readonly string[] Values =
    [
        "",
        "5",
        "-5",
        "text",
        "[1,2]",
        "[\"x\"]",
        "{}",
        "{\"a\":1,\"a\":2}",
        "{\"kind\":\"audio\"}",
        "null",
        "true",
        "1e999",
        "\"",
        "[",
        "\0",
        "=",
        "{\"A\":1,\"a\":{\"b\":[{}]}}",
        "\ud800",
    ];

    private static Gen<(int Start, int Length, string Text)> Edit =>
        from start in Gen.Choose(0, Valid.Length)
        from length in Gen.Frequency((3, Gen.Constant(0)), (3, Gen.Choose(0, 6)), (1, Gen.Choose(0, 200)))
        from text in Gen.Elements(Fragments)
        select (start, length, text);

    private static Gen<string> Setting =>
        from key in Gen.Elements(Keys)
        from value in Gen.Elements(Values)
        select $"{key}={value}";

    [Test]
    public void Edited_text_loads_or_is_refused_in_sentences() =>
        Prop.ForAll(Edit.ArrayOf(3).ToArbitrary(), edits => Survives(Encoding.UTF8.GetBytes(Apply(edits)), [])).HoldsForAll(2000);

    [Test]
    public void A_setting_in_another_case_is_refused_by_its_name_whatever_its_value() => Assert.That(
        ErrorsOf("""{ "modalities": { "audio": { "kind": "audio" } }, "training": { "epochs": 3 } }""", "training.epochS=a few"),
        Is.EqualTo(new[] { "--set training.epochS=a few: there is no setting training.epochS; did you mean 'epochs'?" }));

    // The square of so many names would be half a minute.
    [Test]
    [MaxTime(5000)]
    public void A_hundred_thousand_names_are_told_apart_at_once()
    {
        var json = "{ " + string.Join(", ", Enumerable.Range(0, 100_000).Select(number => $"\"name{number}\": 1")) + ", \"NAME7\": 2 }";
        Assert.That(
            ErrorsOf(json)[^1],
            Does.EndWith("the key 'NAME7' differs only in case from 'name7' at run.json:1:87; one of the two must go."));
    }

    [Test]
    public void Edited_bytes_load_or_are_refused_in_sentences() => Prop.ForAll(
        Gen.Choose(0, Valid.Length - 1).Two().Select(pair => pair).ToArbitrary(),
        edit =>
        {
            var bytes = Encoding.UTF8.GetBytes(Valid);
            bytes[edit.Item1] = (byte)edit.Item2;
            Survives(bytes, []);
        }).HoldsForAll(1000);

    [Test]
    public void Any_settings_load_or_are_refused_in_sentences() =>
        Prop.ForAll(Setting.ListOf(3).ToArbitrary(), sets => Survives(Encoding.UTF8.GetBytes(Valid), [.. sets])).HoldsForAll(1000);

    [Test]
    public void Any_environment_loads_or_is_refused_in_sentences() => Prop.ForAll(Setting.ToArbitrary(), setting =>
    {
        var parts = setting.Split('=', 2);
        Variables.Clear();
        Variables["MPUC_" + parts[0].Replace(".", "__", StringComparison.Ordinal).ToUpperInvariant()] = parts[1];
        Survives(Encoding.UTF8.GetBytes(Valid), []);
    }).HoldsForAll(1000);

    private static string Apply(IEnumerable<(int Start, int Length, string Text)> edits)
    {
        var text = Valid;
        foreach (var (start, length, replacement) in edits)
        {
            var from = Math.Min(start, text.Length);
            text = text.Remove(from, Math.Min(length, text.Length - from)).Insert(from, replacement);
        }

        return text;
    }

    private void Survives(byte[] json, string[] sets)
    {
        File.WriteAllBytes(ConfigurationPath, json);
        try
        {
            _ = LoadFile(sets).Resolved.ToJsonString();
        }
        catch (MpucException exception)
        {
            foreach (var line in exception.Message.Split('\n'))
            {
                Assert.That(line, Does.Match(@"^(.*run\.json(:\d+:\d+)?|--set .*|MPUC_.*): .+[.?]$"));
            }
        }
    }
}
