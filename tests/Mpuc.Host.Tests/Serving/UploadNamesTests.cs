using Mpuc.Host.Serving.Uploads;

namespace Mpuc.Host.Tests.Serving;

public class UploadNamesTests
{
    [TestCase("clip.wav", "clip.wav")]
    [TestCase("a/b\\clip.wav", "clip.wav")]
    [TestCase("..", "upload")]
    [TestCase("", "upload")]
    [TestCase(null, "upload")]
    [TestCase("cl\r\nip\u2028.wav", "clip.wav")]
    [TestCase("Größe 10%.mp4", "Größe 10%.mp4")]
    public void A_name_keeps_its_last_part_without_what_breaks_lines(string? given, string clean) =>
        Assert.That(FileNames.Clean(given), Is.EqualTo(clean));

    [Test]
    public void A_long_name_keeps_its_end_with_the_extension() =>
        Assert.That(FileNames.Clean(new string('a', 500) + ".wav"), Has.Length.EqualTo(100).And.EndsWith("a.wav"));

    [Test]
    public void Extensions_are_told_without_their_case() => Assert.That(FileNames.ExtensionOf("CLIP.WAV"), Is.EqualTo(".wav"));

    [TestCase("hello\tworld\n", true)]
    [TestCase("Größe", true)]
    [TestCase("RIFF\0\0", false)]
    public void Texts_are_told_from_media(string content, bool isText)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("file"), content);
        Assert.That(TextFiles.Is(folder.File("file")), Is.EqualTo(isText));
    }

    [Test]
    public void A_character_at_the_end_of_the_look_may_be_cut()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("file"), "a" + new string('ö', 5000));
        Assert.That(TextFiles.Is(folder.File("file")), Is.True);
        File.WriteAllBytes(folder.File("file"), [0xFF, 0xFE, 0x41, 0x42]);
        Assert.That(TextFiles.Is(folder.File("file")), Is.False);
    }
}
