using Mpuc.Plugins.Text.Words;

namespace Mpuc.Plugins.Text.Tests.Words;

[TestFixture]
internal sealed class WordLookupTests
{
    private static readonly string[] Plain =
    [
        "do",
        "not",
        "can",
        "will",
        "it",
        "you",
        "know",
        "are",
        "let",
        "us",
        "because",
        "okay",
        "them",
        "mother",
        "talk",
        "talking",
        "no",
        "yes",
        "twenty",
        "five", "one", "hundred", "pm", "cafe", "would", "have", "o", "clock", "system", "kl", "am", "ca", "in", "cool", "col", "is",
    ];

    [TestCase("yes", "yes")]
    [TestCase("YES", "yes")]
    public void A_word_is_found_in_lower_case(string word, string expected) => Assert.That(Find(Plain, word), Is.EqualTo(expected));

    [Test]
    public void Where_only_the_capitalised_word_is_known_it_counts() =>
        Assert.That(Find(["Phoebe", "paris", "Paris"], "Phoebe", "Paris", "phoebe"), Is.EqualTo("Phoebe paris ?phoebe"));

    [TestCase("don't", "do n't")]
    [TestCase("can't", "ca n't")]
    [TestCase("it's", "it 's")]
    [TestCase("mother's", "mother 's")]
    [TestCase("let's", "let 's")]
    public void A_contraction_is_split_as_in_the_vocabularys_training_text(string word, string expected) =>
        Assert.That(Find([.. Plain, "n't", "'s"], word), Is.EqualTo(expected));

    [TestCase("don't", "do not")]
    [TestCase("can't", "can not")]
    [TestCase("won't", "will not")]
    [TestCase("ain't", "is not")]
    [TestCase("you're", "you are")]
    [TestCase("you'll", "you will")]
    [TestCase("would've", "would have")]
    [TestCase("you'd", "you would")]
    [TestCase("it's", "it")]
    [TestCase("let's", "let us")]
    [TestCase("'cause", "because")]
    [TestCase("'em", "them")]
    [TestCase("y'know", "you know")]
    [TestCase("wouldn't've", "would not have")]
    public void Where_the_vocabulary_has_no_apostrophes_it_is_written_out(string word, string expected) =>
        Assert.That(Find(Plain, word), Is.EqualTo(expected));

    [Test]
    public void The_whole_word_comes_before_its_parts() =>
        Assert.That(Find(["don't", "do", "n't", "twenty-five", "twenty", "five"], "Don't", "twenty-five"), Is.EqualTo("don't twenty-five"));

    [TestCase("twenty-five", "twenty five")]
    [TestCase("no-no-no", "no no no")]
    [TestCase("it's-it's", "it it")]
    [TestCase("kl-5", "kl five")]
    [TestCase("twenty-xyz", "twenty ?xyz")]
    public void A_hyphenated_word_is_its_parts(string word, string expected) => Assert.That(Find(Plain, word), Is.EqualTo(expected));

    [TestCase("125", "one hundred twenty five")]
    [TestCase("5pm", "five pm")]
    [TestCase("3", "?three")]
    public void A_number_is_spoken_where_its_digits_are_not_known(string word, string expected) =>
        Assert.That(Find(Plain, word), Is.EqualTo(expected));

    [Test]
    public void A_known_number_stays() => Assert.That(Find(["1,000", "one", "thousand"], "1,000"), Is.EqualTo("1,000"));

    [TestCase("'yes", "yes")]
    [TestCase("yes'", "yes")]
    [TestCase("'yes'", "yes")]
    [TestCase("talkin'", "talking")]
    [TestCase("in'", "in")]
    [TestCase("o'clock", "o clock")]
    [TestCase("'xyz'", "?xyz")]
    public void Apostrophes_that_do_not_belong_to_the_word_are_left_out(string word, string expected) =>
        Assert.That(Find(Plain, word), Is.EqualTo(expected));

    [TestCase("yesss", "yes")]
    [TestCase("nooooo", "no")]
    [TestCase("coooool", "cool")]
    [TestCase("coolll", "cool")]
    [TestCase("xyzzz", "?xyzzz")]
    public void Drawn_out_letters_are_shortened(string word, string expected) =>
        Assert.That(Find(Plain, word), Is.EqualTo(expected));

    [Test]
    public void Accents_are_left_out_at_last() =>
        Assert.That(Find(Plain, "caf\u00E9", "CAF\u00C9", "\u00FF\u00E5"), Is.EqualTo("cafe cafe ?\u00FF\u00E5"));

    [TestCase("!")]
    [TestCase("...")]
    [TestCase("'")]
    [TestCase("\u4F60")]
    public void What_is_not_known_is_one_piece_without_a_row(string word)
    {
        var pieces = new WordLookup(new WordList(Plain)).Find(word);

        Assert.That(pieces, Is.EqualTo(new[] { new WordPiece(word, -1) }));
        Assert.That(pieces[0].IsKnown, Is.False);
    }

    [Test]
    public void Pieces_know_their_rows() =>
        Assert.That(
            new WordLookup(new WordList("a", "b", "c")).Find("c-a"), Is.EqualTo(new[] { new WordPiece("c", 2), new WordPiece("a", 0) }));

    private static string Find(string[] vocabulary, params string[] words) =>
        string.Join(
            ' ',
            words.SelectMany(new WordLookup(new WordList(vocabulary)).Find).Select(piece => piece.IsKnown ? piece.Text : "?" + piece.Text));
}
