namespace Mpuc.Plugins.Text.Tests;

/// <summary>Words and word vectors that the host reads from computational sequences.</summary>
[TestFixture]
internal sealed class TimedTranscriptTests
{
    private static readonly ModalitySource Source = new("/data/words.csd") { Key = "abc", Start = 10, End = 12 };

    private TemporaryFolder _folder = null!;
    private RecordedLog _log = null!;

    [SetUp]
    public void SetUp()
    {
        (_folder, _log) = (new TemporaryFolder(), new RecordedLog());
        _folder.Write("vectors.txt", "bin 1 2\nblue 3 4\nsp 5 6\n");
    }

    [TearDown]
    public void TearDown() => _folder.Dispose();

    [Test]
    public async Task Words_keep_their_times_and_pauses_are_silence()
    {
        var words = FakeTimedFeatures.Words(2, ("bin", -0.1, 0.5), ("sp", 0.5, 1), ("blue", 1, 1.5));
        Assert.That(await Frames(words, ("frameRate", 2.0)), Is.EqualTo(new float[] { 1, 2, 0, 0, 3, 4, 0, 0 }));
        Assert.That(await Frames(words, ("timeAxis", "words")), Is.EqualTo(new float[] { 1, 2, 3, 4 }));
    }

    [Test]
    public async Task Vectors_serve_as_they_are_and_zeros_are_silence()
    {
        var vectors = FakeTimedFeatures.Vectors(2, ([7, 8], -0.1, 0.5), ([0, 0], 0.5, 1), ([float.NaN, 1], 1, 1.5), ([9, 0], 1.5, 2.2));
        Assert.That(await Frames(vectors, ("frameRate", 2.0)), Is.EqualTo(new float[] { 7, 8, 0, 0, 0, 0, 9, 0 }));
        Assert.That(await Frames(vectors, ("timeAxis", "words")), Is.EqualTo(new float[] { 7, 8, 9, 0 }));
    }

    [Test]
    public async Task Vectors_need_no_vectors_of_the_plugins_own() =>
        Assert.That(
            await Frames(FakeTimedFeatures.Vectors(1, ([7, 8, 9], 0, 1)), ("vectors", "nowhere.txt"), ("timeAxis", "words")),
            Is.EqualTo(new float[] { 7, 8, 9 }));

    [Test]
    public void A_recording_of_pauses_is_refused_with_its_place_unless_zeros_may_stand_for_it()
    {
        var (words, vectors) = (FakeTimedFeatures.Words(2, ("sp", 0, 2)), FakeTimedFeatures.Vectors(2, ([0, 0], 0, 2)));
        Assert.That(() => Frames(words), Throws.TypeOf<MpucException>().With.Message.Contains("'/data/words.csd', row 'abc'"));
        Assert.That(
            () => Frames(vectors),
            Throws.TypeOf<MpucException>().With.Message.Contains("'/data/words.csd', abc: no word has a vector from 10 s on for 2 s"));
        Assert.That(() => Frames(words, ("emptyTranscript", "zero"), ("frameRate", 1.0)), Throws.Nothing);
        Assert.That(() => Frames(vectors, ("emptyTranscript", "zero"), ("frameRate", 1.0)), Throws.Nothing);
    }

    [Test]
    public void A_recording_that_is_too_long_is_refused() =>
        Assert.That(
            () => Frames(FakeTimedFeatures.Vectors(30, ([1, 1], 0, 1)), ("maxSeconds", 20.0)),
            Throws.TypeOf<MpucException>().With.Message.Contains("lasts 30 s"));

    [Test]
    public async Task A_preview_shows_the_words_or_says_that_there_are_only_vectors()
    {
        using var words = Encoder(FakeTimedFeatures.Words(2, ("bin", 0, 0.5), ("red", 1, 1.5)));
        using var vectors = Encoder(FakeTimedFeatures.Vectors(2, ([1, 2], 0, 1)));
        var (spoken, numbers) = (await words.PreviewAsync(Source, 1, default), await vectors.PreviewAsync(Source, 1, default));
        Assert.That(spoken.Words.Select(word => (word.Text, word.Start)), Is.EqualTo(new[] { ("bin", 0.0), ("red", 1.0) }));
        Assert.That((numbers.Caption, numbers.Duration), Is.EqualTo(("1 vectors of 2 numbers, one per word", 2.0)));
    }

    private async Task<float[]> Frames(TimedFeatures features, params (string Name, object Value)[] options)
    {
        using var encoder = Encoder(features, options);
        using var sequence = await encoder.ReadAsync(Source, CancellationToken.None);
        return sequence.Values.data<float>().ToArray();
    }

    private TextEncoder Encoder(TimedFeatures features, params (string Name, object Value)[] options)
    {
        var values = new Dictionary<string, object> { ["vectors"] = _folder.File("vectors.txt") };
        foreach (var (name, value) in options)
        {
            values[name] = value;
        }

        return new TextEncoder(
            new OptionValues(TextOptions.Schema, values),
            _log.Logger,
            new FakeWeights(_folder.File("cache")),
            new FakeTimedFeatures(features));
    }
}
