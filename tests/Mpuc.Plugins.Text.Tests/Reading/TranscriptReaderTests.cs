using Mpuc.Plugins.Text.Reading;

namespace Mpuc.Plugins.Text.Tests.Reading;

[TestFixture]
internal sealed class TranscriptReaderTests
{
    private const string Align = "0 23750 sil\n23750 29500 bin\n29500 34000 blue\n34000 35500 at\n35500 41000 f\n41000 47250 two\n47250 53000 now\n53000 74500 sil\n";

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void SetUp() => _folder = new TemporaryFolder();

    [TearDown]
    public void TearDown() => _folder.Dispose();

    [Test]
    public void A_plain_text_has_no_times_and_no_length()
    {
        var transcript = Read("a.txt", "bin blue at f two now\n");

        Assert.That(transcript, Is.EqualTo(new Transcript("bin blue at f two now\n", null, null)));
    }

    [Test]
    public void A_plain_text_lasts_as_long_as_the_span_that_it_is_the_transcript_of()
    {
        var source = new ModalitySource(_folder.Write("a.txt", "bin blue")) { Start = 2, End = 5 };

        Assert.That(Reader().Read(source).Duration, Is.EqualTo(3));
    }

    [Test]
    public void An_alignments_words_have_times_in_25000ths_of_a_second_and_silence_gives_the_length()
    {
        var transcript = Read("a.align", Align);

        Assert.That(transcript.Words, Has.Count.EqualTo(6));
        Assert.That(transcript.Words![0], Is.EqualTo(new TimedText("bin", 0.95, 1.18)));
        Assert.That(transcript.Words[5], Is.EqualTo(new TimedText("now", 1.89, 2.12)));
        Assert.That(transcript.Duration, Is.EqualTo(2.98));
    }

    [TestCase("clip.words", "start,end,word\n0.5,0.75,so\n1.0,1.5,\"well, yes\"\n1.5,1.75,sp\n")]
    [TestCase("words.csv", "\uFEFFspeaker, Word ,End,START\nA,so,0.75,0.5\nB,\"well, yes\",1.5,1.0\nA,SP,1.75,1.5\n")]
    [TestCase(
        "words.jsonl",
        "{\"start\":0.5,\"end\":0.75,\"word\":\"so\"}\n\n{\"word\":\"well, "
            + "yes\",\"start\":1,\"end\":1.5,\"p\":0.9}\r\n{\"start\":1.5,\"end\":1.75,\"word\":\"sp\"}")]
    public void Time_stamped_words_are_read_from_tables_and_JSON_lines(string name, string content)
    {
        var transcript = Read(name, content);

        Assert.That(transcript.Words, Is.EqualTo(new[] { new TimedText("so", 0.5, 0.75), new TimedText("well, yes", 1, 1.5) }));
        Assert.That(transcript.Duration, Is.EqualTo(1.75));
    }

    [Test]
    public void Words_out_of_order_are_put_in_order() =>
        Assert.That(Read("a.csv", "start,end,word\n2,3,b\n0,1,a\n").Words!.Select(word => word.Text), Is.EqualTo(new[] { "a", "b" }));

    [Test]
    public void Of_a_longer_recording_those_words_count_whose_middle_lies_in_the_span()
    {
        var source = new ModalitySource(_folder.Write("a.align", Align)) { Start = 1.1, End = 1.9 };

        var transcript = Reader().Read(source);

        // bin (0.95 to 1.18) has its middle before, now (1.89 to 2.12) after.
        Assert.That(transcript.Words!.Select(word => word.Text), Is.EqualTo(new[] { "blue", "at", "f", "two" }));
        Assert.That(transcript.Words![0].Start, Is.EqualTo(0.08).Within(1e-9));
        Assert.That(transcript.Words[3].End, Is.EqualTo(0.79).Within(1e-9));
        Assert.That(transcript.Duration, Is.EqualTo(0.8).Within(1e-9));
    }

    [Test]
    public void Neighbouring_spans_share_no_word_and_lose_none()
    {
        var path = _folder.Write("a.align", Align);
        double[] borders = [0, 0.5, 1.065, 1.5, 2.0, 2.98];

        var words = borders.Zip(borders.Skip(1)).SelectMany(span =>
            Reader().Read(new ModalitySource(path) { Start = span.First, End = span.Second }).Words!);

        Assert.That(words.Select(word => word.Text), Is.EqualTo(new[] { "bin", "blue", "at", "f", "two", "now" }));
    }

    [Test]
    public void A_word_that_reaches_over_the_spans_ends_is_cut_to_them()
    {
        var source = new ModalitySource(_folder.Write("a.csv", "start,end,word\n0,10,long\n")) { Start = 4, End = 7 };

        Assert.That(Reader().Read(source).Words, Is.EqualTo(new[] { new TimedText("long", 0, 3) }));
    }

