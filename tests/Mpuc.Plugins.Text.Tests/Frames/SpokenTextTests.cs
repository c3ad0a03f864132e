using Mpuc.Plugins.Text.Frames;
using Mpuc.Plugins.Text.Reading;
using Mpuc.Plugins.Text.Tests.Words;
using Mpuc.Plugins.Text.Words;

namespace Mpuc.Plugins.Text.Tests.Frames;

[TestFixture]
internal sealed class SpokenTextTests
{
    private static readonly WordLookup Lookup = new(new WordList("so", "do", "not", "go"));

    [Test]
    public void A_text_without_times_lasts_so_long_per_word()
    {
        var text = Create(new Transcript("So... don't go!", null, null), new FrameOptions { SecondsPerWord = 0.5 });

        Assert.That(Show(text), Is.EqualTo("So 0-0.5, don't 0.5-1, go 1-1.5; 1.5 s"));
    }

    [Test]
    public void A_text_of_known_length_is_spread_evenly()
    {
        var text = Create(new Transcript("so don't go", null, 6));

        Assert.That(Show(text), Is.EqualTo("So 0-2, don't 2-4, go 4-6; 6 s").IgnoreCase);
    }

    [Test]
    public void Words_with_times_keep_them()
    {
        var text = Create(new Transcript(string.Empty, [new TimedText("so", 0.5, 1), new TimedText("go", 2, 2.25)], 3));

        Assert.That(Show(text), Is.EqualTo("so 0.5-1, go 2-2.25; 3 s"));
    }

    [Test]
    public void The_words_of_an_entry_share_its_time()
    {
        var text = Create(new Transcript(string.Empty, [new TimedText("so, so go!", 1, 4), new TimedText("--", 4, 5)], 5));

        Assert.That(Show(text), Is.EqualTo("so 1-2, so 2-3, go 3-4; 5 s"));
    }

    [Test]
    public void Punctuation_that_is_kept_takes_its_time_like_a_word()
    {
        var text = Create(new Transcript("so, go!", null, 4), new FrameOptions { KeepsPunctuation = true });

        Assert.That(Show(text), Is.EqualTo("so 0-1, , 1-2, go 2-3, ! 3-4; 4 s"));
    }

    [Test]
    public void A_word_is_known_where_one_of_its_pieces_is()
    {
        var text = Create(new Transcript("don't blargon blargon-go", null, null));

        Assert.That(text.Words.Select(word => word.IsKnown), Is.EqualTo(new[] { true, false, true }));
        Assert.That(text.Words[0].Pieces, Has.Count.EqualTo(2));
    }

    [TestCase("")]
    [TestCase("?!")]
    public void Nothing_said_is_no_words(string text) => Assert.That(Create(new Transcript(text, null, null)).Words, Is.Empty);

    [Test]
    public void A_recording_that_is_too_long_is_refused()
    {
        var options = new FrameOptions { MaxSeconds = 2 };
        const string Message = "'a.txt' lasts 3 s, more than 'maxSeconds' with 2 s; raise that or cut the recording.";

        Assert.That(() => Create(new Transcript(string.Join(' ', Enumerable.Repeat("so", 10)), null, null), options), Refused(Message));
        Assert.That(() => Create(new Transcript("so", null, 3), options), Refused(Message));
        Assert.That(() => Create(new Transcript(string.Empty, [new TimedText("so", 0, 1)], 3), options), Refused(Message));
    }

    private static NUnit.Framework.Constraints.Constraint Refused(string message) =>
        Throws.TypeOf<MpucException>().With.Message.EqualTo(message);

    private static SpokenText Create(Transcript transcript, FrameOptions? options = null) =>
        SpokenText.Create(transcript, Lookup, options ?? new FrameOptions(), "a.txt");

    private static string Show(SpokenText text)
    {
        var words = text.Words.Select(word => FormattableString.Invariant($"{word.Token.Text} {word.Start}-{word.End}"));
        return FormattableString.Invariant($"{string.Join(", ", words)}; {text.Duration} s");
    }
}
