using System.Text;
using Mpuc.Plugins.Text.Reading;
using Mpuc.Plugins.Text.Words;

namespace Mpuc.Plugins.Text.Tests.Reading;

[TestFixture]
internal sealed class TextFileTests
{
    private const string Text = "It\u2019s caf\u00E9.";

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void SetUp() => _folder = new TemporaryFolder();

    [TearDown]
    public void TearDown() => _folder.Dispose();

    private static IEnumerable<Encoding> Encodings =>
        [new UTF8Encoding(false), new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode];

    [TestCaseSource(nameof(Encodings))]
    public void UTF_8_and_marked_UTF_16_are_read(Encoding encoding) =>
        Assert.That(TextFile.Read(_folder.Write("a.txt", [.. encoding.GetPreamble(), .. encoding.GetBytes(Text)])), Is.EqualTo(Text));

    [Test]
    public void Bytes_of_Windows_1252_are_understood_by_the_tokeniser()
    {
        var path = _folder.Write("a.txt", [.. "It"u8, 0x92, .. "s caf"u8, 0xE9, 0x85, .. "\u0097 yes"u8[2..]]);

        Assert.That(
            Tokenizer.Split(TextFile.Read(path), keepMarks: false).Select(token => token.Text),
            Is.EqualTo(new[] { "It's", "caf\u00E9", "yes" }));
    }

    [Test]
    public void A_binary_file_is_refused()
    {
        var path = _folder.Write("a.txt", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]);

        Refuses(path, $"'{path}' is no text file: there is a byte 0 in it.");
    }

    [Test]
    public void An_empty_file_is_refused()
    {
        var path = _folder.Write("a.txt", string.Empty);

        Refuses(path, $"'{path}' is empty (0 bytes); it must hold what is said in the recording.");
    }

    [Test]
    public void A_missing_file_and_a_folder_are_refused()
    {
        Refuses(_folder.File("none.txt"), $"The transcript '{_folder.File("none.txt")}' does not exist.");
        Refuses(_folder.Path, $"'{_folder.Path}' is a folder, not a transcript.");
    }

    [Test]
    public void A_file_beyond_all_measure_is_refused_before_it_is_read()
    {
        using (var file = File.Create(_folder.File("large.txt")))
        {
            file.SetLength(300L << 20);
        }

        Refuses(_folder.File("large.txt"), $"'{_folder.File("large.txt")}' has 300 MiB; a table of transcripts may have 256 MiB.");
    }

    private static void Refuses(string path, string message) =>
        Assert.That(() => TextFile.Read(path), Throws.TypeOf<MpucException>().With.Message.EqualTo(message));
}
