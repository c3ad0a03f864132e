using System.Text.Json;
using Mpuc.Host.Data;
using Mpuc.Host.Data.Splits;
using Mpuc.Host.Datasets.Mosei;

namespace Mpuc.Host.Tests.Datasets.Mosei;

public class MoseiReaderTests
{
    private static readonly JsonElement[] Expected =
        [.. JsonDocument.Parse(File.ReadAllText(MoseiFixture.PathOf("expected.json"))).RootElement.EnumerateArray()];

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void Every_segment_with_a_length_is_a_recording_with_its_labels_and_the_video_as_its_group()
    {
        var recordings = MoseiFixture.Read(MoseiFixture.Set).Recordings;
        Assert.That(
            recordings.Select(recording => (recording.Id, recording.Group, recording.Labels["emotions"], recording.Labels["sentiment"])),
            Is.EqualTo(
                Expected.Select(segment =>
                    (Text(segment, "id"), Text(segment, "group"), Text(segment, "emotions"), Text(segment, "sentiment")))));
    }

    [Test]
    public void A_recording_has_the_sources_that_say_something_in_its_span_and_no_others()
    {
        var recordings = MoseiFixture.Read(MoseiFixture.Set).Recordings;
        foreach (var (recording, segment) in recordings.Zip(Expected))
        {
            var sources = segment.GetProperty("sources").EnumerateObject().Select(source => source.Name);
            Assert.That(recording.Sources.Keys.Where(name => name != "glove"), Is.EquivalentTo(sources), recording.Id);
            Assert.That(recording.Sources.Values.Select(source => source.Key), Is.All.EqualTo(recording.Group));
        }
    }

    [Test]
    public void What_is_read_of_a_recording_are_the_entries_that_numpy_finds_in_its_span()
    {
        using var reader = new ComputationalSequences();
        foreach (var (recording, segment) in MoseiFixture.Read(MoseiFixture.Set).Recordings.Zip(Expected))
        {
            foreach (var expected in segment.GetProperty("sources").EnumerateObject())
            {
                var features = reader.Read(recording.Sources[expected.Name], CancellationToken.None);
                if (expected.Value.TryGetProperty("entries", out var words))
                {
                    Assert.That(features.Words, Is.EqualTo(words.EnumerateArray().Select(word => word.GetString())), recording.Id);
                    continue;
                }

                var finite = features.Values.ToArray().Where(float.IsFinite).ToList();
                Assert.That(features.Spans, Has.Count.EqualTo(expected.Value.GetProperty("rows").GetInt32()), recording.Id);
                Assert.That(finite, Has.Count.EqualTo(expected.Value.GetProperty("finite").GetInt32()), recording.Id);
                Assert.That(
                    finite.Sum(value => (double)value),
                    Is.EqualTo(expected.Value.GetProperty("sum").GetDouble()).Within(1e-4),
                    recording.Id);
            }
        }
    }

    [Test]
    public void What_is_missing_is_counted()
    {
        var warnings = MoseiFixture.Read(MoseiFixture.Set).Warnings;
        Assert.That(warnings, Is.EqualTo(new[]
        {
            "Left out (no length in time): 1 segments, such as '103042[2]'.",
            "4 of 11 recordings have no source 'covarep' and take no part in its pairs.",
            "1 of 11 recordings have no source 'words' and take no part in its pairs.",
        }));
    }

    [Test]
    public void Folds_assign_splits_and_leave_out_what_they_do_not_name()
    {
        var dataset = MoseiFixture.Read(MoseiFixture.Set, ("folds", MoseiFixture.Folds));
        Assert.That(
            dataset.Recordings.Select(recording => (recording.Group, recording.Split)).Distinct(),
            Is.EqualTo(new[] { ("-wny0OAz3g8", "train"), ("103042", "validation"), ("Zb7[x_9Qk", "test") }));
        Assert.That(dataset.Warnings, Does.Contain("Left out (in no fold): 3 segments, such as 'unlisted_id[0]'."));
    }

    [TestCase("folds.json", "{ \"train\": [\"103042\"] }")]
    [TestCase("cmu_mosei_std_folds.py", "standard_train_fold=['103042']")]
    public void Folds_in_the_root_are_found(string name, string content)
    {
        MoseiFixture.Copy(MoseiFixture.Set, _folder.Path);
        File.WriteAllText(_folder.File(name), content);
        Assert.That(
            MoseiFixture.Read(_folder.Path).Recordings.Select(recording => recording.Split), Is.EqualTo(new[] { "train", "train" }));
    }

