using Mpuc.Host.Data;
using Mpuc.Host.Datasets;

namespace Mpuc.Host.Tests.Datasets;

public class DatasetCatalogTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void There_are_five_kinds() =>
        Assert.That(DatasetKinds.All, Is.EqualTo(new[] { "manifest", "folder", "ravdess", "mosei", "synthetic" }));

    [Test]
    public void An_unknown_kind_is_refused_with_the_known_ones() => Assert.That(
        () => DatasetCatalog.OptionsOf("iemocap"),
        Refused("There is no kind of data set 'iemocap'; there are manifest, folder, ravdess, mosei, synthetic."));

    [Test]
    public void A_label_that_no_recording_has_is_refused_with_the_known_ones()
    {
        Write("m.csv", "id,emotion,valence\nx,happy,1\ny,sad,0\n");
        Assert.That(() => Read("emotoin"), Refused("data.label: no recording has a label 'emotoin'; there are emotion, valence."));
    }

    [Test]
    public void A_label_is_refused_where_there_are_none()
    {
        Write("m.csv", "id\nx\n");
        Assert.That(() => Read("emotion"), Refused("no recording has a label 'emotion'; the data set has none."));
        Assert.That(Read(string.Empty).Label, Is.Null);
    }

    [Test]
    public void Recordings_without_the_label_are_counted()
    {
        Write("m.csv", "id,emotion\nx,happy\ny,\n");
        Assert.That(
            Read("emotion").Warnings,
            Is.EqualTo(new[] { "1 of 2 recordings have no label 'emotion' and take no part in the evaluation." }));
    }

    [Test]
    public void Recordings_with_the_same_bytes_in_every_source_are_identical()
    {
        Write("a.wav", "same");
        Write("b.wav", "same");
        Write("c.wav", "other");
        Write("t.csv", "key,v\n1,0.5\n2,0.5\n3,0.5\n");
        Write("m.csv", "id,source.audio,source.face\nw,a.wav,t.csv#1\nx,b.wav,t.csv#2\ny,c.wav,t.csv#3\nz,a.wav,\n");
        var dataset = Read(string.Empty);
        Assert.That(dataset.Duplicates, Is.EqualTo(new[] { new[] { "w", "x" } }));
        Assert.That(dataset.Warnings, Has.Some.EqualTo("Identical recordings, byte for byte in every source: w = x."));
    }

    [Test]
    public void Different_spans_of_one_file_are_not_identical()
    {
        Write("a.wav", "long");
        Write("m.csv", "id,source.audio,start,end\nw,a.wav,0,1\nx,a.wav,1,2\ny,a.wav,0,1\n");
        Assert.That(Read(string.Empty).Duplicates, Is.EqualTo(new[] { new[] { "w", "y" } }));
    }

    [Test]
    public void Recordings_without_sources_are_never_identical()
    {
        Write("m.csv", "id\nx\ny\n");
        Assert.That(Read(string.Empty).Duplicates, Is.Empty);
    }

    [Test]
    public void Many_identical_recordings_are_named_in_part()
    {
        var ids = Enumerable.Range(0, 14).Select(i => $"r{i:00}").ToList();
        ids.ForEach(id => Write($"{id}.wav", $"content {ids.IndexOf(id) / 2}"));
        Write("m.csv", "id,source.audio\n" + string.Concat(ids.Select(id => $"{id},{id}.wav\n")));
        Assert.That(Read(string.Empty).Warnings.Single(), Does.EndWith("r08 = r09; and 2 more groups."));
    }

    private static NUnit.Framework.Constraints.Constraint Refused(string message) =>
        Throws.TypeOf<MpucException>().With.Message.Contains(message);

    private void Write(string name, string text) => File.WriteAllText(_folder.File(name), text);

    private Dataset Read(string label) => DatasetCatalog.Read(
        new DataOptions { Kind = "manifest", Root = _folder.File("m.csv"), Label = label, Cache = _folder.File("cache") },
        new OptionValues(OptionSchema.Empty));
}