    [Test]
    public void Silence_is_what_the_option_says()
    {
        var reader = new TranscriptReader(new ReadingOptions { Silence = ["<s>"] });

        var transcript = reader.Read(new ModalitySource(_folder.Write("a.csv", "start,end,word\n0,1,<S>\n1,2,sil\n")));

        Assert.That(transcript.Words!.Single().Text, Is.EqualTo("sil"));
    }

    [TestCase(-1.0, null, "A recording cannot run from -1 s to its end in 'FILE'; it must start at 0 s or later and end after its start.")]
    [TestCase(2.0, 2.0, "A recording cannot run from 2 s to 2 s in 'FILE'; it must start at 0 s or later and end after its start.")]
    [TestCase(3.0, null, "'FILE' ends at 2.98 s; a recording cannot start at 3 s in it.")]
    public void A_span_that_cannot_be_is_refused(double start, double? end, string message)
    {
        var path = _folder.Write("a.align", Align);

        Refuses(
            () => Reader().Read(new ModalitySource(path) { Start = start, End = end }),
            message.Replace("FILE", path, StringComparison.Ordinal));
    }

    [TestCase("a.align", "0 100 a\n50 40 b", "'FILE', line 2: the word 'b' ends at 0.0016 s, before its start at 0.002 s.")]
    [TestCase(
        "a.align",
        "0 100 a\n\n50 b",
        "'FILE', line 3: this is no alignment; a line must be START END WORD, with times in 1/25000 s, such as '23750 29500 bin', or in "
            + "seconds with fractions, such as '0.95 1.18 bin'.")]
    [TestCase(
        "a.align",
        "0 x a",
        "'FILE', line 1: this is no alignment; a line must be START END WORD, with times in 1/25000 s, such as '23750 29500 bin', or in "
            + "seconds with fractions, such as '0.95 1.18 bin'.")]
    [TestCase("a.align", "-25000 100 a", "'FILE', line 1: a word cannot be spoken from -1 s to 0.004 s; times count from 0.")]
    [TestCase("a.align", "0 NaN a", "'FILE', line 1: a word cannot be spoken from 0 s to NaN s; times count from 0.")]
    [TestCase("a.csv", "start,end,word\n1,0.5,so\n", "'FILE', line 2: the word 'so' ends at 0.5 s, before its start at 1 s.")]
    [TestCase("a.csv", "start,end,word\n1,late,so\n", "'FILE', line 2: 'late' is not a number of seconds.")]
    [TestCase(
        "a.csv",
        "start,word\n1,so\n",
        "'FILE', line 1: there is no column 'end'; a file of timed words needs start, end, word, and a table with one transcript per "
            + "row is asked for by a key.")]
    [TestCase("a.csv", "start,end,word\n1,2\n", "'FILE', line 2: there are 2 cells where the header names 3 columns.")]
    [TestCase("a.csv", "start,end,word\n", "'FILE' has a header but no row.")]
    [TestCase(
        "a.csv",
        "start,end,word\n1,2,\"so\n",
        "'FILE', line 2: the quotation marks are out of place; one inside a cell must be doubled, and the cell quoted.")]
    [TestCase(
        "a.jsonl", "{\"start\":0,\"end\":1,\"word\":\"a\"}\n{\"start\":0", "'FILE', line 2: this is not one JSON object on one line.")]
    [TestCase(
        "a.jsonl",
        "{\"start\":\"0\",\"end\":1,\"word\":\"a\"}",
        "'FILE', line 1: a line must be an object with a text 'word' and the numbers 'start' and 'end' in seconds.")]
    [TestCase(
        "a.jsonl", "[1]", "'FILE', line 1: a line must be an object with a text 'word' and the numbers 'start' and 'end' in seconds.")]
    [TestCase("a.jsonl", "{\"start\":2,\"end\":1,\"word\":\"a\"}", "'FILE', line 1: the word 'a' ends at 1 s, before its start at 2 s.")]
    public void A_broken_line_is_named(string name, string content, string message)
    {
        var path = _folder.Write(name, content);

        Refuses(() => Reader().Read(new ModalitySource(path)), message.Replace("FILE", path, StringComparison.Ordinal));
    }

    private static void Refuses(Action read, string message) =>
        Assert.That(read, Throws.TypeOf<MpucException>().With.Message.EqualTo(message));

    private static TranscriptReader Reader() => new(new ReadingOptions());

    private Transcript Read(string name, string content) => Reader().Read(new ModalitySource(_folder.Write(name, content)));
}
