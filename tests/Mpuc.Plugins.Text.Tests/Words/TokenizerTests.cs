using Mpuc.Plugins.Text.Words;

namespace Mpuc.Plugins.Text.Tests.Words;

[TestFixture]
internal sealed class TokenizerTests
{
    [TestCase("bin blue at f two now", "bin|blue|at|f|two|now")]
    [TestCase("  You must've had\tyour hands\r\nfull. ", "You|must've|had|your|hands|full")]
    [TestCase("Hello,world!How are you?", "Hello|world|How|are|you")]
    [TestCase("well--no, uh-huh...yes", "well|no|uh-huh|yes")]
    [TestCase("(laughs) [inaudible] <b>", "laughs|inaudible|b")]
    [TestCase("$5, 50% & more", "5|50|more")]
    public void Words_are_what_lies_between_spaces_and_punctuation(string text, string expected) =>
        Assert.That(Split(text), Is.EqualTo(expected));

    [TestCase("don't", "don't")]
    [TestCase("he said 'hello there'", "he|said|'hello|there'")]
    [TestCase("get 'em, the dogs' bones", "get|'em|the|dogs'|bones")]
    [TestCase("rock 'n' roll", "rock|'n'|roll")]
    [TestCase("'' ' '", "")]
    public void An_apostrophe_stays_with_its_word(string text, string expected) => Assert.That(Split(text), Is.EqualTo(expected));

    [TestCase("it\u2019s", "it's")]
    [TestCase("it\u2018s", "it's")]
    [TestCase("it\u02BCs", "it's")]
    [TestCase("it\u0092s", "it's")]
    [TestCase("it`s", "it's")]
    [TestCase("twenty\u2010five", "twenty-five")]
    [TestCase("no\u2014yes\u0097maybe\u2013so", "no|yes|maybe|so")]
    [TestCase("so\u2026what\u0085now", "so|what|now")]
    [TestCase("\u201Cquoted\u201D \u0093too\u0094", "quoted|too")]
    [TestCase("soft\u00ADhyphen zero\u200Bwidth", "softhyphen|zerowidth")]
    public void Typographic_characters_and_what_is_left_of_Windows_1252_become_plain(string text, string expected) =>
        Assert.That(Split(text), Is.EqualTo(expected));

    [TestCase("1,000 people, 3.5 times at 5:30.", "1,000|people|3.5|times|at|5:30")]
    [TestCase("from the KL-5 to GR-6 system.", "from|the|KL-5|to|GR-6|system")]
    [TestCase("1, 2, 3.", "1|2|3")]
    public void Numbers_keep_their_separators(string text, string expected) => Assert.That(Split(text), Is.EqualTo(expected));

    [TestCase("the U.S. is big", "the|U.S.|is|big")]
    [TestCase("at 5 a.m. sharp", "at|5|a.m.|sharp")]
    [TestCase("No.I said no.", "No|I|said|no")]
    [TestCase("i.Am", "i|Am")]
    public void Abbreviations_of_single_letters_keep_their_dots(string text, string expected) =>
        Assert.That(Split(text), Is.EqualTo(expected));

    [TestCase("caf\u00E9 na\u00EFve", "caf\u00E9|na\u00EFve")]
    [TestCase("cafe\u0301", "cafe\u0301")]
    [TestCase("\u041F\u0440\u0438\u0432\u0435\u0442, \u4F60\u597D", "\u041F\u0440\u0438\u0432\u0435\u0442|\u4F60\u597D")]
    [TestCase("ok \U0001F600\U0001F600 fine", "ok|fine")]
    public void Letters_of_every_script_make_words(string text, string expected) => Assert.That(Split(text), Is.EqualTo(expected));

    [TestCase("")]
    [TestCase(" \t\r\n")]
    [TestCase("!?... -- '")]
    [TestCase("\U0001F600")]
    public void Without_letters_and_digits_there_is_no_word(string text) => Assert.That(Tokenizer.Split(text, keepMarks: false), Is.Empty);

    [Test]
    public void Punctuation_that_is_kept_comes_once_per_run()
    {
        var tokens = Tokenizer.Split("Oh!!! Really?! Well.. no; (fine), 3.5", keepMarks: true);

        Assert.That(
            string.Join('|', tokens.Select(token => token.IsMark ? $"<{token.Text}>" : token.Text)),
            Is.EqualTo("Oh|<!>|Really|<?>|<!>|Well|<...>|no|<;>|fine|<,>|3.5"));
    }

    [Test]
    public void A_million_characters_without_a_space_take_no_more_than_their_share()
    {
        Assert.That(Tokenizer.Split(new string('a', 1_000_000), keepMarks: true), Has.Count.EqualTo(1));
        Assert.That(Tokenizer.Split(string.Concat(Enumerable.Repeat("a'-.", 250_000)), keepMarks: true), Has.Count.GreaterThan(250_000));
        Assert.That(Tokenizer.Split(string.Concat(Enumerable.Repeat("1.", 500_000)), keepMarks: true), Has.Count.EqualTo(2));
    }

    private static string Split(string text) => string.Join('|', Tokenizer.Split(text, keepMarks: false).Select(token => token.Text));
}
