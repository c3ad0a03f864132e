using Mpuc.Host.Data;
using Mpuc.Host.Datasets.Ravdess;

namespace Mpuc.Host.Tests.Datasets.Ravdess;

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
    public void All_parts_of_a_performance_are_found_in_the_folders_of_the_distribution()
    {
        var wav = Write("Audio_Speech_Actors_01-24/Actor_05/03-01-03-01-02-01-05.wav", "wav");
        var loud = Write("Video_Speech_Actor_05/Actor_05/01-01-03-01-02-01-05.mp4", "mp4");
        Write("Video_Speech_Actor_05/Actor_05/02-01-03-01-02-01-05.mp4", "mp4 without sound");
        var tracking = Write("FacialTracking_Actors_01-24/01-01-03-01-02-01-05.csv", "frame, x_0\n");
        var dataset = Read();
        var sources = dataset.Recordings.Single().Sources;
        Assert.Multiple(() =>
        {
            Assert.That(sources.Keys, Is.EquivalentTo(new[] { "audio", "video", "facialTracking" }));
            Assert.That((sources["audio"].Path, sources["video"].Path, sources["facialTracking"].Path), Is.EqualTo((wav, loud, tracking)));
            Assert.That(dataset.Warnings, Is.Empty);
        });
    }

    [Test]
    public void A_video_with_sound_stands_in_for_missing_audio_and_a_silent_one_does_not()
    {
        var loud = Write("Actor_05/01-01-03-01-02-01-05.mp4", "mp4");
        var silent = Write("Actor_06/02-01-03-01-02-01-06.mp4", "mp4");
        var (recordings, warnings) = (Read().Recordings, Read().Warnings);
        Assert.Multiple(() =>
        {
            Assert.That(warnings, Has.None.Contains("action-units.csv"), "videos alone are a whole set");
            Assert.That(recordings[0].Sources["audio"].Path, Is.EqualTo(loud));
            Assert.That(recordings[1].Sources.Keys, Is.EqualTo(new[] { "video" }));
            Assert.That(recordings[1].Sources["video"].Path, Is.EqualTo(silent));
        });
    }

    [Test]
    public void A_file_that_is_there_twice_is_taken_once_and_said()
    {
        Write("a/03-01-03-01-02-01-05.wav", "wav");
        var copy = Write("b/03-01-03-01-02-01-05.wav", "wav");
        Assert.That(Read().Warnings, Has.One.EqualTo($"Left out (there twice): 1, such as '{copy}'."));
    }

    [TestCase("speech", new[] { "03-01-03-01-02-01-05" })]
    [TestCase("song", new[] { "03-02-03-01-02-01-05" })]
    [TestCase("both", new[] { "03-01-03-01-02-01-05", "03-02-03-01-02-01-05" })]
    public void Speech_song_or_both_are_read(string channel, string[] expected)
    {
        Write("Actor_05/03-01-03-01-02-01-05.wav", "wav");
        Write("Actor_05/03-02-03-01-02-01-05.wav", "wav");
        var recordings = Read(channel).Recordings;
        Assert.That(recordings.Select(recording => recording.Id), Is.EqualTo(expected));
    }

    [Test]
    public void Labels_say_who_and_how()
    {
        Write("Actor_08/03-01-06-02-02-01-08.wav", "wav");
        var labels = Read().Recordings.Single().Labels;
        Assert.That(labels, Is.EquivalentTo(new Dictionary<string, string>
        {
            ["emotion"] = "fearful", ["intensity"] = "strong", ["statement"] = "dogs", ["repetition"] = "1",
            ["channel"] = "speech", ["actor"] = "08", ["gender"] = "female",
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
            new DataOptions { Root = _folder.File("none") }, Options()), Refused("There is no folder"));

    [Test]
    public void An_empty_folder_is_refused_with_what_it_should_hold() =>
        Assert.That(Read, Refused("expected are files such as Actor_01/03-01-01-01-01-01-01.wav"));

    [Test]
    public void The_root_must_be_set() => Assert.That(
        () => new RavdessReader().Read(new DataOptions(), Options()), Refused("data.root is missing"));

    private static NUnit.Framework.Constraints.Constraint Refused(string message) =>
        Throws.TypeOf<MpucException>().With.Message.Contains(message);

    private string Write(string name, string text)
    {
        var path = _folder.File(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    private Dataset Read() => Read("speech");

    private Dataset Read(string channel) => new RavdessReader().Read(new DataOptions { Root = _folder.Path }, Options(channel));

    private static OptionValues Options(string channel = "speech") =>
        new(new RavdessReader().Options, new Dictionary<string, object> { ["channel"] = channel });
}
