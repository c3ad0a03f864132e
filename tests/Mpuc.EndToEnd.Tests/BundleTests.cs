using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json.Nodes;

namespace Mpuc.EndToEnd.Tests;

/// <summary>From a run to a bundle, and from a bundle to predictions, as a user would.</summary>
public sealed partial class BundleTests
{
    private readonly TinySet _set = new();

    private string Bundle => _set["bundle"];

    private string Zip => _set["bundle.zip"];

    [OneTimeSetUp]
    public void TrainAndExport()
    {
        Assert.That(_set.Train().ExitCode, Is.Zero);
        foreach (var output in new[] { Bundle, Zip })
        {
            var export = ProgramRun.Of("export", _set.Output, "--output", output, "--set", "evaluation.probeEpochs=20");
            Assert.That(export.ExitCode, Is.Zero, export.ToString());
            Assert.That(export.Output.Trim(), Is.EqualTo(output));
        }
    }

    [OneTimeTearDown]
    public void RemoveTheSet() => _set.Dispose();

    [Test]
    public void A_bundle_holds_weights_configuration_classifier_and_a_card_and_names_no_path_of_this_machine()
    {
        var manifest = JsonNode.Parse(File.ReadAllText(Path.Combine(Bundle, "bundle.json")))!;
        Assert.Multiple(() =>
        {
            Assert.That(
                Directory.GetFiles(Bundle).Select(Path.GetFileName),
                Is.EquivalentTo(new[] { "bundle.json", "config.json", "encoders.safetensors", "classifier.safetensors", "model-card.md" }));
            Assert.That(
                manifest["task"]!["classes"]!.AsArray().Select(name => name!.GetValue<string>()), Is.EqualTo(new[] { "calm", "cheerful" }));
            Assert.That(manifest["task"]!["subsets"]!.AsArray(), Has.Count.EqualTo(3));
            Assert.That(manifest["modalities"]![0]!["plugin"]!["id"]!.GetValue<string>(), Is.EqualTo("mpuc.audio"));
            Assert.That(
                File.ReadAllText(Path.Combine(Bundle, "model-card.md")),
                Does.Contain("| voice + face | 8 |").And.Contain("Licence of the data"));
            Assert.That(
                Directory.GetFiles(Bundle, "*.json").Append(Path.Combine(Bundle, "model-card.md")).Select(File.ReadAllText),
                Has.None.Contains(Path.GetDirectoryName(Bundle)));
        });
    }

