using TorchSharp;

namespace Mpuc.Plugins.Text.Tests;

[TestFixture]
internal sealed class TextEncoderTests
{
    private TemporaryFolder _folder = null!;
    private RecordedLog _log = null!;
    private TextEncoder _encoder = null!;

    [SetUp]
    public void SetUp()
    {
        (_folder, _log) = (new TemporaryFolder(), new RecordedLog());
        _folder.Write("vectors.txt", "bin 1 2\nblue 3 4\nat 5 6\nf 7 8\ntwo 9 10\nnow 11 12\n! 13 14\n");
        _encoder = Encoder();
    }

    [TearDown]
    public void TearDown()
    {
        _encoder.Dispose();
        _folder.Dispose();
    }

    [Test]
    public async Task A_transcript_becomes_frames_of_word_vectors()
    {
        using var sequence = await ReadAsync("Bin blue at F two now.\n");

        Assert.That(sequence.Values.shape, Is.EqualTo(new long[] { 18, 2 }));
        Assert.That(sequence.Values.dtype, Is.EqualTo(torch.ScalarType.Float32));
        Assert.That(sequence.FrameRate, Is.EqualTo(10));
        Assert.That(sequence.Duration, Is.EqualTo(1.8).Within(1e-9));
        Assert.That(sequence.Values[0].data<float>().ToArray(), Is.EqualTo(new[] { 1f, 2f }));
        Assert.That(sequence.Values[17].data<float>().ToArray(), Is.EqualTo(new[] { 11f, 12f }));
    }

    [Test]
    public async Task The_papers_frames_are_one_per_word()
    {
        using var encoder = Encoder(("timeAxis", "words"));
        using var sequence = await encoder.ReadAsync(Source("bin blue"), CancellationToken.None);
        using var window = encoder.Window(sequence, new TimeWindow(0, 3));

        Assert.That(sequence.Values.data<float>().ToArray(), Is.EqualTo(new[] { 1f, 2f, 3f, 4f }));
        Assert.That(window.Values.shape, Is.EqualTo(new long[] { 30, 2 }));
        Assert.That(window.ValidLength, Is.EqualTo(2));
    }

    [Test]
    public async Task A_row_of_a_table_and_an_alignment_are_read_alike()
    {
        using var encoder = Encoder(("keyColumns", (string[])["d", "u"]), ("timeAxis", "words"));
        var table = _folder.Write("table.csv", "d,u,text\n0,0,bin\n0,1,\"blue, now\"\n");
        var align = _folder.Write("a.align", "0 25000 sil\n25000 50000 blue\n50000 75000 now\n");

        using var row = await encoder.ReadAsync(new ModalitySource(table) { Key = "0,1" }, CancellationToken.None);
        using var aligned = await encoder.ReadAsync(new ModalitySource(align), CancellationToken.None);

        Assert.That(row.Values.data<float>().ToArray(), Is.EqualTo(new[] { 3f, 4f, 11f, 12f }));
        Assert.That(aligned.Values.data<float>().ToArray(), Is.EqualTo(new[] { 3f, 4f, 11f, 12f }));
    }

    [Test]
    public async Task An_alignment_keeps_its_pauses_on_the_axis_of_seconds()
    {
        using var encoder = Encoder(("frameRate", 2.0));
        var align = _folder.Write("a.align", "0 25000 sil\n25000 50000 blue\n50000 75000 sil\n");

        using var sequence = await encoder.ReadAsync(new ModalitySource(align), CancellationToken.None);

        Assert.That(sequence.Values.select(1, 0).data<float>().ToArray(), Is.EqualTo(new[] { 0f, 0f, 3f, 3f, 0f, 0f }));
    }

    [TestCase(3.0, 30)]
    [TestCase(0.01, 1)]
    public void A_window_has_at_least_one_frame(double seconds, int frames) =>
        Assert.That(_encoder.WindowFrames(seconds), Is.EqualTo(frames));

    [Test]
    public async Task Words_without_a_vector_are_reported()
    {
        using var sequence = await ReadAsync("bin blargon at oojah");

        Assert.That(_log.Messages, Has.Some.Matches<string>(message => message!.StartsWith("Debug: 2 of 4 words", StringComparison.Ordinal)
            && message.EndsWith("have no vector: [\"blargon\", \"oojah\"]", StringComparison.Ordinal)));
    }

    [TestCase(" \n", "")]
    [TestCase("?! ... --", "")]
    public void A_transcript_without_words_is_refused(string text, string part)
    {
        var source = Source(text);

        Refuses(
            source,
            $"'{source.Path}': the transcript holds no word{part}; leave the recording's text out, or set the option 'emptyTranscript' "
                + "to 'zero'.");
    }

    [Test]
    public void A_row_without_words_is_named_by_its_key()
    {
        var source = new ModalitySource(_folder.Write("t.csv", "id,text\n7,!\n")) { Key = "7" };

        Refuses(
            source,
            $"'{source.Path}', row '7': the transcript holds no word; leave the recording's text out, or set the option "
                + "'emptyTranscript' to 'zero'.");
    }

    [Test]
    public void A_span_without_words_is_named_by_its_times()
    {
        var source = new ModalitySource(_folder.Write("a.align", "0 25000 bin\n25000 75000 sil\n")) { Start = 1, End = 2.5 };

        Refuses(
            source,
            $"'{source.Path}': the transcript holds no word between 1 s and 2.5 s; leave the recording's text out, or set the option "
                + "'emptyTranscript' to 'zero'.");
    }

