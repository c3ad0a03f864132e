using Mpuc.Host.Inference;

namespace Mpuc.Host.Tests.Inference;

public class InputRecordingsTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void A_file_is_a_recording_of_its_own_whatever_lies_beside_it()
    {
        Write("a.wav", "a.txt");
        var recording = Find("a.wav").Single();
        Assert.That((recording.Id, recording.Sources.Keys.Single()), Is.EqualTo(("a", ".wav")));
    }

    [Test]
    public void Files_named_together_are_joined_by_their_names()
    {
        Write("a.wav", "a.txt", "b.wav");
        var recordings = Find("b.wav", "a.txt", "a.wav", "a.wav");
        Assert.Multiple(() =>
        {
            Assert.That(recordings.Select(recording => recording.Id), Is.EqualTo(new[] { "a", "b" }));
            Assert.That(recordings[0].Sources, Has.Count.EqualTo(2));
        });
    }

    [Test]
    public void A_folder_gives_all_that_it_holds()
    {
        Write("x/a.wav", "x/y/b.wav");
        Assert.That(Find("x").Select(recording => recording.Id), Is.EqualTo(new[] { "a", "y/b" }));
    }

    [Test]
    public void A_manifest_gives_its_recordings_with_its_ids()
    {
        Write("a.wav");
        File.WriteAllText(_folder.File("m.csv"), "id,source.audio\none,a.wav\n");
        File.WriteAllText(_folder.File("m.jsonl"), """{"id": "two", "sources": {"audio": "a.wav"}}""" + "\n");
        Assert.That(Find("m.csv", "m.jsonl").Select(recording => recording.Id), Is.EqualTo(new[] { "one", "two" }));
    }

    [Test]
    public void A_table_of_numbers_is_no_manifest()
    {
        File.WriteAllText(_folder.File("points.csv"), "frame, x_0, y_0\n1,2,3\n");
        Assert.That(Find("points.csv").Single().Sources.Keys, Is.EqualTo(new[] { ".csv" }));
    }

    [Test]
    public void Two_recordings_with_one_id_are_refused_with_a_way_out()
    {
        Write("x/a.wav", "y/a.wav");
        Assert.That(
            () => Find("x/a.wav", "y/a.wav"),
            Throws.TypeOf<MpucException>().With.Message.Contains("have the id 'a'").And.Message.Contains("common folder"));
    }

    [Test]
    public void A_path_that_does_not_exist_is_refused_with_its_name() =>
        Assert.That(() => Find("none.wav"), Throws.TypeOf<MpucException>().With.Message.Contains("none.wav"));

    private IReadOnlyList<Host.Data.Recording> Find(params string[] names) => InputRecordings.Find([.. names.Select(_folder.File)]);

    private void Write(params string[] names)
    {
        foreach (var path in names.Select(_folder.File))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, path);
        }
    }
}