    [Test]
    public void Predictions_of_a_manifest_are_one_line_of_json_each_and_mostly_right()
    {
        var run = ProgramRun.Of("predict", Zip, _set.Manifest, "--json");
        var lines = Lines(run);
        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.Zero, run.ToString());
            Assert.That(lines, Has.Count.EqualTo(24));
            Assert.That(
                lines.Select(line => line["probabilities"]!.AsObject().Sum(pair => pair.Value!.GetValue<double>())),
                Has.All.EqualTo(1).Within(1e-5));
            Assert.That(lines.Select(line => line["contributions"]!.AsObject().Count), Has.All.EqualTo(2));
            Assert.That(lines.Count(line => line["top"]!.GetValue<string>() == Truth(line)), Is.GreaterThanOrEqualTo(20));
        });
    }

    [Test]
    public void A_folder_and_a_zip_file_of_one_run_predict_the_same()
    {
        var (folder, zip) = (
            ProgramRun.Of("predict", Bundle, _set["ann-0.wav"], "--json"), ProgramRun.Of("predict", Zip, _set["ann-0.wav"], "--json"));
        Assert.That(folder.Output, Is.EqualTo(zip.Output).And.Contains("\"modalities\":[\"voice\"]"));
    }

    [Test]
    public void A_timeline_covers_a_long_recording_in_steps_of_half_a_window()
    {
        File.WriteAllBytes(_set["long.wav"], WaveFile.Tone(300, seconds: 1.9));
        var windows = Lines(ProgramRun.Of("predict", Bundle, _set["long.wav"], "--timeline", "--json")).Single()["timeline"]!.AsArray();
        var starts = windows.Select(window => window!["start"]!.GetValue<double>()).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(starts.Take(3), Is.EqualTo(new[] { 0, 0.25, 0.5 }).Within(1e-9));
            Assert.That(starts[^1], Is.EqualTo(1.4).Within(0.05), "the last window ends with the recording");
            Assert.That(windows.Select(window => window!["top"]!.GetValue<string>()), Has.All.AnyOf("calm", "cheerful"));
        });
    }

    [Test]
    public void Csv_has_a_row_a_recording_and_a_pipe_takes_json()
    {
        var csv = ProgramRun.Of(
            "predict", Bundle, _set["ann-0.wav"], _set["ben-1.wav"], "--csv").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.That(csv[0].TrimEnd('\r'), Is.EqualTo("id,modalities,top,p.calm,p.cheerful,contribution.voice,contribution.face"));
        Assert.That(csv, Has.Length.EqualTo(3));
        Assert.That(ProgramRun.Of("predict", Bundle, _set["ann-0.wav"]).Json["id"]!.GetValue<string>(), Is.EqualTo("ann-0"));
    }

    [Test]
    public void Bad_inputs_are_quarantined_with_their_reasons_and_the_rest_is_judged()
    {
        File.WriteAllBytes(_set["empty.wav"], []);
        File.WriteAllText(_set["noise.wav"], "no sound");
        File.WriteAllText(_set["letter.pdf"], "no modality");
        var run = ProgramRun.Of(
            "predict",
            Bundle,
            _set["empty.wav"],
            _set["ann-0.wav"],
            _set["noise.wav"],
            _set["letter.pdf"],
            _set["none.wav"],
            "--json",
            "--quarantine",
            _set["bad.jsonl"]);
        var reasons = File.ReadLines(_set["bad.jsonl"]).Select(line => JsonNode.Parse(line)!).ToDictionary(
            line => Path.GetFileName(line["id"]!.GetValue<string>()), line => line["reason"]!.GetValue<string>());
        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.EqualTo(1), run.ToString());
            Assert.That(Lines(run).Single()["id"]!.GetValue<string>(), Is.EqualTo("ann-0"));
            Assert.That(run.Error, Does.Contain("4 of 5 inputs could not be judged").And.Contain("bad.jsonl"));
            Assert.That(reasons.Keys, Is.EquivalentTo(new[] { "empty", "noise", "letter", "none.wav" }));
            Assert.That(reasons["letter"], Does.Contain("nothing that the model reads"));
            Assert.That(reasons["empty"], Does.Contain("empty.wav"));
        });
    }

    [Test]
    public void What_no_input_can_be_judged_with_stops_the_command_and_quarantines_nothing()
    {
        Refusal.Check(
            ProgramRun.Of("predict", Bundle, _set["ann-0.wav"], "--modalities", "voice,smell", "--quarantine", _set["smell.jsonl"]),
            "The model has no modality 'smell'; there are voice, face.");
        Assert.That(ProgramRun.Of("export", _set.Output, "--output", _set["unlabelled"], "--set", "data.label=").ExitCode, Is.Zero);
        Refusal.Check(
            ProgramRun.Of("predict", _set["unlabelled"], _set["ann-0.wav"], "--quarantine", _set["smell.jsonl"]), "has no classifier");
        Assert.That(File.Exists(_set["smell.jsonl"]), Is.False);
    }

    [Test]
    public void A_file_that_a_manifest_names_and_that_is_gone_costs_its_recording_alone()
    {
        var manifest = _set["gone.csv"];
        File.WriteAllText(manifest, "id,source.audio\nthere,ann-0.wav\ngone,none.wav\n");
        var run = ProgramRun.Of("predict", Bundle, manifest, "--json", "--quarantine", _set["gone.jsonl"]);
        Assert.That(run.ExitCode, Is.EqualTo(1), run.ToString());
        Assert.That(Lines(run).Single()["id"]!.GetValue<string>(), Is.EqualTo("there"));
        Assert.That(File.ReadAllText(_set["gone.jsonl"]), Does.Contain("\"id\":\"gone\"").And.Contains("none.wav"));
        var nothing = ProgramRun.Of("predict", Bundle, _set["none.wav"], "--quarantine", _set["gone.jsonl"]);
        Assert.That((nothing.ExitCode, nothing.Output), Is.EqualTo((1, string.Empty)), "there is no table of nothing");
    }

    [Test]
    public void Every_subset_is_judged_as_if_the_other_modalities_were_missing()
    {
        var judged = Lines(ProgramRun.Of("predict", Bundle, _set.Manifest, "--subsets", "--timeline", "--json"))[0];
        var voice = Lines(ProgramRun.Of("predict", Bundle, _set.Manifest, "--modalities", "voice", "--timeline", "--json"))[0];
        var subsets = judged["subsets"]!.AsArray().ToDictionary(
            subset => string.Join('+', subset!["modalities"]!.AsArray()), subset => subset!);
        Assert.That(subsets.Keys, Is.EquivalentTo(new[] { "voice+face", "voice", "face" }));
        Assert.That(subsets["voice+face"]["probabilities"]!.ToJsonString(), Is.EqualTo(judged["probabilities"]!.ToJsonString()));
        Assert.That(
            subsets["voice"]["probabilities"]!["calm"]!.GetValue<double>(),
            Is.EqualTo(voice["probabilities"]!["calm"]!.GetValue<double>()).Within(1e-5));
        Assert.That(subsets["voice"]["timeline"]!.AsArray(), Has.Count.EqualTo(voice["timeline"]!.AsArray().Count));
        Assert.That(voice.AsObject().ContainsKey("subsets"), Is.False);
    }

    [Test]
    public async Task A_served_bundle_judges_uploads_as_the_command_does_and_leaves_nothing_when_it_ends()
    {
        using var server = new ServedBundle(Zip);
        Assert.That(await server.Client.GetStringAsync("health"), Is.EqualTo("""{"status":"ok"}"""));
        Assert.That(await server.Client.GetStringAsync(string.Empty), Does.Contain("<title>Mpuc"));
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(number => PostAsync(server, _set[$"ben-{number}.wav"])));
        string[] files = [.. Enumerable.Range(0, 6).Select(number => _set[$"ben-{number}.wav"])];
        var expected = Lines(ProgramRun.Of(["predict", Zip, .. files, "--json"]));
        Assert.That(
            answers.Select(answer => answer["prediction"]!["top"]!.GetValue<string>()),
            Is.EqualTo(expected.Select(line => line["top"]!.GetValue<string>())));
        Assert.That(
            answers.Select(answer => answer["prediction"]!["probabilities"]!["calm"]!.GetValue<double>()),
            Is.EqualTo(expected.Select(line => line["probabilities"]!["calm"]!.GetValue<double>())).Within(1e-4));
        var (exitCode, log, left) = server.Stop();
        Assert.That((exitCode, left), Is.EqualTo((0, Array.Empty<string>())), log);
        Assert.That(JsonNode.Parse(log.Split('\n')[0])!["Properties"]!["Path"]!.GetValue<string>(), Is.EqualTo("/health"));
        Refusal.Check(ProgramRun.Of("serve", Zip, "--host", "0.0.0.0"), "--token-file");
    }

    [Test]
    public void Extraction_takes_a_bundle_as_well()
    {
        var run = ProgramRun.Of("extract", Zip, _set["ann-0.wav"], "--output", _set["bundle.csv"]);
        var trained = ProgramRun.Of("extract", _set.Output, _set["ann-0.wav"], "--output", _set["run.csv"]);
        Assert.That((run.ExitCode, trained.ExitCode), Is.EqualTo((0, 0)), run.ToString());
        Assert.That(File.ReadAllText(_set["bundle.csv"]), Is.EqualTo(File.ReadAllText(_set["run.csv"])));
    }

    [Test]
    public void The_sample_application_judges_several_recordings_side_by_side_as_the_command_does()
    {
        string[] files = [.. Enumerable.Range(0, 6).Select(number => _set[$"ben-{number}.wav"])];
        var sample = Sample([Zip, .. files]);
        var expected = Lines(ProgramRun.Of(["predict", Zip, .. files, "--json"])).Select(line => $"{line["id"]}: mood {line["top"]}");
        Assert.That(sample.ExitCode, Is.Zero, sample.ToString());
        Assert.That(
            sample.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(',')[0]), Is.EqualTo(expected));
        Refusal.Check(Sample([Zip, _set["none.wav"]]), "There is no file");
    }

    [Test]
    public void A_damaged_bundle_is_refused_with_what_is_wrong()
    {
        var cut = Copy("cut");
        File.WriteAllBytes(Path.Combine(cut, "encoders.safetensors"), File.ReadAllBytes(Path.Combine(cut, "encoders.safetensors"))[..^100]);
        Refusal.Check(ProgramRun.Of("predict", cut, _set["ann-0.wav"]), "'encoders.safetensors' has");

        var other = Copy("other");
        var manifest = Path.Combine(other, "bundle.json");
        File.WriteAllText(
            manifest, File.ReadAllText(manifest).Replace("\"version\": \"0.1.0", "\"version\": \"7.0.0", StringComparison.Ordinal));
        Refusal.Check(ProgramRun.Of("predict", other, _set["ann-0.wav"]), "was made with the plugin mpuc.audio 7.0.0");

        using (var archive = ZipFile.Open(_set["evil.zip"], ZipArchiveMode.Create))
        {
            using var writer = new StreamWriter(archive.CreateEntry("../evil.txt").Open());
            writer.Write("evil");
        }

        Refusal.Check(ProgramRun.Of("predict", _set["evil.zip"], _set["ann-0.wav"]), "'../evil.txt'");
        Refusal.Check(ProgramRun.Of("predict", _set.Output, _set["ann-0.wav"]), "is no bundle");
        Refusal.Check(ProgramRun.Of("export", _set.Output, "--output", _set.Output), "exists and is no bundle");
    }

    private static async Task<JsonNode> PostAsync(ServedBundle server, string file)
    {
        using var form =
            new MultipartFormDataContent { { new ByteArrayContent(await File.ReadAllBytesAsync(file)), "file", Path.GetFileName(file) } };
        using var answer = await server.Client.PostAsync("v1/predict", form);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }

    private static ProgramRun Sample(string[] arguments) => ProgramRun.Of(
        new ProcessStartInfo(Path.Combine(Repository.Root, "artifacts", "bin", "Predict", "release", "Predict"), arguments)
        {
            Environment = { ["MPUC_PLUGINS"] = Repository.Plugins, ["DOTNET_ROOT"] = ProgramRun.DotnetRoot() },
        });

    private string Copy(string name)
    {
        Directory.CreateDirectory(_set[name]);
        foreach (var file in Directory.GetFiles(Bundle))
        {
            File.Copy(file, Path.Combine(_set[name], Path.GetFileName(file)));
        }

        return _set[name];
    }

    private static List<JsonNode> Lines(ProgramRun run) =>
        [.. run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];

    // The number after the speaker's name is odd for the cheerful ones.
    private static string Truth(JsonNode line) => line["id"]!.GetValue<string>()[^1] % 2 == 1 ? "cheerful" : "calm";
}
