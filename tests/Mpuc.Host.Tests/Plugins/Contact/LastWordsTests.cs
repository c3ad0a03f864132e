using Mpuc.Host.Plugins.Contact;

namespace Mpuc.Host.Tests.Plugins.Contact;

public sealed class LastWordsTests
{
    [TestCase("terminate called\n  what():  sizes differ (2 and 3).\nException raised\n", "sizes differ (2 and 3)")]
    [TestCase("Process terminated.\nno way out\n   at System.Environment.FailFast(System.String)\n", "no way out")]
    [TestCase("Process terminated. no way out\n   at System.Environment.FailFast(System.String)\n", "no way out")]
    [TestCase("Unhandled exception. System.FormatException: no number.\r\n   at X.Y()\n", "System.FormatException: no number")]
    [TestCase("talk\nStack overflow.\nRepeat 9000 times:\n", "stack overflow")]
    [TestCase("what(): first\nterminate called\n  what():  last\n", "last")]
    [TestCase("  what():  red \u001b[31m and\tmore\n", "red  [31m and more")]
    public void The_sentence_is_found_in_what_a_process_wrote(string error, string expected) =>
        Assert.That(LastWords.Of(error, 134), Is.EqualTo(expected));

    [TestCase(134, "it aborted (SIGABRT)")]
    [TestCase(139, "a segmentation fault (SIGSEGV)")]
    [TestCase(3, "exit code 3, without a word")]
    [Platform("Linux,MacOSX")]
    public void Without_a_word_the_exit_code_says_it(int exitCode, string expected)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(LastWords.Of("", exitCode), Is.EqualTo(expected));
            Assert.That(LastWords.Of("Process terminated.\n   at System.Environment.FailFast()\n", exitCode), Is.EqualTo(expected));
        }
    }

    [Test]
    public void A_sentence_is_cut_where_it_is_too_long() =>
        Assert.That(LastWords.Of($"what(): {new string('x', 5000)}", 134), Has.Length.EqualTo(400));

    [Test]
    public void Only_the_end_of_a_text_is_kept()
    {
        var text = new BoundedText(5);
        text.Append("abc");
        text.Append("defg");
        Assert.That(text.ToString(), Is.EqualTo("cdefg"));
    }

    [Test]
    public void Lines_are_cut_wherever_the_pieces_end_and_long_ones_lose_their_rest()
    {
        var lines = new List<string>();
        var cutter = new LineCutter(4, lines.Add);
        foreach (var piece in new[] { "a", "b\r\n\nabc", "defgh", "i\nj" })
        {
            cutter.Append(piece);
        }

        Assert.That(lines, Is.EqualTo(new[] { "ab", "", "abcd" }));
    }
}