    [Test]
    public void Without_folds_no_split_is_given_and_a_seeded_one_by_video_serves()
    {
        var dataset = MoseiFixture.Read(MoseiFixture.Set);
        Assert.That(dataset.Recordings.Select(recording => recording.Split), Is.All.Null);
        Assert.That(
            () => DataSplitter.Split(dataset, new SplitOptions { By = SplitOptions.Given }, 0),
            Throws.TypeOf<MpucException>().With.Message.Contains("set data.split.by to 'group'"));
        var split = DataSplitter.Split(dataset, new SplitOptions { TestFraction = 0.25 }, 0);
        Assert.That(split.Test.Select(recording => recording.Group).Distinct().ToList(), Has.Count.EqualTo(1));
    }

    [Test]
    public void Aligned_sequences_have_an_entry_per_segment_under_the_same_ids()
    {
        var recordings = MoseiFixture.Read(MoseiFixture.PathOf("aligned")).Recordings;
        Assert.That(recordings.Select(recording => recording.Id), Is.EqualTo(new[]
        {
            "-wny0OAz3g8[0]", "-wny0OAz3g8[1]", "-wny0OAz3g8[2]", "unlisted_id[0]", "unlisted_id[1]", "unlisted_id[2]",
        }));
        Assert.That(recordings[0].Sources["covarep"].Key, Is.EqualTo("-wny0OAz3g8[0]"));
        Assert.That(recordings[0].Group, Is.EqualTo("-wny0OAz3g8"));
        Assert.That(recordings[0].Labels["emotions"], Is.EqualTo("fear"));
    }

    [Test]
    public void Raw_audio_and_video_are_spans_of_the_whole_files_and_a_video_sounds_where_no_audio_is()
    {
        MoseiFixture.Copy(MoseiFixture.Set, _folder.Path);
        var wave = Write("Raw/Audio/Full/WAV_16000/103042.wav");
        var video = Write("Raw/Videos/Full/Combined/103042.mp4");
        var other = Write("Raw/Videos/Full/Combined/unlisted_id.mp4");
        Write("Raw/Videos/Segmented/Combined/103042_0.mp4");
        var recordings = MoseiFixture.Read(_folder.Path).Recordings.ToDictionary(recording => recording.Id);
        var words = recordings["103042[1]"].Sources["words"];
        Assert.That(
            recordings["103042[1]"].Sources["audio"], Is.EqualTo(new ModalitySource(wave) { Start = words.Start, End = words.End }));
        Assert.That(recordings["103042[1]"].Sources["video"].Path, Is.EqualTo(video));
        Assert.That(recordings["unlisted_id[0]"].Sources["audio"].Path, Is.EqualTo(other));
        Assert.That(recordings["-wny0OAz3g8[0]"].Sources.Keys, Has.No.Member("video"));
    }

    [Test]
    public void A_file_that_is_there_twice_is_left_out_and_named()
    {
        MoseiFixture.Copy(MoseiFixture.Set, _folder.Path);
        File.Copy(MoseiFixture.PathOf("set/acoustic/CMU_MOSEI_COVAREP.csd"), _folder.File("zz_covarep.csd"));
        Write("a/103042.wav");
        var second = Write("b/103042.wav");
        var warnings = MoseiFixture.Read(_folder.Path).Warnings;
        Assert.That(
            warnings,
            Has.Some.Contains("has the source 'covarep' already").And.Some.Contains($"Left out (there twice): 1, such as '{second}'."));
    }

    [Test]
    public void A_folder_without_labels_or_no_folder_is_refused_with_what_is_expected()
    {
        Assert.That(() => MoseiFixture.Read(_folder.Path), Throws.TypeOf<MpucException>().With.Message.Contains("CMU_MOSEI_Labels.csd"));
        Assert.That(
            () => MoseiFixture.Read(_folder.File("no")), Throws.TypeOf<MpucException>().With.Message.Contains("There is no folder"));
        Assert.That(() => MoseiFixture.Read(string.Empty), Throws.TypeOf<MpucException>().With.Message.Contains("data.root is missing"));
    }

    [Test]
    public void Other_labels_than_the_seven_are_refused_with_their_number()
    {
        var labels = MoseiFixture.PathOf("odd/labels.csd");
        Assert.That(
            () => MoseiFixture.Read(MoseiFixture.Set, ("labels", labels)),
            Throws.TypeOf<MpucException>().With.Message.StartsWith($"'{labels}', /All Labels/data/v/features: 3 labels per segment"));
    }

    private static string Text(JsonElement segment, string name) => segment.GetProperty(name).GetString()!;

    private string Write(string name)
    {
        var path = _folder.File(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, name);
        return path;
    }
}
