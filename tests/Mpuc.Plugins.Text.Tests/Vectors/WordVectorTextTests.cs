using System.Globalization;
using System.Text;
using Mpuc.Plugins.Text.Vectors;

namespace Mpuc.Plugins.Text.Tests.Vectors;

[TestFixture]
internal sealed class WordVectorTextTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void SetUp() => _folder = new TemporaryFolder();

    [TearDown]
    public void TearDown() => _folder.Dispose();

    [Test]
    public void GloVes_lines_are_a_word_and_its_numbers()
    {
        using var vectors = Read("the 0.25 -1 1e-3\n, 2 3 4\nn't 5 6 7");

        Assert.That((vectors.Width, vectors.Count), Is.EqualTo((3, 3)));
        Assert.That(vectors.Vector("the"), Is.EqualTo(new[] { 0.25f, -1f, 0.001f }));
        Assert.That(vectors.Vector(","), Is.EqualTo(new[] { 2f, 3f, 4f }));
        Assert.That(vectors.Vector("n't"), Is.EqualTo(new[] { 5f, 6f, 7f }));
        Assert.That(vectors.Vector("The"), Is.Null);
    }

    [Test]
    public void The_first_line_of_word2vec_is_no_word()
    {
        using var vectors = Read("2 3\nthe 1 2 3 \nof 4 5 6 \n");

        Assert.That(vectors.Count, Is.EqualTo(2));
        Assert.That(vectors.Vector("of"), Is.EqualTo(new[] { 4f, 5f, 6f }));
    }

    [Test]
    public void A_word_may_hold_spaces()
    {
        using var vectors = Read(". 1 2\n. . . 3 4\nat name@domain.com 5 6\n");

        Assert.That(vectors.Vector(". . ."), Is.EqualTo(new[] { 3f, 4f }));
        Assert.That(vectors.Vector("at name@domain.com"), Is.EqualTo(new[] { 5f, 6f }));
    }

    [Test]
    public void A_number_may_be_a_word()
    {
        using var vectors = Read("the 1 2\n1984 3 4\n");

        Assert.That(vectors.Vector("1984"), Is.EqualTo(new[] { 3f, 4f }));
    }

    [Test]
    public void Tabs_blank_lines_Windows_ends_and_a_byte_order_mark_do_not_matter()
    {
        using var vectors = Read("\uFEFFthe\t1\t2\r\n\r\nof 3  4\r\n");

        Assert.That(vectors.Vector("the"), Is.EqualTo(new[] { 1f, 2f }));
        Assert.That(vectors.Vector("of"), Is.EqualTo(new[] { 3f, 4f }));
    }

    [Test]
    public void Of_a_word_that_comes_twice_the_first_counts()
    {
        using var vectors = Read("a 1 1\nb 2 2\na 3 3\n");

        Assert.That(vectors.Count, Is.EqualTo(2));
        Assert.That(vectors.Vector("a"), Is.EqualTo(new[] { 1f, 1f }));
    }

    [Test]
    public void The_mean_is_that_of_all_vectors()
    {
        using var vectors = Read("a 1 2\nb 2 4\nc 6 0\n");

        Assert.That(vectors.Row(vectors.MeanRow), Is.EqualTo(new[] { 3f, 2f }));
    }

    [Test]
    public void Only_a_line_feed_ends_a_line()
    {
        using var vectors = Read("a\u0085b\u2028c 1 2\nd\u00A0e 3 4\n");

        Assert.That(vectors.Vector("a\u0085b\u2028c"), Is.EqualTo(new[] { 1f, 2f }));
        Assert.That(vectors.Vector("d\u00A0e"), Is.EqualTo(new[] { 3f, 4f }));
    }

    [Test]
    public void Many_words_are_found_again()
    {
        var random = new Random(1);
        var words = Enumerable.Range(0, 20_000).Select(i => $"w{i * 7919 % 20_011}\u00E9{(char)('a' + (i % 26))}").Distinct().ToArray();
        var values = words.ToDictionary(word => word, _ => Enumerable.Range(0, 5).Select(_ => (float)random.NextDouble() - 0.5f).ToArray());
        var lines = words.Select(word =>
            $"{word} {string.Join(' ', values[word].Select(value => value.ToString("R", CultureInfo.InvariantCulture)))}");

        using var vectors = Read(string.Join('\n', lines));

        Assert.That(vectors.Count, Is.EqualTo(words.Length));
        Assert.That(words.All(word => vectors.Vector(word)!.SequenceEqual(values[word])), Is.True);
        Assert.That(vectors.Find("w"), Is.EqualTo(-1));
        Assert.That(vectors.Find("zzz"), Is.EqualTo(-1));
        Assert.That(vectors.Find(string.Empty), Is.EqualTo(-1));
    }

    [TestCase("the 1 2 3\nof 4 5\n", "'FILE', line 2: the word 'of' has 2 numbers where 3 are right, as in the first line.")]
    [TestCase("the 1 2 3\nof 4 5 6 7\n", "'FILE', line 2: the word 'of' has 4 numbers where 3 are right, as in the first line.")]
    [TestCase("the 1 2 3\n4 5 6\n", "'FILE', line 2: the word '4' has 2 numbers where 3 are right, as in the first line.")]
    [TestCase("the 1 2 3\nof\n", "'FILE', line 2: the word 'of' has 0 numbers where 3 are right, as in the first line.")]
    [TestCase("the 1 2 3\nof 4 NaN 6\n", "'FILE', line 2: 'NaN' is not a finite number.")]
    [TestCase("the 1 2 3\nof 4 1e99 6\n", "'FILE', line 2: '1e99' is not a finite number.")]
    [TestCase("the 1 2 3\nof 4 five 6\n", "'FILE', line 2: 'five' is not a finite number.")]
    [TestCase("the 1,5 2,5\n", "'FILE', line 1: '2,5' is not a finite number.")]
    [TestCase("the\nof\n", "'FILE', line 1: the word 'the' has no numbers; a line must hold a word and its vector, separated by spaces.")]
    [TestCase("2 0\nthe\nof\n", "'FILE', line 1: a vector cannot have 0 numbers; it must have 1 to 65536.")]
    [TestCase("3 2\nthe 1 2\nof 3 4\n", "'FILE' holds 2 words where its first line announces 3; copy or download it again.")]
    [TestCase("\n \n", "'FILE' holds no word vectors; every line must hold a word and its numbers.")]
    [TestCase("2 2\n", "'FILE' holds 0 words where its first line announces 2; copy or download it again.")]
    [TestCase("the 1 2\0\n", "'FILE' is a binary file; word vectors must be text, a word and its numbers on every line.")]
    public void A_broken_line_is_named(string content, string message) => Refuses(Encoding.UTF8.GetBytes(content), message);

    [Test]
    public void An_empty_file_holds_no_vectors() =>
        Refuses([], "'FILE' holds no word vectors; every line must hold a word and its numbers.");

    [Test]
    public void A_line_without_end_is_refused_before_it_is_read() =>
        Refuses(
            Encoding.UTF8.GetBytes("the 1 2\n" + new string('a', 3 << 20)),
            "'FILE', line 2: the line has more than 1048576 bytes; a line must hold one word and its vector.");

    [Test]
    public void A_long_line_below_the_limit_is_read()
    {
        using var vectors = Read(
            "a " + string.Join(' ', Enumerable.Repeat("1", 65_536)) + "\nb " + string.Join(' ', Enumerable.Repeat("2", 65_536)));

        Assert.That((vectors.Width, vectors.Count), Is.EqualTo((65_536, 2)));
        Assert.That(vectors.Vector("b")![^1], Is.EqualTo(2));
    }

    [Test]
    public void A_vector_of_too_many_numbers_is_refused() => Refuses(
        Encoding.UTF8.GetBytes("a " + string.Join(' ', Enumerable.Repeat("1", 65_537))),
        "'FILE', line 1: a vector cannot have more than 65536 numbers.");

    private WordVectors Read(string content) => Indexed.Vectors(_folder.Write("vectors.txt", content));

    private void Refuses(byte[] content, string message)
    {
        var path = _folder.Write("vectors.txt", content);

        Assert.That(
            () => Indexed.Vectors(path),
            Throws.TypeOf<MpucException>().With.Message.EqualTo(message.Replace("FILE", path, StringComparison.Ordinal)));
    }
}
