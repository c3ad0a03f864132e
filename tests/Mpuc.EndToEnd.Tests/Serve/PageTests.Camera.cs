using System.Diagnostics;

namespace Mpuc.EndToEnd.Tests;

/// <summary>Recording on the page, with a face and a voice that Chromium takes for a camera and a microphone.</summary>
public sealed partial class PageTests
{
    private const string Recorded = "document.querySelector('#result-title').textContent === 'recording'";

    [Test]
    public void What_camera_and_microphone_record_is_judged()
    {
        using var browser = Camera("--use-fake-ui-for-media-stream");
        Record(browser);
        Stop(browser);
        browser.Until($"{Recorded} && document.querySelector('#video').videoWidth > 0");
        Assert.Multiple(() =>
        {
            Assert.That(Value(browser, "document.querySelector('#modalities').textContent"), Is.EqualTo("facelandmarksaudio"));
            Assert.That(Value(browser, "document.querySelectorAll('#timeline path.curve').length"), Is.EqualTo("2"));
            Assert.That(
                Value(browser, "document.querySelector('#camera').srcObject === null && document.querySelector('#recorder').hidden"),
                Is.EqualTo("true"),
                "the camera is off");
            Assert.That(Value(browser, "Number(document.querySelector('#seek').max) > 1"), Is.EqualTo("true"));
        });
        browser.Evaluate("document.querySelector('#play').click(); 1");
        browser.Until("Number(document.querySelector('#seek').value) > 0.2");
        Assert.That(
            browser.Complaints.Where(complaint => !complaint.StartsWith(_server.Address.AbsoluteUri, StringComparison.Ordinal)), Is.Empty);
        KeepPicture(browser);
    }

    [Test]
    public void A_recording_that_is_given_up_is_sent_nowhere_and_another_can_be_made()
    {
        using var browser = Camera("--use-fake-ui-for-media-stream");
        Record(browser);
        browser.Evaluate("document.querySelector('#cancel').click(); 1");
        browser.Until("document.querySelector('#recorder').hidden && !document.querySelector('#record').disabled");
        Assert.That(browser.Complaints, Has.None.Contains("v1/predict"));
        Record(browser);
        Stop(browser);
        browser.Until(Recorded);
    }

    [Test]
    public void Without_a_microphone_the_pictures_are_judged()
    {
        using var browser = Camera("--use-fake-ui-for-media-stream");
        browser.Evaluate("navigator.mediaDevices.enumerateDevices = async () => [{ kind: 'videoinput' }]; 1");
        Record(browser);
        Stop(browser);
        browser.Until(Recorded);
        Assert.That(Value(browser, "document.querySelector('#modalities').textContent"), Is.EqualTo("facelandmarksaudio (missing)"));
    }

    [Test]
    public void A_browser_that_may_not_use_the_camera_says_so()
    {
        using var browser = Camera("--deny-permission-prompts");
        browser.Evaluate("document.querySelector('#record').click(); 1");
        browser.Until("!document.querySelector('#error').hidden");
        Assert.That(
            Value(browser, "document.querySelector('#error').textContent"),
            Is.EqualTo("The browser was not allowed to use the camera and the microphone."));
        Assert.That(
            Value(browser, "document.querySelector('#record').disabled || !document.querySelector('#recorder').hidden"),
            Is.EqualTo("false"));
    }

    private Browser Camera(params string[] options)
    {
        var (picture, sound) = (_scratch["camera.mjpeg"], _scratch["microphone.wav"]);
        Succeed(
            new ProcessStartInfo(
                "ffmpeg",
                [
                    "-v",
                    "error",
                    "-y",
                    "-i",
                    Path.Combine(_clips, "bbaf2n.mpg"),
                    "-an",
                    "-c:v",
                    "mjpeg",
                    "-q:v",
                    "3",
                    picture,
                    "-vn",
                    sound,
                ]));
        var browser = Browser.Start(
            [
                "--use-fake-device-for-media-stream",
                $"--use-file-for-fake-video-capture={picture}",
                $"--use-file-for-fake-audio-capture={sound}",
                .. options,
            ]);
        browser.Visit(_server.Address, "document.querySelector('#accepts')?.textContent");
        return browser;
    }

    private static void Record(Browser browser)
    {
        browser.Evaluate("document.querySelector('#record').click(); 1");
        browser.Until("!document.querySelector('#recorder').hidden && document.querySelector('#camera').videoWidth > 0");
    }

    private static void Stop(Browser browser)
    {
        browser.Until("parseFloat(document.querySelector('#elapsed').textContent) >= 3");
        browser.Evaluate("document.querySelector('#stop').click(); 1");
    }

    private static string Value(Browser browser, string script) => browser.Evaluate($"String({script})").GetValue<string>();

    // For people who want to look at it.
    private static void KeepPicture(Browser browser)
    {
        var path = Path.Combine(TestContext.CurrentContext.WorkDirectory, "recording.png");
        File.WriteAllBytes(path, browser.Picture());
        TestContext.AddTestAttachment(path);
    }
}
