using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;

namespace Mpuc.EndToEnd.Tests;

/// <summary>Videos without a sound track, of which the modality <c>voice</c> finds nothing.</summary>
public sealed partial class BundleTests
{
    [Test]
    public void A_video_without_sound_is_judged_extracted_and_indexed_by_what_else_the_recording_has()
    {
        var manifest = Silent("silent");
        var prediction = ProgramRun.Of("predict", Zip, manifest, "--json", "--subsets", "--timeline");
        var features = ProgramRun.Of("extract", Zip, manifest, "--output", _set["silent-features.csv"]);
        var index = ProgramRun.Of("index", Zip, manifest, "--output", _set["silent-index"], "--json");
        Assert.Multiple(() =>
        {
            Assert.That(prediction.ExitCode, Is.Zero, prediction.ToString());
            Assert.That(prediction.Json["modalities"]!.AsArray().Select(name => name!.GetValue<string>()), Is.EqualTo(new[] { "face" }));
            Assert.That(prediction.Json["subsets"]!.AsArray(), Has.Count.EqualTo(1));
            Assert.That(features.ExitCode, Is.Zero, features.ToString());
            Assert.That(File.ReadLines(_set["silent-features.csv"]).Last().Split(',')[1..513], Has.All.Empty);
            Assert.That(File.ReadLines(_set["silent-features.csv"]).Last().Split(',')[513..], Has.None.Empty);
            Assert.That(index.ExitCode, Is.Zero, index.ToString());
            Assert.That(
                index.Json["modalities"]!.AsArray().Select(modality =>
                    (modality!["name"]!.GetValue<string>(), modality["recordings"]!.GetValue<int>())),
                Is.EqualTo(new[] { ("voice", 0), ("face", 1) }));
        });
    }

    [Test]
    public void It_is_refused_where_the_modality_was_asked_for_by_name_or_nothing_else_is_left()
    {
        var manifest = Silent("quiet");
        Assert.That(
            Reason("predict", Bundle, manifest, "--modalities", "voice,face"),
            Does.Contain(
                "lacks the modality 'voice', which was asked for by name").And.Contains("quiet.mkv").And.Contains("no audio track"));
        Assert.That(
            Reason("predict", Bundle, _set["quiet.mkv"]),
            Does.Contain("has nothing that the model reads").And.Contains("quiet.mkv' cannot be read as audio: it has no audio track;"));
        Refusal.Check(ProgramRun.Of("index", Bundle, _set["quiet.mkv"], "--output", _set["quiet-index"]), "it has no audio track");
        File.WriteAllText(_set["quiet.mkv"], "no video");
        Assert.That(
            Reason("predict", Bundle, manifest),
            Does.Contain("modality 'voice'").And.Contains("cannot be read as audio"),
            "what is damaged is not missing");
    }

    [Test]
    public void A_training_and_its_evaluation_list_it_and_go_on_without_its_sound()
    {
        var manifest = Silent("mute", File.ReadAllText(_set.Manifest));
        var configuration = JsonNode.Parse(File.ReadAllText(_set.Configuration))!;
        configuration["data"]!["root"] = Path.GetFileName(manifest);
        File.WriteAllText(_set["mute.json"], configuration.ToJsonString());
        var training = ProgramRun.Of("train", _set["mute.json"], "--output", _set["mute-run"]);
        var features = ProgramRun.Of(
            "extract", _set["mute-run"], _set["mute.mkv"], _set["ann-0.wav"], "--output", _set["mute-features.csv"]);
        const string Told = "1 recordings lack the modality 'voice', such as: Recording 'mute', modality 'voice'";
        Assert.Multiple(() =>
        {
            Assert.That(training.ExitCode, Is.Zero, training.ToString());
            Assert.That(training.Error, Does.Contain(Told));
            Assert.That(File.ReadAllText(Path.Combine(_set["mute-run"], "manifest.json")), Does.Contain("1 recordings lack the modality"));
            Assert.That(features.ExitCode, Is.Zero, features.ToString());
            Assert.That(features.Error, Does.Contain(Told).And.Contain("The recording 'mute' is left out"));
            Assert.That(File.ReadLines(_set["mute-features.csv"]).Count(), Is.EqualTo(2));
        });
        Refusal.Check(
            ProgramRun.Of("extract", _set["mute-run"], _set["mute.mkv"], "--output", _set["nothing.csv"]),
            "None of the recordings holds anything of voice, face");
    }

    [Test]
    public async Task A_server_answers_with_what_is_missing()
    {
        Silent("still");
        using var server = new ServedBundle(Zip);
        foreach (var path in new[] { "v1/predict", "v1/features" })
        {
            using var form = new MultipartFormDataContent { { new ByteArrayContent(await File.ReadAllBytesAsync(_set["still.mkv"])), "file", "still.mkv" } };
            using var answer = await server.Client.PostAsync(path, form);
            var detail = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["detail"]!.GetValue<string>();
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
            Assert.That(
                detail,
                Does.StartWith(
                    "Recording 'still' has nothing that the model reads: it has .mkv, and 'still.mkv' cannot be read as audio: it has "
                        + "no audio track; 'face' reads"));
        }
    }

    // A recording of a silent video and a row of the table, in a manifest of its own or at the end of another; returns the manifest.
    private string Silent(string id, string manifest = "id,group,mood,source.audio,source.vectors\n")
    {
        try
        {
            var run = ProgramRun.Of(
                new ProcessStartInfo(
                    "ffmpeg", ["-v", "error", "-y", "-f", "lavfi", "-i", "testsrc=duration=0.2:size=32x32:rate=10", _set[id + ".mkv"]]));
            Assert.That(run.ExitCode, Is.Zero, run.ToString());
        }
        catch (Win32Exception)
        {
            Assert.Ignore("There is no ffmpeg to make a video with.");
        }

        File.WriteAllText(_set[id + ".csv"], $"{manifest}{id},ann,calm,{id}.mkv,table.csv#ann-0\n");
        return _set[id + ".csv"];
    }

    private string Reason(params string[] arguments)
    {
        var run = ProgramRun.Of([.. arguments, "--quarantine", _set["reason.jsonl"]]);
        Assert.That(run.ExitCode, Is.EqualTo(1), run.ToString());
        return JsonNode.Parse(File.ReadLines(_set["reason.jsonl"]).Single())!["reason"]!.GetValue<string>();
    }
}
