using Mpuc.Host.Data;
using Mpuc.Host.Datasets.Folders;

namespace Mpuc.Host.Tests.Data;

public class RecordingIdTests
{
    [TestCase("a\nb", "a\\u000ab")]
    [TestCase("a\tb", "a\\u0009b")]
    [TestCase("\u001b[31mred", "\\u001b[31mred")]
    [TestCase("a\u2028b", "a\\u2028b")]
    public void An_id_with_a_control_character_is_refused_and_shown_on_one_line(string id, string shown) => Assert.That(
        () => RecordingId.Require(id, "'m.csv', line 2"),
        Throws.TypeOf<MpucException>().With.Message.EqualTo(
            $"'m.csv', line 2: the id '{shown}' holds a line break or another control character; it must be a text of one line."));

    [TestCase("clip 1")]
    [TestCase("\u00e9t\u00e9/\U0001F600")]
    public void Any_other_text_is_an_id(string id) => Assert.That(() => RecordingId.Require(id, "here"), Throws.Nothing);

    [Test]
    public void A_file_whose_name_breaks_a_line_is_refused()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("a\nb.wav"), "x");

        Assert.That(
            () => FolderReader.Read(folder.Path),
            Throws.TypeOf<MpucException>().With.Message.Contains("the id 'a\\u000ab' holds a line break"));
    }
}
