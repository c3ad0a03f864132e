using Mpuc.Host.Inference;
using Mpuc.Host.Tests.Training;

namespace Mpuc.Host.Tests.Inference;

public class InputRecordingsTests
{
    private readonly WarningSink _warnings = new();
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

    [Test]
    public void A_data_set_of_a_kind_gives_all_the_sources_that_it_has()
    {
        WriteRavdess();
        var recordings = InputRecordings.Find([_folder.Path], "ravdess", _warnings.Logger);
        Assert.That(recordings.Select(recording => recording.Id), Is.EqualTo(new[] { "03-01-01-01-01-01-01", "03-01-05-01-01-01-02" }));
        Assert.That(recordings[0].Sources["audio"].Path, Is.EqualTo(_folder.File("Actor_01/03-01-01-01-01-01-01.wav")));
        Assert.That(
            recordings[0].Sources["actionUnits"],
            Is.EqualTo(new ModalitySource(_folder.File("action-units.csv")) { Key = "01-01-01-01-01-01-01" }));
    }

    [Test]
    public void What_a_data_set_lacks_is_said_and_without_a_kind_it_is_a_folder_like_any_other()
    {
        WriteRavdess();
        File.Delete(_folder.File("action-units.csv"));
        Assert.That(InputRecordings.Find([_folder.Path], "ravdess", _warnings.Logger), Has.Count.EqualTo(2));
        Assert.That(_warnings.Messages, Has.Some.Contains("action-units.csv"));
        Assert.That(
            InputRecordings.Find([_folder.Path], null, _warnings.Logger).Select(recording => recording.Id),
            Has.One.EqualTo("Actor_01/03-01-01-01-01-01-01"));
    }

    [TestCase("smell")]
    [TestCase("synthetic", Description = "It would write, not read.")]
    public void Another_kind_is_refused_with_those_that_there_are(string kind)
    {
        Assert.That(
            () => InputRecordings.Find([_folder.Path], kind, _warnings.Logger),
            Throws.TypeOf<MpucException>().With.Message.EqualTo(
                $"Inputs cannot be of the kind '{kind}'; --kind must be one of manifest, folder, ravdess, mosei."));
    }

    [Test]
    public void Two_data_sets_with_a_recording_of_one_id_are_refused()
    {
        WriteRavdess();
        Assert.That(
            () => InputRecordings.Find([_folder.Path, _folder.File("Actor_01")], "ravdess", _warnings.Logger),
            Throws.TypeOf<MpucException>().With.Message.Contains("have the id '03-01-01-01-01-01-01'"));
    }

    private void WriteRavdess()
    {
        Write("Actor_01/03-01-01-01-01-01-01.wav", "Actor_02/03-01-05-01-01-01-02.wav");
        File.WriteAllText(_folder.File("action-units.csv"), "recording,AU01\n01-01-01-01-01-01-01,0.5\n01-01-05-01-01-01-02,1.5\n");
    }

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
