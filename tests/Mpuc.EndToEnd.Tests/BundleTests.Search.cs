namespace Mpuc.EndToEnd.Tests;

/// <summary>Indices of recordings and searches in them, and data sets as inputs.</summary>
public sealed partial class BundleTests
{
    [Test]
    public void An_index_finds_recordings_by_a_sound_and_by_a_row_of_a_table()
    {
        var index = ProgramRun.Of("index", Zip, _set.Manifest, "--output", _set["index"], "--json");
        Assert.That(index.ExitCode, Is.Zero, index.ToString());
        Assert.That(index.Json["recordings"]!.GetValue<int>(), Is.EqualTo(24));

        var across = ProgramRun.Of("search", _set["index"], "--query", _set["ann-0.wav"], "--modality", "voice", "--top", "5", "--json");
        var hits = across.Json["hits"]!.AsArray();
        Assert.That(across.ExitCode, Is.Zero, across.ToString());
        Assert.That(hits.Select(hit => hit!["modality"]!.GetValue<string>()), Has.All.EqualTo("face").And.Exactly(5).Items);
        Assert.That(hits.Select(hit => hit!["score"]!.GetValue<double>()), Is.Ordered.Descending);

        var queries = ProgramRun.Of(
            "search",
            _set["index"],
            "--query",
            _set.Table + "#ben-3",
            "--query",
            _set.Table + "#cat-2",
            "--modality",
            "face",
            "--in",
            "face",
            "--top",
            "1",
            "--json");
        Assert.That(
            Lines(queries).Select(line => line["hits"]![0]!["id"]!.GetValue<string>()),
            Is.EqualTo(new[] { "ben-3", "cat-2" }),
            queries.ToString());
        Assert.That(Lines(queries).Select(line => line["hits"]![0]!["score"]!.GetValue<double>()), Has.All.EqualTo(1).Within(1e-5));
        Assert.That(
            ProgramRun.Of("search", _set["index"], "--query", _set["ann-0.wav"], "--modality", "voice").Output, Does.Contain("similarity"));

        Assert.That(
            Lines(queries)[1]["hits"]![0]!["files"]!.AsArray().Select(file => file!.GetValue<string>()),
            Is.EquivalentTo(new[] { _set["cat-2.wav"], _set.Table + "#cat-2" }));

        Refusal.Check(ProgramRun.Of("search", _set["index"], "--query", _set["none.wav"], "--modality", "voice"), "There is no file");
        Refusal.Check(
            ProgramRun.Of("search", _set["index"], "--query", _set["ann-0.wav"], "--modality", "face"),
            "is no file that 'face' reads, such as .csv");
        Refusal.Check(ProgramRun.Of("search", _set["index"], "--query", _set["ann-0.wav"], "--modality", "smell"), "no modality 'smell'");
        Refusal.Check(ProgramRun.Of("search", Bundle, "--query", _set["ann-0.wav"], "--modality", "voice"), "is no index");
        Refusal.Check(ProgramRun.Of("index", Bundle, _set["ann-0.wav"], "--output", _set.Output), "exists and is no index");
    }

    [Test]
    public void A_query_may_be_repeated_and_one_that_cannot_be_read_is_named()
    {
        Assert.That(ProgramRun.Of("index", Zip, _set.Manifest, "--output", _set["repeated"]).ExitCode, Is.Zero);
        var twice = Lines(
            ProgramRun.Of(
                "search", _set["repeated"], "--query", _set["ann-0.wav"], "--query", _set["ann-0.wav"], "--modality", "voice", "--json"));
        Assert.That(twice[1].ToJsonString(), Is.EqualTo(twice[0].ToJsonString()));
        File.WriteAllText(_set["silence.wav"], "no sound");
        Refusal.Check(
            ProgramRun.Of("search", _set["repeated"], "--query", _set["ann-0.wav"], "--query", _set["silence.wav"], "--modality", "voice"),
            $"Recording '{_set["silence.wav"]}'");
    }

    [Test]
    public void An_index_of_one_modality_says_what_it_lacks_and_is_searched_by_what_it_has()
    {
        var index = ProgramRun.Of("index", Zip, _set["ann-0.wav"], _set["ann-1.wav"], "--output", _set["voices"]);
        Assert.That(
            (index.ExitCode, index.Error),
            Is.EqualTo((0, "warning: No recording has the modality 'face', so nothing will be found by it.\n")));
        var search = ProgramRun.Of("search", _set["voices"], "--query", _set["ann-1.wav"], "--modality", "voice", "--json");
        Assert.That(search.Error, Does.Contain("in no other modality than 'voice'"));
        Assert.That(
            search.Json["hits"]!.AsArray().Select(hit => $"{hit!["id"]} {hit["modality"]}"),
            Is.EqualTo(new[] { "ann-1 voice", "ann-0 voice" }));
        Assert.That(ProgramRun.Of("search", _set["voices"], "--query", _set.Table + "#ann-1", "--modality", "face").Error, Is.Empty);
    }

    [Test]
    public void Inputs_of_a_kind_of_data_set_are_read_as_that_kind_does()
    {
        Directory.CreateDirectory(_set["ravdess"]);
        File.Copy(_set["ann-1.wav"], Path.Combine(_set["ravdess"], "03-01-03-01-01-01-01.wav"), overwrite: true);
        foreach (var command in new[] { "predict", "index", "extract" })
        {
            var run = ProgramRun.Of(
                [
                    command,
                    Zip,
                    _set["ravdess"],
                    "--kind",
                    "ravdess",
                    .. command == "predict" ? new[] { "--json" } : ["--output", _set[$"{command}.csv"]],
                ]);
            Assert.That(run.ExitCode, Is.Zero, run.ToString());
            Assert.That(run.Error, Does.Contain("action-units.csv"), command);
            Refusal.Check(
                ProgramRun.Of(
                    command, Zip, _set["ravdess"], "--kind", "smell", command == "predict" ? "--json" : $"--output={_set["smell.csv"]}"),
                "--kind must be one of");
        }
    }
}
