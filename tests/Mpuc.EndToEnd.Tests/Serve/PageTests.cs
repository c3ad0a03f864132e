using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Mpuc.EndToEnd.Tests;

/// <summary>The page of <c>mpuc serve</c> as Chromium shows it, with real videos of a talking face.</summary>
[Category("Slow")]
public sealed partial class PageTests
{
    private readonly Scratch _scratch = new();
    private string _clips = null!;
    private Browser _browser = null!;
    private ServedBundle _server = null!;

    [OneTimeSetUp]
    public void ServeAModelOfFacesAndVoices()
    {
        _clips = Path.GetFullPath(Path.Combine(Repository.Shared, "data", "grid"));
        if (!Directory.Exists(_clips))
        {
            Assert.Ignore("../shared/data/grid is absent");
        }

        if (ProgramRun.Of("weights", "fetch", "tiny-face-detector", "face-landmark-68") is { ExitCode: not 0 } fetch)
        {
            Assert.Ignore($"The face detector cannot be fetched: {fetch.Error}");
        }

        _browser = Browser.Start();
        var rows = new[] { "bbaf2n,happy", "brbk7n,sad", "lbax4n,happy", "lrwp9a,sad", "pwij3p,happy" }.Select(row => row.Split(','))
            .Select(row => $"{row[0]},train,{row[1]},{_clips}/{row[0]}.mpg,{_clips}/{row[0]}.mpg,{_clips}/{row[0]}.mpg");
        _scratch.Write("clips.csv", "id,split,mood,source.face,source.landmarks,source.audio\n" + string.Join('\n', rows) + "\n");
        var configuration = _scratch.Write("run.json", """
            {
              "data": { "kind": "manifest", "root": "clips.csv", "label": "mood", "cache": "cache", "window": { "seconds": 1, "views": 2 }, "split": { "by": "given" } },
              "modalities": {
                "face": { "kind": "face", "backbone": { "name": "conv3d" } },
                "landmarks": { "kind": "landmarks", "backbone": { "name": "tcn" } },
                "audio": { "kind": "audio", "options": { "bands": 32 }, "backbone": { "name": "conv" } }
              },
              "training": { "epochs": 1, "batchSize": 4 },
              "evaluation": { "probeEpochs": 2 }
            }
            """);
        Succeed("train", configuration, "--output", _scratch["run"]);
        Succeed("export", _scratch["run"], "--output", _scratch["bundle"]);
        _server = new ServedBundle(_scratch["bundle"]);
    }

    [OneTimeTearDown]
    public void Stop()
    {
        _server?.Dispose();
        _browser?.Dispose();
        _scratch.Dispose();
    }

    [TestCase(1280, false)]
    [TestCase(375, true)]
    public void A_video_is_judged_drawn_and_explained(int width, bool dark)
    {
        Open(width, dark);
        Upload(Path.Combine(_clips, "bbaf2n.mpg"));
        Until("document.querySelector('#result-title').textContent === 'bbaf2n'");
        Assert.Multiple(() =>
        {
            Assert.That(Number("document.querySelectorAll('#bars .bar').length"), Is.EqualTo(2));
            Assert.That(Number("document.querySelectorAll('#timeline path.curve').length"), Is.EqualTo(2));
            Assert.That(Number("document.querySelectorAll('#contributions .bar').length"), Is.EqualTo(3));
            Assert.That(Text("document.querySelector('#tracks img').alt"), Does.StartWith("audio: log-mel spectrogram"));
            Assert.That(Text("document.querySelector('#tracks h3').textContent"), Does.StartWith("audio log-mel spectrogram"));
            Assert.That(Text("document.querySelector('#drawn').textContent"), Does.Contain("face: ").And.Contain("landmarks: "));
            Assert.That(Text("document.querySelector('#time').textContent"), Is.EqualTo("0.0 / 3.0 s"));
            Assert.That(
                Number(
                    "document.querySelector('#verdict').getBoundingClientRect().bottom - "
                        + "document.querySelector('#stage').getBoundingClientRect().top"),
                width < 500 ? Is.LessThan(0) : Is.GreaterThan(0), "on a phone the answer comes first");
            Assert.That(Number("document.documentElement.scrollWidth - innerWidth"), Is.LessThanOrEqualTo(0));
        });
        Until("document.querySelector('#frame').naturalWidth > 100");
        Until(
            "(() => { const marks = document.querySelector('#marks'); return marks.getContext('2d').getImageData(0, 0, marks.width, "
                + "marks.height).data.some((value) => value > 0); })()");
        Complaints(Is.Empty);
    }