    [Test]
    public async Task Where_it_is_allowed_a_transcript_without_words_is_a_frame_of_zeros()
    {
        using var encoder = Encoder(("emptyTranscript", "zero"));

        using var sequence = await encoder.ReadAsync(Source("!"), CancellationToken.None);

        Assert.That(sequence.Values.data<float>().ToArray(), Is.EqualTo(new[] { 0f, 0f }));
    }

    [Test]
    public async Task Punctuation_that_is_kept_is_a_word()
    {
        using var encoder = Encoder(("punctuation", "keep"), ("timeAxis", "words"));

        using var sequence = await encoder.ReadAsync(Source("now!!!"), CancellationToken.None);

        Assert.That(sequence.Values.data<float>().ToArray(), Is.EqualTo(new[] { 11f, 12f, 13f, 14f }));
    }

    [Test]
    public void Vectors_that_are_not_there_are_missed_when_the_first_transcript_is_read()
    {
        using var encoder = Encoder(("vectors", _folder.File("none.txt")));

        Assert.That(
            () => encoder.ReadAsync(Source("bin"), CancellationToken.None),
            Throws.TypeOf<MpucException>().With.Message.EqualTo($"There are no weights '{_folder.File("none.txt")}'."));
    }

    [Test]
    public async Task Several_transcripts_may_be_read_at_once()
    {
        var sources = Enumerable.Range(0, 40)
            .Select(i => Source(string.Join(' ', Enumerable.Repeat(i % 2 == 0 ? "bin" : "now", i + 1))))
            .ToArray();

        var sequences = await Task.WhenAll(sources.Select(source => _encoder.ReadAsync(source, CancellationToken.None)));

        Assert.That(sequences.Select(sequence => sequence.Length), Is.EqualTo(Enumerable.Range(1, 40).Select(words => 3 * words)));
        Assert.That(_log.Messages.Count(message => message.Contains("Building", StringComparison.Ordinal)), Is.EqualTo(1));
        Array.ForEach(sequences, sequence => sequence.Dispose());
    }

    [Test]
    public async Task Reading_leaves_no_tensor_behind()
    {
        (await ReadAsync("bin blue")).Dispose();

        var left = await LiveTensors.LeftByAsync(async () =>
        {
            (await ReadAsync("bin blue")).Dispose();
            await _encoder.PreviewAsync(Source("bin blue"), 1, CancellationToken.None);
        });

        Assert.That(left, Is.Zero);
    }

    [Test]
    public async Task A_preview_shows_the_words_with_their_times()
    {
        var preview = await _encoder.PreviewAsync(Source("Bin blargon!"), 4, CancellationToken.None);

        Assert.That(preview.Caption, Is.EqualTo("2 words, 1 of them with a vector, as 6 frames of 2 numbers"));
        Assert.That(preview.Duration, Is.EqualTo(0.6));
        Assert.That(
            preview.Words, Is.EqualTo(new[] { new PreviewWord("Bin", 0, 0.3), new PreviewWord("blargon", 0.3, 0.6, Known: false) }));
        Assert.That(preview.Pictures, Is.Empty);
    }

    [TestCase(".txt", 1, "has 1048577 bytes; the transcript of one recording may have 1 MiB, and a table of many is asked for by a key.")]
    [TestCase(".align", 8, "has 8388609 bytes; the transcript of one recording may have 8 MiB, and a table of many is asked for by a key.")]
    [TestCase(".jsonl", 8, "has 8388609 bytes; the transcript of one recording may have 8 MiB, and a table of many is asked for by a key.")]
    [TestCase(".words", 8, "has 8388609 bytes; the transcript of one recording may have 8 MiB, and a table of many is asked for by a key.")]
    public void A_transcript_that_no_recording_has_is_refused_before_it_is_read(string extension, int mebibytes, string message)
    {
        var path = _folder.Write("long" + extension, new string('x', (mebibytes << 20) + 1));

        Refuses(new ModalitySource(path), $"'{path}' {message}");
    }

    [Test]
    public void More_words_than_anybody_says_are_refused_before_anything_is_made_of_them()
    {
        var path = _folder.Write("words.txt", string.Concat(Enumerable.Repeat("at ", 100_001)));

        Refuses(
            new ModalitySource(path),
            $"'{path}' has at least 100001 words; the transcript of one recording may have 100000, eight hours of speech.");
    }

    [Test]
    public void A_link_to_a_long_transcript_is_as_long()
    {
        var path = _folder.Write("long.txt", new string('x', (1 << 20) + 1));
        File.CreateSymbolicLink(_folder.File("link.txt"), path);

        Refuses(
            new ModalitySource(_folder.File("link.txt")),
            $"'{_folder.File("link.txt")}' has 1048577 bytes; the transcript of one recording may have 1 MiB, and a table of many is "
                + "asked for by a key.");
    }

    private void Refuses(ModalitySource source, string message) =>
        Assert.That(() => _encoder.ReadAsync(source, CancellationToken.None), Throws.TypeOf<MpucException>().With.Message.EqualTo(message));

    private TextEncoder Encoder(params (string Name, object Value)[] set)
    {
        var values = new Dictionary<string, object> { ["vectors"] = _folder.File("vectors.txt") };
        foreach (var (name, value) in set)
        {
            values[name] = value;
        }

        return new TextEncoder(
            new OptionValues(TextOptions.Schema, values), _log.Logger, new FakeWeights(_folder.File("cache")), new FakeTimedFeatures());
    }

    private ModalitySource Source(string text) => new(_folder.Write(Path.GetRandomFileName() + ".txt", text));

    private Task<ModalitySequence> ReadAsync(string text) => _encoder.ReadAsync(Source(text), CancellationToken.None);
}
