using Mpuc.Host.Data;
using Mpuc.Host.Datasets.Manifests;

namespace Mpuc.Host.Tests.Datasets.Manifests;

public class ManifestReaderTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void MakeFolder()
    {
        _folder = new TemporaryFolder();
        foreach (var name in new[] { "a.wav", "b.wav", "table.csv", "odd#name.wav" })
        {
            File.WriteAllText(_folder.File(name), name);
        }
    }

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void A_table_gives_ids_groups_splits_labels_and_sources()
    {
        var recordings = Read("m.csv", """
            id,group,split,emotion,source.audio,source.face,start,end
            one,anna,train,happy,a.wav,table.csv#k1,0.5,2
            two,,,,b.wav,,,
            """).Recordings;
        Assert.That(
            recordings.Select(recording => (recording.Id, recording.Group, recording.Split)),
            Is.EqualTo(new[] { ("one", "anna", "train"), ("two", string.Empty, null) }));
        Assert.That(recordings[0].Labels, Is.EqualTo(new Dictionary<string, string> { ["emotion"] = "happy" }));
        Assert.That(recordings[1].Labels, Is.Empty);
        Assert.That(recordings[0].Sources["audio"], Is.EqualTo(new ModalitySource(_folder.File("a.wav")) { Start = 0.5, End = 2 }));
        Assert.That(
            recordings[0].Sources["face"], Is.EqualTo(new ModalitySource(_folder.File("table.csv")) { Key = "k1", Start = 0.5, End = 2 }));
        Assert.That(recordings[1].Sources, Is.EqualTo(new Dictionary<string, ModalitySource> { ["audio"] = new(_folder.File("b.wav")) }));
    }

    [TestCase("NaN")]
    [TestCase("nan")]
    [TestCase("-nan(ind)")]
    [TestCase("1.#QNAN")]
    [TestCase("#N/A")]
    [TestCase("N/A")]
    [TestCase("NA")]
    [TestCase("<NA>")]
    [TestCase("NULL")]
    public void A_label_that_is_written_as_a_missing_number_is_none(string spelling)
    {
        var recordings = Read("m.csv", $"id,emotion,source.audio\none,{spelling},a.wav\ntwo,happy,b.wav\n").Recordings;

        Assert.That(recordings[0].Labels, Is.Empty);
        Assert.That(recordings[1].Labels, Has.Count.EqualTo(1));
    }

    [Test]
    public void An_id_a_group_or_a_class_may_be_called_by_any_word()
    {
        var recordings = Read("m.csv", "id,group,emotion,source.audio\nNaN,NA,none,a.wav\n").Recordings
            .Concat(
                Read(
                    "m.jsonl",
                    "{\"id\": \"a\", \"labels\": {\"emotion\": \"NaN\"}, \"sources\": {\"audio\": \"a.wav\"}}").Recordings).ToList();

        Assert.That((recordings[0].Id, recordings[0].Group), Is.EqualTo(("NaN", "NA")));
        Assert.That(recordings.Select(recording => recording.Labels["emotion"]), Is.EqualTo(new[] { "none", "NaN" }));
    }

    [Test]
    public void JSON_Lines_give_the_same()
    {
        var recordings = Read("m.jsonl", """
            {"id": "one", "group": "anna", "split": "test", "labels": {"emotion": "happy", "valence": -2.5, "acted": true, "note": null}, "sources": {"audio": "a.wav", "face": {"path": "table.csv", "key": "k1", "start": 0.5, "end": 2}}}

            {"id": 2, "sources": {"audio": {"path": "b.wav"}, "face": null}}
            """).Recordings;
        Assert.That(
            recordings.Select(recording => (recording.Id, recording.Group, recording.Split)),
            Is.EqualTo(new[] { ("one", "anna", "test"), ("2", string.Empty, null) }));
        Assert.That(
            recordings[0].Labels,
            Is.EqualTo(new Dictionary<string, string> { ["emotion"] = "happy", ["valence"] = "-2.5", ["acted"] = "true" }));
        Assert.That(recordings[0].Sources["audio"], Is.EqualTo(new ModalitySource(_folder.File("a.wav"))));
        Assert.That(
            recordings[0].Sources["face"], Is.EqualTo(new ModalitySource(_folder.File("table.csv")) { Key = "k1", Start = 0.5, End = 2 }));
        Assert.That(recordings[1].Sources.Keys, Is.EqualTo(new[] { "audio" }));
    }

    [Test]
    public void A_number_sign_in_a_file_name_is_no_key_where_that_file_exists() =>
        Assert.That(Read("m.csv", "id,source.audio\nx,odd#name.wav\n").Recordings[0].Sources["audio"].Key, Is.Null);

    [Test]
    public void A_path_may_lead_out_of_the_manifests_folder()
    {
        Directory.CreateDirectory(_folder.File("inner"));
        Assert.That(
            Read("inner/m.csv", "id,source.audio\nx,../a.wav\n").Recordings[0].Sources["audio"].Path, Is.EqualTo(_folder.File("a.wav")));
    }

    [Test]
    public void Recordings_without_a_source_that_others_have_are_counted() =>
        Assert.That(Read("m.csv", "id,source.a,source.b\nx,a.wav,b.wav\ny,,b.wav\nz,,a.wav\n").Warnings, Is.EqualTo(new[]
        {
            "2 of 3 recordings have no source 'a' and take no part in its pairs.",
        }));

    [TestCase("", "is empty; it needs a header line")]
    [TestCase("id,emotion\n", "lists no recordings")]
    [TestCase("name,emotion\nx,happy\n", "line 1: there is no column 'id'; there are name, emotion.")]
    [TestCase("id,emotion\nx,happy\ny\n", "line 3: 1 cell where the header has 2.")]
    [TestCase("id,emotion\n,happy\n", "line 2: the recording has no id.")]
    [TestCase("id\nx\ny\nx\n", "line 4: the id 'x' is already that of line 2.")]
    [TestCase("id,split\nx,dev\n", "line 2: the split 'dev' must be one of train, validation, test.")]
    [TestCase("id,source.audio\nx,c.wav\n", "c.wav'.")]
    [TestCase("id,source.audio,start\nx,a.wav,soon\n", "line 2: 'soon' in the column 'start' is not a number of seconds.")]
    [TestCase("id,source.audio,start\nx,a.wav,NaN\n", "line 2: 'NaN' in the column 'start' is not a number of seconds.")]
    [TestCase(
        "id,source.audio,start\nx,a.wav,-1\n",
        "line 2: a recording must start at 0 s or later and end after its start, not run from -1 s to")]
    [TestCase(
        "id,source.audio,start,end\nx,a.wav,2,2\n",
        "line 2: a recording must start at 0 s or later and end after its start, not run from 2 s to 2 s.")]
    public void A_table_that_is_wrong_is_refused_with_its_line(string text, string message) =>
        Assert.That(() => Read("m.csv", text), Refused(message));

    [TestCase("", "lists no recordings")]
    [TestCase("{\"id\": \"x\"\n", "line 1: this is not one JSON object on one line.")]
    [TestCase("{\"id\": \"x\"}\n[1]\n", "line 2: the line is not a JSON object.")]
    [TestCase(
        "{\"id\": \"x\", \"emotion\": \"sad\"}\n",
        "line 1: the line has an unknown key 'emotion'; it may have id, group, split, labels, sources.")]
    [TestCase("{\"id\": \"x\", \"id\": \"y\"}\n", "line 1: the line has the key 'id' twice.")]
    [TestCase("{\"group\": \"x\"}\n", "line 1: the recording has no id.")]
    [TestCase("{\"id\": [1]}\n", "line 1: id is not a text.")]
    [TestCase("{\"id\": \"x\", \"labels\": \"sad\"}\n", "line 1: labels is not a JSON object.")]
    [TestCase("{\"id\": \"x\", \"labels\": {\"emotion\": [1]}}\n", "line 1: labels.emotion is not a text.")]
    [TestCase("{\"id\": \"x\", \"sources\": {\"audio\": 3}}\n", "line 1: sources.audio is not a JSON object.")]
    [TestCase(
        "{\"id\": \"x\", \"sources\": {\"audio\": {\"file\": \"a.wav\"}}}\n",
        "line 1: sources.audio has an unknown key 'file'; it may have path, key, start, end.")]
    [TestCase("{\"id\": \"x\", \"sources\": {\"audio\": {\"key\": \"k\"}}}\n", "line 1: a source has no path.")]
    [TestCase(
        "{\"id\": \"x\", \"sources\": {\"audio\": {\"path\": \"a.wav\", \"end\": \"late\"}}}\n",
        "line 1: sources.audio.end is not a number of seconds.")]
    [TestCase("{\"id\": \"x\", \"sources\": {\"audio\": \"c.wav\"}}\n", "line 1: there is no file")]
    public void JSON_Lines_that_are_wrong_are_refused_with_their_line(string text, string message) =>
        Assert.That(() => Read("m.jsonl", text), Refused(message));

    [Test]
    public void A_missing_manifest_is_refused() =>
        Assert.That(
            () => new ManifestReader().Read(new DataOptions { Root = _folder.File("none.csv") }, Options), Refused("There is no manifest"));

    [Test]
    public void A_folder_is_no_manifest() =>
        Assert.That(
            () => new ManifestReader().Read(new DataOptions { Root = _folder.Path }, Options),
            Refused("is a folder; data.root must be the path of a manifest"));

    [Test]
    public void A_manifest_is_told_by_its_extension() =>
        Assert.That(() => Read("m.txt", "id\nx\n"), Refused("its name must end in .csv or .jsonl."));

    [Test]
    public void The_root_must_be_set() =>
        Assert.That(() => new ManifestReader().Read(new DataOptions(), Options), Refused("data.root is missing"));

    [Test]
    public void Characters_that_no_name_holds_are_refused_with_the_line()
    {
        Assert.That(
            () => Read("m.jsonl", """{"id": "a", "sources": {"audio": "a\u0000.wav"}}"""),
            Refused("line 1: the path 'a\\0.wav' holds a NUL character"));
        Assert.That(
            () => Read("m.jsonl", """{"id": "\ud800", "sources": {"audio": "a.wav"}}"""), Refused("line 1: a text holds half a character"));
        Assert.That(() => Read("n.csv", "id,source.audio\na,a\0.wav\n"), Refused("line 2: the path 'a\\0.wav' holds a NUL character"));
    }

    private static OptionValues Options => new(OptionSchema.Empty);

    private static NUnit.Framework.Constraints.Constraint Refused(string message) =>
        Throws.TypeOf<MpucException>().With.Message.Contains(message);

    private Dataset Read(string name, string text)
    {
        File.WriteAllText(_folder.File(name), text);
        return new ManifestReader().Read(new DataOptions { Root = _folder.File(name) }, Options);
    }
}