    [Test]
    public void A_video_that_the_browser_can_play_is_played_and_followed()
    {
        Open(1280, dark: false);
        Upload(Playable("clip.webm"));
        Until("document.querySelector('#result-title').textContent === 'clip' && document.querySelector('#video').videoWidth > 0");
        _browser.Evaluate("document.querySelector('#play').click(); 1");
        Until("Number(document.querySelector('#seek').value) > 0.2 && parseFloat(document.querySelector('.cursor').style.left) > 0");
        _browser.Evaluate("document.querySelector('#play').click(); 1");
        Assert.That(Text("document.querySelector('#play').textContent"), Is.EqualTo("Play"));
        Complaints(Is.Empty);
    }

    [Test]
    public void A_video_that_is_started_before_its_first_frame_has_come_plays_from_there()
    {
        Open(1280, dark: false);
        _browser.Evaluate(
            "document.querySelector('#video').addEventListener('loadedmetadata', () => document.querySelector('#play').click(), { once: "
                + "true }); 1");
        Upload(Playable("early.webm"));
        Until("!document.querySelector('#video').hidden && Number(document.querySelector('#seek').value) > 1");
        Complaints(Is.Empty);
    }

    [Test]
    public void What_starts_and_stops_the_video_from_outside_shows_on_the_button_and_so_does_its_end()
    {
        const string Label = "document.querySelector('#play').textContent";
        Open(1280, dark: false);
        Upload(Playable("keys.webm"));
        Until("document.querySelector('#result-title').textContent === 'keys' && !document.querySelector('#video').hidden");
        _browser.Evaluate(
            "document.querySelector('#play').click(); document.querySelector('#play').click(); document.querySelector('#video').play(); 1");
        Until($"{Label} === 'Pause' && Number(document.querySelector('#seek').value) > 0.1");
        _browser.Evaluate("document.querySelector('#video').pause(); 1");
        Until($"{Label} === 'Play'");
        Assert.That(
            _browser.Evaluate("document.querySelector('#play').click(); document.querySelector('#video').paused").GetValue<bool>(),
            Is.False);
        Until($"{Label} === 'Play' && Number(document.querySelector('#seek').value) > 2.5");
        Complaints(Is.Empty);
    }

    [Test]
    public void A_video_without_sound_is_judged_by_its_pictures()
    {
        Succeed(
            new ProcessStartInfo(
                "ffmpeg", ["-v", "error", "-y", "-i", Path.Combine(_clips, "lbax4n.mpg"), "-an", "-c:v", "copy", _scratch["silent.mpg"]]));
        Open(1280, dark: false);
        Upload(_scratch["silent.mpg"]);
        Until("document.querySelector('#result-title').textContent === 'silent'");
        Assert.That(Text("document.querySelector('#modalities').textContent"), Is.EqualTo("facelandmarksaudio (missing)"));
        Assert.That(Number("document.querySelectorAll('#contributions .bar').length"), Is.EqualTo(2));
        Complaints(Is.Empty);
    }

    [Test]
    public void Switching_a_modality_off_by_keyboard_shows_what_changes_and_the_last_one_stays()
    {
        Open(1280, dark: false);
        Upload(Path.Combine(_clips, "pwij3p.mpg"));
        Until("document.querySelector('#result-title').textContent === 'pwij3p'");
        Press("face");
        Assert.That(Text("document.querySelector('#change').textContent"), Does.StartWith("Without face,"));
        Press("landmarks");
        Assert.That(Text("document.querySelector('#change').textContent"), Does.StartWith("Without face and landmarks,"));
        Press("audio");
        Assert.That(Text("document.querySelector('#change').textContent"), Is.EqualTo("At least one modality is needed."));
        Assert.That(Number("document.querySelectorAll('#modalities :checked').length"), Is.EqualTo(1));
        Press("face");
        Press("landmarks");
        Assert.That(Text("document.querySelector('#change').textContent"), Is.Empty);
    }

