using System.Text.Json.Nodes;

namespace Mpuc.EndToEnd.Tests;

/// <summary>Features of recordings, with encoders of a run or of a configuration, and a picture of what the encoders see.</summary>
public sealed class ExtractTests
{
    private static readonly byte[] PngSignature = [0x89, 0x50, 0x4E, 0x47];

    private readonly TinySet _set = new();

    [OneTimeSetUp]
    public void Train() => Assert.That(_set.Train().ExitCode, Is.Zero);

    [OneTimeTearDown]
    public void RemoveTheSet() => _set.Dispose();

    [Test]
    public void A_run_gives_the_features_of_its_whole_data_set_where_no_input_is_named()
    {
        var run = ProgramRun.Of("extract", _set.Output, "--output", _set["all.safetensors"], "--json");
        var header = Header(_set["all.safetensors"]);
        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.Zero, run.ToString());
            Assert.That(run.Json["trained"]!.GetValue<bool>(), Is.True);
            Assert.That(run.Json["recordings"]!.AsArray(), Has.Count.EqualTo(24));
            Assert.That(Shape(header, "features.voice"), Is.EqualTo(new[] { 24, 512 }));
            Assert.That(Shape(header, "features.face"), Is.EqualTo(new[] { 24, 512 }));
            Assert.That(Shape(header, "features"), Is.EqualTo(new[] { 24, 1024 }));
            Assert.That(JsonNode.Parse(header["__metadata__"]!["recordings"]!.GetValue<string>())!.AsArray(), Has.Count.EqualTo(24));
        });
    }

    [Test]
    public void A_configuration_gives_the_features_of_untrained_encoders_and_says_so()
    {
        var run = ProgramRun.Of("extract", _set.Configuration, _set["manifest.csv"], "--output", _set["untrained.csv"]);
        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.Zero, run.ToString());
            Assert.That(run.Error, Does.Contain("not trained"));
            Assert.That(run.Output.Trim(), Is.EqualTo(_set["untrained.csv"]));
            Assert.That(File.ReadLines(_set["untrained.csv"]).Count(), Is.EqualTo(25));
        });
    }

    [Test]
    public void A_file_that_lacks_a_modality_has_the_features_of_the_other_alone()
    {
        var run = ProgramRun.Of("extract", _set.Output, _set["ann-0.wav"], "--output", _set["one.csv"]);
        var cells = File.ReadLines(_set["one.csv"]).Last().Split(',');
        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.Zero, run.ToString());
            Assert.That(run.Error, Does.Contain("1 of 1 recordings lack the modality 'face'"));
            Assert.That(cells[0], Is.EqualTo("ann-0"));
            Assert.That(cells[1..513], Has.None.Empty);
            Assert.That(cells[513..], Has.All.Empty);
        });
    }

    [Test]
    public void The_same_recording_has_the_same_features_alone_and_among_others()
    {
        ProgramRun.Of("extract", _set.Output, _set["ann-0.wav"], "--output", _set["alone.csv"]);
        ProgramRun.Of("extract", _set.Output, _set["ann-0.wav"], _set["ann-1.wav"], _set["ben-1.wav"], "--output", _set["three.csv"]);
        var alone = File.ReadLines(_set["alone.csv"])
            .Single(line => line.StartsWith("ann-0,", StringComparison.Ordinal))
            .Split(',')[1..513];
        var among = File.ReadLines(_set["three.csv"])
            .Single(line => line.StartsWith("ann-0,", StringComparison.Ordinal))
            .Split(',')[1..513];
        var numbers = alone.Zip(among, (a, b) => (A: double.Parse(a, null), B: double.Parse(b, null))).ToList();
        Assert.That(numbers.Max(pair => Math.Abs(pair.A - pair.B)), Is.LessThan(1e-5 * (1 + numbers.Max(pair => Math.Abs(pair.A)))));
    }

    [Test]
    public void What_cannot_be_extracted_is_refused_and_nothing_is_written()
    {
        var output = _set["refused.csv"];
        Refusal.Check(ProgramRun.Of("extract", _set.Output, _set["none.wav"], "--output", output), "none.wav");
        Refusal.Check(
            ProgramRun.Of("extract", _set.Output, _set.Configuration, "--output", output), "None of the recordings has anything to read");
        Refusal.Check(ProgramRun.Of("extract", _set.Output, "--output", _set["refused.xyz"]), ".safetensors, .npy, .csv");
        Assert.That(output, Does.Not.Exist);
    }

    [Test]
    public void A_folder_without_labels_is_trained_on_and_its_retrieval_measured()
    {
        var configuration = _set["folder.json"];
        File.WriteAllText(configuration, """
            {
              "data": { "kind": "folder", "root": "folder", "window": { "seconds": 0.5 }, "split": { "by": "given" }, "cache": "cache" },
              "modalities": {
                "low": { "kind": "audio", "source": ".wav", "options": { "bands": 8 }, "backbone": { "name": "conv" } },
                "high": { "kind": "audio", "source": ".wav", "options": { "bands": 16 }, "backbone": { "name": "conv" } }
              },
              "training": { "epochs": 1, "batchSize": 4 }
            }
            """);
        foreach (var (index, split) in Enumerable.Range(0, 8).Select(index => (index, index < 5 ? "train" : "test")))
        {
            Directory.CreateDirectory(Path.Combine(_set["folder"], split));
            File.WriteAllBytes(Path.Combine(_set["folder"], split, $"{index}.wav"), WaveFile.Tone(200 + (100 * index), seconds: 0.6));
        }

        var training = ProgramRun.Of("train", configuration, "--output", _set["folder-run"]);
        var evaluation = ProgramRun.Of("evaluate", _set["folder-run"], "--json");
        Assert.Multiple(() =>
        {
            Assert.That(training.ExitCode, Is.Zero, training.ToString());
            Assert.That(evaluation.ExitCode, Is.Zero, evaluation.ToString());
            Assert.That(evaluation.Json["recordings"]!.GetValue<int>(), Is.EqualTo(3));
            Assert.That(evaluation.Json["heldOut"]!.GetValue<bool>(), Is.True);
            Assert.That(
                File.ReadAllText(Path.Combine(_set["folder-run"], "evaluation.json")).TrimEnd(), Is.EqualTo(evaluation.Output.TrimEnd()));
            Assert.That(
                evaluation.Json["representation"]!["retrieval"]!.AsArray().Select(pair => pair!["recordings"]!.GetValue<int>()),
                Is.EqualTo(new[] { 3, 3 }));
        });
        Assert.That(ProgramRun.Of("evaluate", _set["folder-run"]).Output, Does.Contain("3 test recordings").And.Contain("low > high"));
    }

    [Test]
    public void Inspecting_a_recording_draws_what_the_installed_modalities_see()
    {
        var run = ProgramRun.Of("inspect-media", _set["ann-0.wav"], "--output", _set["strip.png"]);
        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.Zero, run.ToString());
            Assert.That(File.ReadAllBytes(_set["strip.png"])[..4], Is.EqualTo(PngSignature));
        });
    }

    [Test]
    public void Inspecting_what_is_no_recording_is_refused_and_nothing_is_written()
    {
        File.WriteAllText(_set["noise.wav"], "no sound");
        Refusal.Check(ProgramRun.Of("inspect-media", _set["noise.wav"], "--output", _set["no.png"]), "noise.wav");
        Refusal.Check(ProgramRun.Of("inspect-media", _set["none.wav"], "--output", _set["no.png"]), "none.wav");
        Refusal.Check(ProgramRun.Of("inspect-media", _set["ann-0.wav"], "--output", _set["no.jpg"]), ".png");
        Assert.That(_set["no.png"], Does.Not.Exist);
    }

    private static JsonNode Header(string path)
    {
        using var stream = File.OpenRead(path);
        using var reader = new BinaryReader(stream);
        return JsonNode.Parse(reader.ReadBytes((int)reader.ReadInt64()))!;
    }

    private static int[] Shape(JsonNode header, string name) =>
        [.. header[name]!["shape"]!.AsArray().Select(size => size!.GetValue<int>())];
}
