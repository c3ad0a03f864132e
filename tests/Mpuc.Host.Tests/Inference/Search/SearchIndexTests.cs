using Mpuc.Host.Inference.Search;
using Mpuc.Host.Tests.Inference.Bundles;
using TorchSharp;

namespace Mpuc.Host.Tests.Inference.Search;

public class SearchIndexTests
{
    private const int Dimensions = 16;

    private readonly float[][] _sounds = [.. RandomVectors.Of(6, Dimensions, seed: 1).Chunk(Dimensions)];
    private readonly float[][] _faces = [.. RandomVectors.Of(6, Dimensions, seed: 2).Chunk(Dimensions)];

    private TemporaryFolder _folder = null!;

    private string Index => _folder.File("index");

    [SetUp]
    public void WriteIndex()
    {
        _folder = new TemporaryFolder();
        FakeBundle.Write(_folder.File("bundle"));
        Write();
    }

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void A_recording_is_found_by_a_vector_of_another_modality_with_its_files()
    {
        using var index = SearchIndex.Open(Index, _ => ["face"]);
        var hits = index.Search([_faces[3]], 2, CancellationToken.None)[0];
        Assert.Multiple(() =>
        {
            Assert.That(hits.Select(hit => hit.Rank), Is.EqualTo(new[] { 1, 2 }));
            Assert.That((hits[0].Id, hits[0].Modality, hits[0].Files.Single()), Is.EqualTo(("r3", "face", "/data/r3.mp4")));
            Assert.That(hits[0].Score, Is.EqualTo(1).Within(1e-6));
            Assert.That(hits[1].Score, Is.LessThan(hits[0].Score));
        });
    }

    [Test]
    public void Several_queries_are_answered_in_their_order()
    {
        using var index = SearchIndex.Open(Index, _ => ["face"]);
        var found = index.Search([_faces[4], _faces[2]], 1, CancellationToken.None);
        Assert.That(found.Select(hits => hits.Single().Id), Is.EqualTo(new[] { "r4", "r2" }));
    }

    [Test]
    public void A_recording_is_found_once_in_its_nearest_modality_and_all_are_ranked_together()
    {
        using var index = SearchIndex.Open(Index, _ => []);
        var hits = index.Search([_sounds[2]], 6, CancellationToken.None)[0];
        var expected = Enumerable.Range(0, 6).Select(number =>
        {
            var (sound, face) = (
                RandomVectors.Cosine(_sounds[2], _sounds[number]), number == 0 ? -2 : RandomVectors.Cosine(_sounds[2], _faces[number]));
            return (Id: $"r{number}", Modality: sound >= face ? "audio" : "face", Score: Math.Max(sound, face));
        }).OrderByDescending(hit => hit.Score).ToList();
        Assert.That(hits.Select(hit => (hit.Id, hit.Modality)), Is.EqualTo(expected.Select(hit => (hit.Id, hit.Modality))));
        Assert.That(hits.Select(hit => hit.Score), Is.EqualTo(expected.Select(hit => hit.Score)).Within(1e-9));
    }

    [Test]
    public void A_recording_without_the_modality_is_never_found_there()
    {
        using var index = SearchIndex.Open(Index, _ => ["face"]);
        Assert.That(
            index.Search([_faces[0]], 99, CancellationToken.None)[0].Select(hit => hit.Id),
            Is.EquivalentTo(new[] { "r1", "r2", "r3", "r4", "r5" }));
        Assert.That(index.Manifest.Modalities.Select(modality => modality.Recordings), Is.EqualTo(new[] { 6, 5, 0 }));
    }

    [Test]
    public void A_modality_that_the_index_lacks_is_refused_by_its_name()
    {
        Assert.That(
            () => SearchIndex.Open(Index, _ => ["smell"]),
            Throws.TypeOf<MpucException>().With.Message.Contains("no modality 'smell'; there are audio, face, text"));
        Assert.That(
            () => SearchIndex.Open(Index, _ => ["text"]),
            Throws.TypeOf<MpucException>().With.Message.Contains("No recording of the index").And.Message.Contains("text"));
    }

