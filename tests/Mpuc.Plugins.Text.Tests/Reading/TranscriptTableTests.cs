using Mpuc.Plugins.Text.Reading;

namespace Mpuc.Plugins.Text.Tests.Reading;

[TestFixture]
internal sealed class TranscriptTableTests
{
    private const string Meld = "Sr No.,Utterance,Emotion,Dialogue_ID,Utterance_ID\n1,\"Oh my God, he\u2019s lost it.\",sadness,0,0\n2,\"He said \"\"What?\"\"\",surprise,0,1\n3,,neutral,1,0\n";

    private TemporaryFolder _folder = null!;
    private string _path = null!;

    [SetUp]
    public void SetUp()
    {
        _folder = new TemporaryFolder();
        _path = _folder.Write("meld.csv", Meld);
    }

    [TearDown]
    public void TearDown() => _folder.Dispose();

    [TestCase("1", "Oh my God, he\u2019s lost it.")]
    [TestCase("2", "He said \"What?\"")]
    [TestCase("3", "")]
    public void A_row_is_found_by_its_first_column(string key, string text) => Assert.That(Read([], key), Is.EqualTo(text));

    [TestCase("0,1", "He said \"What?\"")]
    [TestCase("1,0", "")]
    public void A_key_may_be_made_of_several_columns(string key, string text) =>
        Assert.That(Read(["Dialogue_ID", "utterance_id"], key), Is.EqualTo(text));

    [Test]
    public void A_row_has_no_times_but_those_of_its_source()
    {
        var reader = new TranscriptReader(new ReadingOptions { TextColumn = "Utterance" });

        Assert.That(reader.Read(new ModalitySource(_path) { Key = "1" }).Duration, Is.Null);
        Assert.That(reader.Read(new ModalitySource(_path) { Key = "1", Start = 1, End = 3.5 }).Duration, Is.EqualTo(2.5));
    }

    [Test]
    public void A_table_is_read_once()
    {
        var reader = new TranscriptReader(new ReadingOptions { TextColumn = "Utterance" });
        reader.Read(new ModalitySource(_path) { Key = "1" });

        File.Delete(_path);

        Assert.That(reader.Read(new ModalitySource(_path) { Key = "2" }).Text, Is.EqualTo("He said \"What?\""));
    }

    [Test]
    public void A_missing_key_is_named_with_one_that_is_there() => Refuses(
        () => Read(["Dialogue_ID", "Utterance_ID"], "7"),
        $"'{_path}' has no row with the key '7'; a key is Dialogue_ID,Utterance_ID, such as '0,0'.");

    [Test]
    public void A_missing_column_is_named_with_the_option_and_those_that_are_there()
    {
        Refuses(
            () => Read([], "1", "text"),
            $"'{_path}', line 1: there is no column 'text', which 'textColumn' names; there are Sr No., Utterance, Emotion, "
                + "Dialogue_ID, Utterance_ID.");
        Refuses(
            () => Read(["Turn"], "1"),
            $"'{_path}', line 1: there is no column 'Turn', which 'keyColumns' names; there are Sr No., Utterance, Emotion, "
                + "Dialogue_ID, Utterance_ID.");
    }

    [Test]
    public void A_key_that_comes_twice_is_named_with_both_lines() => Refuses(
        () => Read(["Dialogue_ID"], "0"),
        $"'{_path}', line 3: the key '0' is that of line 2, too; choose 'keyColumns' that tell all rows apart.");

    [TestCase("", "'FILE' is empty (0 bytes); it must hold what is said in the recording.")]
    [TestCase("\n\n", "'FILE' is empty; its first line must name the columns.")]
    [TestCase("id,text\n", "'FILE' has a header but no row.")]
    [TestCase("id,text\n1,a\n2\n", "'FILE', line 3: there are 1 cells where the header names 2 columns.")]
    [TestCase(
        "id,text\n1,\"a\nb\n",
        "'FILE', line 2: the quotation marks are out of place; one inside a cell must be doubled, and the cell quoted.")]
    [TestCase(
        "id,text\n1,a\"b\n",
        "'FILE', line 2: the quotation marks are out of place; one inside a cell must be doubled, and the cell quoted.")]
    public void A_malformed_table_is_refused(string content, string message)
    {
        var path = _folder.Write("bad.csv", content);

        Refuses(
            () => new TranscriptReader(new ReadingOptions()).Read(new ModalitySource(path) { Key = "1" }),
            message.Replace("FILE", path, StringComparison.Ordinal));
    }

    private static void Refuses(Action read, string message) =>
        Assert.That(read, Throws.TypeOf<MpucException>().With.Message.EqualTo(message));

    private string Read(string[] keyColumns, string key, string textColumn = "Utterance") =>
        new TranscriptReader(new ReadingOptions { KeyColumns = keyColumns, TextColumn = textColumn })
            .Read(new ModalitySource(_path) { Key = key }).Text;
}
