using System.Text;
using Mpuc.Plugins.Text.Vectors;

namespace Mpuc.Plugins.Text.Tests.Vectors;

[TestFixture]
internal sealed class WordVectorJsonTests
{
    private const string Head =
        "{\"precision\":8,\"l2NormIndex\":2,\"wordIndex\":3,\"size\":2,\"dimensions\":2,\"words\":[\"the\",\"\\\"\"],";

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void SetUp() => _folder = new TemporaryFolder();

    [TearDown]
    public void TearDown() => _folder.Dispose();

    [Test]
    public void The_vectors_are_read_without_norm_and_index()
    {
        using var vectors = Read(
            Head + "\"vectors\":{\"the\":[0.5,-1,1.118,0],\"\\\"\":[2,3e-1,4,1],\"caf\\u00e9\":[5,6,7,2]},\"unkVector\":[0,0,0,-1]}");

        Assert.That((vectors.Width, vectors.Count), Is.EqualTo((2, 3)));
        Assert.That(vectors.Vector("the"), Is.EqualTo(new[] { 0.5f, -1f }));
        Assert.That(vectors.Vector("\""), Is.EqualTo(new[] { 2f, 0.3f }));
        Assert.That(vectors.Vector("caf\u00E9"), Is.EqualTo(new[] { 5f, 6f }));
    }

    [Test]
    public void A_file_of_many_buffers_is_read_whole()
    {
        var words = Enumerable.Range(0, 60_000).Select(i => $"\"word{i}\":[{i}.25,-{i},1.5,{i}]");

        using var vectors = Read(Head + "\"vectors\":{" + string.Join(",\n", words) + "}}");

        Assert.That(vectors.Count, Is.EqualTo(60_000));
        Assert.That(vectors.Vector("word59999"), Is.EqualTo(new[] { 59999.25f, -59999f }));
        Assert.That(vectors.Vector("word30000"), Is.EqualTo(new[] { 30000.25f, -30000f }));
    }

    [TestCase(Head + "\"vectors\":{\"the\":[1]}}", "'FILE': the word 'the' has 1 numbers where 'dimensions' says 2.")]
    [TestCase(Head + "\"vectors\":{\"the\":[]}}", "'FILE': the word 'the' has 0 numbers where 'dimensions' says 2.")]
    [TestCase(Head + "\"vectors\":{\"the\":[1e99,2]}}", "'FILE': number 1 of the word 'the' is not a finite number.")]
    [TestCase("{\"vectors\":{\"the\":[1,2]}}", "'FILE': 'dimensions', the number of values in a vector, must stand before 'vectors'.")]
    [TestCase("{\"dimensions\":0,\"vectors\":{}}", "'FILE': 'dimensions' must be a whole number from 1 to 65536.")]
    [TestCase("{\"dimensions\":2.5,\"vectors\":{}}", "'FILE': 'dimensions' must be a whole number from 1 to 65536.")]
    [TestCase(
        Head + "\"vectors\":{}}",
        "'FILE' holds no word vectors; it must be an object with 'dimensions' and 'vectors', the words with their numbers.")]
    [TestCase(
        "{\"a\":1}", "'FILE' holds no word vectors; it must be an object with 'dimensions' and 'vectors', the words with their numbers.")]
    [TestCase("{}", "'FILE' holds no word vectors; it must be an object with 'dimensions' and 'vectors', the words with their numbers.")]
    [TestCase(
        "{\"dimensions\":2,\n\"vectors\":{\"the\":[1,x]}}",
        "'FILE' is damaged at line 2, byte 21: it is no JSON there; copy or download it again.")]
    [TestCase(
        "{\"dimensions\":2,\n\"vectors\":{\"the\":[1,2",
        "'FILE' is damaged at line 2, byte 22: it is no JSON there; copy or download it again.")]
    public void A_broken_file_is_refused(string content, string message)
    {
        var path = _folder.Write("vectors.json", content);

        Assert.That(
            () => Indexed.Vectors(path),
            Throws.TypeOf<MpucException>().With.Message.EqualTo(message.Replace("FILE", path, StringComparison.Ordinal)));
    }

    [Test]
    public void A_word_that_is_not_UTF_8_is_refused()
    {
        var path = _folder.Write(
            "vectors.json", [.. Encoding.UTF8.GetBytes(Head + "\"vectors\":{\"a\":[1,2],\""), 0xE9, .. "\":[3,4]}}"u8]);

        Assert.That(
            () => Indexed.Vectors(path),
            Throws.TypeOf<MpucException>().With.Message.EqualTo(
                $"'{path}' is damaged: the name after the word 'a' is no text in Unicode; copy or download it again."));
    }

    [Test]
    public void A_word_without_end_is_refused()
    {
        var path = _folder.Write("vectors.json", Head + "\"vectors\":{\"" + new string('a', 3 << 20));

        Assert.That(
            () => Indexed.Vectors(path),
            Throws.TypeOf<MpucException>().With.Message.EqualTo(
                $"'{path}' holds a word or a number of more than 1048576 bytes; it is no file of word vectors."));
    }

    private WordVectors Read(string content) => Indexed.Vectors(_folder.Write("vectors.json", content));
}