    [TestCase("empty.mp4", "", "'empty.mp4' is empty (0 bytes)")]
    [TestCase("noise.mp4", "no video", "noise.mp4")]
    [TestCase("letter.pdf", "dear", "'letter.pdf' is of no type that the model reads")]
    public void What_cannot_be_judged_is_told_in_a_sentence_and_the_next_upload_works(string name, string content, string message)
    {
        Open(1280, dark: false);
        Upload(_scratch.Write(name, content));
        Until("!document.querySelector('#error').hidden");
        Assert.That(Text("document.querySelector('#error').textContent"), Does.Contain(message).And.Not.Contains("/tmp/"));
        Assert.That(Text("document.querySelector('#error').getAttribute('role')"), Is.EqualTo("alert"));
        Upload(Path.Combine(_clips, "bbaf2n.mpg"));
        Until("document.querySelector('#result-title').textContent === 'bbaf2n' && document.querySelector('#error').hidden");
    }

    [Test]
    public void Every_control_has_a_name_and_can_be_reached_by_keyboard()
    {
        Open(1280, dark: false);
        Upload(Path.Combine(_clips, "bbaf2n.mpg"));
        Until("document.querySelector('#result-title').textContent === 'bbaf2n'");
        Assert.That(
            Number(
                "[...document.querySelectorAll('button, input, textarea')].filter(one => one.checkVisibility() && "
                    + "!(one.textContent.trim() || one.ariaLabel || one.labels?.length && one.labels[0].textContent.trim())).length"),
            Is.Zero);
        Assert.That(
            Number(
                "[...document.querySelectorAll('img, svg')].filter(one => one.checkVisibility() && !(one.alt || "
                    + "one.getAttribute('aria-label') || one.closest('[aria-hidden]'))).length"),
            Is.Zero);
        Assert.That(
            Number(
                "[...document.querySelectorAll('button, input, textarea')].filter(one => one.checkVisibility() && one.tabIndex < "
                    + "0).length"),
            Is.Zero);
    }

    // MPEG-1, as the clips are, plays in no browser.
    private string Playable(string name)
    {
        Succeed(
            new ProcessStartInfo(
                "ffmpeg",
                [
                    "-v",
                    "error",
                    "-y",
                    "-i",
                    Path.Combine(_clips, "lbax4n.mpg"),
                    "-c:v",
                    "libvpx",
                    "-b:v",
                    "300k",
                    "-c:a",
                    "libopus",
                    _scratch[name],
                ]));
        return _scratch[name];
    }

    private void Open(int width, bool dark) =>
        _browser.Visit(_server.Address, "document.querySelector('#accepts')?.textContent", width, dark);

    private void Upload(string path)
    {
        var document = _browser.Send("DOM.getDocument");
        var input = _browser.Send(
            "DOM.querySelector", new JsonObject { ["nodeId"] = document["root"]!["nodeId"]!.GetValue<int>(), ["selector"] = "#files" });
        _browser.Send(
            "DOM.setFileInputFiles", new JsonObject { ["nodeId"] = input["nodeId"]!.GetValue<int>(), ["files"] = new JsonArray(path) });
    }

    private void Press(string modality)
    {
        _browser.Evaluate($"document.querySelector('input[value={modality}]').focus(); 1");
        foreach (var type in new[] { "keyDown", "keyUp" })
        {
            _browser.Send(
                "Input.dispatchKeyEvent",
                new JsonObject { ["type"] = type, ["key"] = " ", ["code"] = "Space", ["text"] = " ", ["windowsVirtualKeyCode"] = 32 });
        }
    }

    private void Until(string condition) => _browser.Until(condition);

    // Requests to the server itself are what the page is for.
    private void Complaints(NUnit.Framework.Constraints.IResolveConstraint expected) =>
        Assert.That(
            _browser.Complaints.Where(complaint => !complaint.StartsWith(_server.Address.AbsoluteUri, StringComparison.Ordinal)), expected);

    private int Number(string script) => (int)_browser.Evaluate(script).GetValue<double>();

    private string Text(string script) => _browser.Evaluate(script).GetValue<string>();

    private static void Succeed(params string[] arguments)
    {
        var run = ProgramRun.Of(arguments);
        Assert.That(run.ExitCode, Is.Zero, run.ToString());
    }

    private static void Succeed(ProcessStartInfo start)
    {
        var run = ProgramRun.Of(start);
        Assert.That(run.ExitCode, Is.Zero, run.ToString());
    }
}
