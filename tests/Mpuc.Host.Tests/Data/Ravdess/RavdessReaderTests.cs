using Mpuc.Host.Data;

namespace Mpuc.Host.Tests.Data.Ravdess;

public class RavdessReaderTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [TestCase("audio/Actor_05")]
    [TestCase("Actor_05")]
    public void Audio_and_action_units_of_a_performance_are_one_recording(string actor)
    {
        var file = Write($"{actor}/03-01-03-01-02-01-05.wav", "wav");
        var table = Write("action-units.csv", "recording,AU01_r\n01-01-03-01-02-01-05,0.5\n");
        var dataset = Read();
        var recording = dataset.Recordings.Single();
        Assert.That(
            (recording.Id, recording.Group, recording.Split, recording.Labels["emotion"]),
            Is.EqualTo(("03-01-03-01-02-01-05", "05", (string?)null, "happy")));
        Assert.That(recording.Sources["audio"], Is.EqualTo(new ModalitySource(file)));
        Assert.That(recording.Sources["actionUnits"], Is.EqualTo(new ModalitySource(table) { Key = "01-01-03-01-02-01-05" }));
        Assert.That(dataset.Warnings, Is.Empty);
    }

    [Test]
    public void Recordings_that_lack_a_part_are_kept_and_counted()
    {
        Write("Actor_05/03-01-03-01-02-01-05.wav", "wav");
        Write("Actor_06/03-01-03-01-02-01-06.wav", "wav");
        Write("action-units.csv", "recording,AU01_r\n01-01-03-01-02-01-05,0.5\n01-01-04-01-02-01-05,0.5\n");
        var dataset = Read();
        Assert.That(dataset.Recordings.Select(recording => (recording.Id, recording.Sources.Count)), Is.EqualTo(new[]
        {
            ("03-01-03-01-02-01-05", 2), ("03-01-04-01-02-01-05", 1), ("03-01-03-01-02-01-06", 1),
        }));
        Assert.That(dataset.Warnings, Is.EqualTo(new[]
        {
            "1 of 3 recordings have no source 'actionUnits' and take no part in its pairs.",
            "1 of 3 recordings have no source 'audio' and take no part in its pairs.",
        }));
    }

    [Test]
    public void Without_the_table_audio_alone_is_read()
    {
        Write("Actor_05/03-01-03-01-02-01-05.wav", "wav");
        var dataset = Read();
        Assert.That(dataset.Recordings.Single().Sources.Keys, Is.EqualTo(new[] { "audio" }));
        Assert.That(dataset.Warnings.Single(), Does.Contain("so no recording has the source 'actionUnits'"));
    }

    [Test]
    public void Song_and_other_names_are_left_out_and_counted()
    {
        Write("Actor_05/03-01-03-01-02-01-05.wav", "wav");
        Write("Actor_05/03-02-03-01-02-01-05.wav", "wav");
        Write("Actor_05/notes.wav", "wav");
        Write("action-units.csv", "recording,AU01_r\n01-01-03-01-02-01-05,0.5\n");
        var dataset = Read();
        Assert.That(dataset.Recordings, Has.Count.EqualTo(1));
        Assert.That(dataset.Warnings, Is.EqualTo(new[]
        {
            "Left out (not a RAVDESS name): 1, such as 'notes'.",
            "Left out (song, not speech): 1, such as '03-02-03-01-02-01-05'.",
        }));
    }

    [Test]
    public void A_row_that_is_there_twice_is_refused_with_its_line()
    {
        Write("action-units.csv", "recording,AU01_r\n01-01-03-01-02-01-05,0.5\n01-01-03-01-02-01-05,0.6\n");
        Assert.That(Read, Refused("line 3: the recording '01-01-03-01-02-01-05' is already that of line 2."));
    }

    [Test]
    public void A_missing_folder_is_refused() => Assert.That(
        () => new RavdessReader().Read(
            new DataOptions { Root = _folder.File("none") }, new OptionValues(OptionSchema.Empty)), Refused("There is no folder"));

    [Test]
    public void An_empty_folder_is_refused_with_what_it_should_hold() =>
        Assert.That(Read, Refused("expected are files such as Actor_01/03-01-01-01-01-01-01.wav"));

    [Test]
    public void The_root_must_be_set() => Assert.That(
        () => new RavdessReader().Read(new DataOptions(), new OptionValues(OptionSchema.Empty)), Refused("data.root is missing"));

    private static NUnit.Framework.Constraints.Constraint Refused(string message) =>
        Throws.TypeOf<MpucException>().With.Message.Contains(message);

    private string Write(string name, string text)
    {
        var path = _folder.File(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    private Dataset Read() => new RavdessReader().Read(new DataOptions { Root = _folder.Path }, new OptionValues(OptionSchema.Empty));
}
