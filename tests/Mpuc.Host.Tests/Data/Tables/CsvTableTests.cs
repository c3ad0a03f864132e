using Mpuc.Host.Data.Tables;

namespace Mpuc.Host.Tests.Data.Tables;

public class CsvTableTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void A_table_has_columns_and_rows_with_their_lines()
    {
        var table = Read("id,a\r\nx,1\r\n\r\ny,\"2, or\n3\"\r\nz,4\r\n");
        Assert.That(table.Columns, Is.EqualTo(new[] { "id", "a" }));
        Assert.That(table.Rows.Select(row => row.Cells), Is.EqualTo(new string[][] { ["x", "1"], ["y", "2, or\n3"], ["z", "4"] }));
        Assert.That(table.Rows.Select(row => row.Line), Is.EqualTo(new[] { 2, 4, 6 }));
    }

    [Test]
    public void A_byte_order_mark_and_spaces_around_column_names_do_not_count() =>
        Assert.That(Read("\uFEFFid , a\nx,1").Columns, Is.EqualTo(new[] { "id", "a" }));

    [Test]
    public void A_semicolon_is_text_like_any_other() => Assert.That(Read("id\na;b\n").Rows[0].Cells, Is.EqualTo(new[] { "a;b" }));

    [Test]
    public void A_missing_file_is_refused_with_its_path() =>
        Assert.That(
            () => CsvTable.Read(_folder.File("none.csv")),
            Throws.TypeOf<MpucException>().With.Message.EqualTo($"There is no file '{_folder.File("none.csv")}'."));

    [Test]
    public void An_empty_file_is_refused() => Assert.That(() => Read(string.Empty), Refused("is empty; it needs a header line"));

    [TestCase("id,a\nx,1\ny\n", "line 3: 1 cell where the header has 2.")]
    [TestCase("id,a\nx,1\n\ny,1,2\n", "line 4: 3 cells where the header has 2.")]
    public void A_row_with_too_few_or_too_many_cells_is_refused_with_its_line(string text, string message) =>
        Assert.That(() => Read(text), Refused(message));

    [Test]
    public void A_column_that_is_there_twice_is_refused() =>
        Assert.That(() => Read("id,a,a\n"), Refused("line 1: the column 'a' is there twice."));

    [TestCase("id,a\nx,\"1\n")]
    [TestCase("id,a\nx,1\"2\n")]
    public void Quotation_marks_out_of_place_are_refused_with_their_line(string text) =>
        Assert.That(() => Read(text), Refused("line 2: the quotation marks are out of place."));

    private static NUnit.Framework.Constraints.Constraint Refused(string message) =>
        Throws.TypeOf<MpucException>().With.Message.Contains(message);

    private CsvTable Read(string text)
    {
        File.WriteAllText(_folder.File("table.csv"), text);
        return CsvTable.Read(_folder.File("table.csv"));
    }
}