    [TestCase("recordings.jsonl")]
    [TestCase("vectors.safetensors")]
    [TestCase("bundle/bundle.json")]
    public void A_changed_and_a_missing_file_are_refused_by_their_names(string name)
    {
        var path = Path.Combine(Index, name);
        var bytes = File.ReadAllBytes(path);
        bytes[^3] ^= 1;
        File.WriteAllBytes(path, bytes);
        Assert.That(Open, Throws.TypeOf<MpucException>().With.Message.Contains($"'{name}' is missing or not the file"));
        File.Delete(path);
        Assert.That(Open, Throws.TypeOf<MpucException>().With.Message.Contains($"'{name}' is missing or not the file"));
    }

    [TestCase("\"format\": \"1\"", "\"format\": \"2\"", "has the format '2'")]
    [TestCase("\"dimensions\": 16", "\"dimensions\": 0", "embeddings have 0 values")]
    [TestCase("\"dimensions\": 16", "\"dimensions\": 17", "must be float32 of shape [6, 17]")]
    [TestCase("\"recordings\": 6", "\"recordings\": -1", "there are -1 recordings")]
    [TestCase("\"recordings\": 5", "\"recordings\": 4", "must be float32 of shape [4, 16]")]
    [TestCase("\"recordings\": 5", "\"recordings\": 7", "modalities that its recordings cannot have")]
    [TestCase(
        "\"name\": \"recordings.jsonl\"",
        "\"name\": \"../recordings.jsonl\"",
        "must list bundle/bundle.json, recordings.jsonl, vectors.safetensors")]
    [TestCase("\"name\": \"audio\"", "\"name\": null", "index.json is not as written")]
    [TestCase("{", "[", "index.json is not as written")]
    public void A_manifest_that_makes_no_sense_is_refused(string old, string changed, string message)
    {
        var path = Path.Combine(Index, IndexNames.Manifest);
        var text = File.ReadAllText(path);
        var place = text.IndexOf(old, StringComparison.Ordinal);
        File.WriteAllText(path, text[..place] + changed + text[(place + old.Length)..]);
        Assert.That(Open, Throws.TypeOf<MpucException>().With.Message.Contains(message));
    }

    [Test]
    public void An_index_is_replaced_and_nothing_else_is()
    {
        Write();
        Open();
        Assert.That(
            Directory.EnumerateFileSystemEntries(_folder.Path).Select(Path.GetFileName),
            Is.EquivalentTo(new[] { "bundle", "index" }),
            "no temporary folder is left");
        File.WriteAllText(Path.Combine(Index, "thesis.tex"), "work of years");
        Assert.That(() => IndexWriter.Check(Index), Throws.TypeOf<MpucException>().With.Message.Contains("exists and is no index"));
        Assert.That(
            () => IndexWriter.Check(_folder.File("bundle")),
            Throws.TypeOf<MpucException>().With.Message.Contains("exists and is no index"));
        Assert.That(
            () => IndexWriter.Check(_folder.File("none/index")),
            Throws.TypeOf<MpucException>().With.Message.Contains("There is no folder"));
    }

    [Test]
    public void A_folder_that_is_no_index_is_refused_with_a_way_to_make_one()
    {
        Assert.That(
            () => SearchIndex.Open(_folder.File("bundle"), _ => []),
            Throws.TypeOf<MpucException>().With.Message.Contains("is no index").And.Message.Contains("mpuc index"));
        Assert.That(
            () => SearchIndex.Open(_folder.File("none"), _ => []), Throws.TypeOf<MpucException>().With.Message.Contains("is no index"));
    }

    private void Open() => SearchIndex.Open(Index, _ => []).Dispose();

    // The first recording has no face, and none has a text.
    private void Write()
    {
        using var writer = new IndexWriter(["audio", "face", "text"]);
        for (var number = 0; number < 6; number++)
        {
            var embeddings = new Dictionary<string, torch.Tensor> { ["audio"] = torch.tensor(_sounds[number], [1, Dimensions]) };
            if (number > 0)
            {
                embeddings["face"] = torch.tensor(_faces[number], [1, Dimensions]);
            }

            writer.Add(new IndexedRecording($"r{number}", [$"/data/r{number}.mp4"]), embeddings);
        }

        writer.Write(IndexWriter.Check(Index), _folder.File("bundle"));
    }
}
