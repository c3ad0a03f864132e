using Mpuc.Host.Inference;

namespace Mpuc.Host.Tests.Inference;

public class RecordingFilesTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void MakeFolder()
    {
        _folder = new TemporaryFolder();
        foreach (var name in new[] { "a.MP4", "b.txt", "c.mp4" })
        {
            File.WriteAllText(_folder.File(name), name);
        }
    }

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void Files_of_any_names_are_one_recording_named_after_the_first()
    {
        var recording = RecordingFiles.Join([_folder.File("a.MP4"), _folder.File("b.txt")]);
        Assert.That((recording.Id, string.Join(' ', recording.Sources.Keys)), Is.EqualTo(("a", ".mp4 .txt")));
    }

    [Test]
    public void Two_of_one_kind_none_and_a_missing_one_are_refused()
    {
        Assert.Multiple(() =>
        {
            Assert.That(
                () => RecordingFiles.Join([_folder.File("a.MP4"), _folder.File("c.mp4")]),
                Throws.TypeOf<MpucException>().With.Message.Contains("both .mp4"));
            Assert.That(
                () => RecordingFiles.Join([_folder.File("none.wav")]),
                Throws.TypeOf<MpucException>().With.Message.Contains("There is no file"));
            Assert.That(() => RecordingFiles.Join([]), Throws.InstanceOf<ArgumentException>());
        });
    }
}
