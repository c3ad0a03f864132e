using Mpuc.Host.Data;
using Mpuc.Host.Datasets;
using Mpuc.Host.Datasets.Folders;

namespace Mpuc.Host.Tests.Datasets.Folders;

public class FolderReaderTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void Files_that_differ_in_their_extension_alone_are_one_recording()
    {
        Write("b.mp4", "b.txt", "a.mp4");
        var recordings = Read();
        Assert.Multiple(() =>
        {
            Assert.That(recordings.Select(recording => recording.Id), Is.EqualTo(new[] { "a", "b" }));
            Assert.That(recordings[1].Sources.Keys, Is.EquivalentTo(new[] { ".mp4", ".txt" }));
            Assert.That(recordings[1].Sources[".txt"].Path, Is.EqualTo(_folder.File("b.txt")));
            Assert.That(recordings[0].Sources.Keys, Is.EqualTo(new[] { ".mp4" }));
        });
    }

    [Test]
    public void Extensions_count_whatever_their_case()
    {
        Write("a.MP4");
        Assert.That(Read()[0].Sources.Keys, Is.EqualTo(new[] { ".mp4" }));
    }

    [Test]
    public void Two_files_of_one_recording_with_the_same_extension_are_refused_with_both_names()
    {
        Write("a.mp4", "a.MP4");
        Assert.That(
            Read,
            Throws.TypeOf<MpucException>().With.Message.Contains("a.MP4").And.Message.Contains("a.mp4").And.Message.Contains("remove one"));
    }

    [Test]
    public void A_dot_inside_a_name_stays_in_the_id()
    {
        Write("take.2.wav", "take.2.txt");
        Assert.That(Read().Select(recording => recording.Id), Is.EqualTo(new[] { "take.2" }));
    }

    [Test]
    public void Recordings_of_a_sub_folder_have_its_path_in_their_ids_and_its_name_as_group()
    {
        Write("ann/1.wav", "ann/1.txt", "ben/1.wav", "0.wav");
        Assert.That(
            Read().Select(recording => (recording.Id, recording.Group)),
            Is.EqualTo(new[] { ("0", string.Empty), ("ann/1", "ann"), ("ben/1", "ben") }));
    }

    [Test]
    public void A_first_folder_that_is_named_after_a_split_assigns_its_recordings()
    {
        Write("train/ann/1.wav", "test/ben/1.wav", "validation/1.wav", "other/1.wav");
        Assert.That(Read().Select(recording => (recording.Id, recording.Split, recording.Group)), Is.EquivalentTo(new[]
        {
            ("other/1", "train", "other"),
            ("test/ben/1", "test", "ben"),
            ("train/ann/1", "train", "ann"),
            ("validation/1", "validation", string.Empty),
        }));
    }

    [Test]
    public void Hidden_files_and_names_without_an_extension_are_left_out()
    {
        Write(".DS_Store", ".git/a.wav", "LICENSE", "a.wav");
        Assert.That(Read().Select(recording => recording.Id), Is.EqualTo(new[] { "a" }));
    }

    [Test]
    public void What_some_recordings_lack_is_counted()
    {
        Write("a.wav", "a.txt", "b.wav");
        var data = new DataOptions { Kind = "folder", Root = _folder.Path, Cache = _folder.File(".cache") };
        Assert.That(
            DatasetCatalog.Read(data, new OptionValues(OptionSchema.Empty)).Warnings,
            Has.One.Contains("1 of 2 recordings have no source '.txt'"));
    }

    [Test]
    public void A_missing_folder_a_file_and_an_empty_folder_are_refused_with_their_names()
    {
        Assert.That(Read, Throws.TypeOf<MpucException>().With.Message.Contains("holds no files"));
        Write("a.wav");
        Assert.Multiple(() =>
        {
            Assert.That(
                () => FolderReader.Read(_folder.File("none")), Throws.TypeOf<MpucException>().With.Message.Contains("There is no folder"));
            Assert.That(() => FolderReader.Read(_folder.File("a.wav")), Throws.TypeOf<MpucException>().With.Message.Contains("is a file"));
            Assert.That(
                () => new FolderReader().Read(new DataOptions(), new OptionValues(OptionSchema.Empty)),
                Throws.TypeOf<MpucException>().With.Message.StartsWith("data.root is missing"));
        });
    }

    private IReadOnlyList<Recording> Read() => FolderReader.Read(_folder.Path);

    private void Write(params string[] names)
    {
        foreach (var path in names.Select(_folder.File))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, path);
        }
    }
}
