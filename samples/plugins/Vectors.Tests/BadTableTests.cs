using Mpuc;

namespace Samples.Vectors.Tests;

/// <summary>Whatever is wrong with a table is said in one sentence that begins with the file and names the line.</summary>
public sealed class BadTableTests
{
    private readonly VectorsUnderTest _plugin = new();

    [OneTimeTearDown]
    public void Dispose() => _plugin.Dispose();

    [TestCase("id,x\na,1\n", "b", " has no row with the key 'b'; its keys look like 'a'.", TestName = "A_missing_row")]
    [TestCase("id,x\na,1\nb,happy\n", "a", ", line 3, column 'x': 'happy' is not a finite number;", TestName = "A_text_cell")]
    [TestCase("id,x\na,1\nb,2\na,3\n", "a", ", line 4: the key 'a' is that of line 2, too;", TestName = "A_duplicate_key")]
    [TestCase("id,x,y\na,1,2\nb,,3\n", "a", ", line 3, column 'x': the cell is empty;", TestName = "An_empty_cell")]
    [TestCase("id,x\na,NaN\n", "a", ", line 2, column 'x': 'NaN' is not a finite number;", TestName = "A_cell_that_is_not_a_number")]
    [TestCase("id,x\na,-Infinity\n", "a", ", line 2, column 'x': '-Infinity' is not a finite number;", TestName = "An_infinite_cell")]
    [TestCase(
        "id,x\na,-nan(ind)\n",
        "a",
        ", line 2, column 'x': '-nan(ind)' is not a finite number; fill it in, or set the option 'missing' to 'mean'.",
        TestName = "A_missing_number_of_another_spelling")]
    [TestCase("id,x\na,1e39\n", "a", ", line 2, column 'x': '1e39' is not a finite number;", TestName = "A_cell_beyond_single_precision")]
    [TestCase("id,x\na,\"1,5\"\n", "a", ", line 2, column 'x': '1,5' is not a finite number;", TestName = "A_decimal_comma")]
    [TestCase("id,x,y\na,1,2\nb,1\n", "a", ", line 3: there are 2 cells where the header names 3 columns.", TestName = "A_short_row")]
    [TestCase("id,x\na,1,2\n", "a", ", line 2: there are 3 cells where the header names 2 columns.", TestName = "A_long_row")]
    [TestCase("id,x,x\na,1,2\n", "a", ", line 1: two columns are named 'x';", TestName = "A_duplicate_column")]
    [TestCase("id,,x\na,1,2\n", "a", ", line 1: column 2 has no name;", TestName = "A_nameless_column")]
    [TestCase("id\na\n", "a", ", line 1: there is no column of numbers", TestName = "No_column_of_numbers")]
    [TestCase("id,x\n", "a", " has a header but no row.", TestName = "No_row")]
    [TestCase("RIFF\0\u0001WAVE\n1\n", "a", " is no text;", TestName = "A_sound")]
    [TestCase("id,x\na,1\nb,\0\n", "a", " is no text;", TestName = "A_zero_byte")]
    [TestCase("", "a", " is empty;", TestName = "An_empty_file")]
    [TestCase("id,x\nq\"a,1\n", "a", ", line 2: a quotation mark is out of place;", TestName = "A_stray_quotation_mark")]
    [TestCase("id,x\n\"a,1\nb,2\n", "a", "a quotation mark is out of place;", TestName = "An_open_quotation")]
    [TestCase("x\n1\n2\n", null, ", line 3: there is a second row;", TestName = "A_second_row_without_keys")]
    public void Is_refused_with_its_place(string content, string? key, string expected)
    {
        using var table = new TableFile(content);
        Assert.That(
            () => _plugin.Encoder().ReadAsync(table.Row(key), CancellationToken.None),
            Throws.TypeOf<MpucException>().With.Message.StartsWith($"'{table.Path}'").And.Message.Contains(expected));
    }

    [Test]
    public void A_file_that_is_not_there_is_refused_with_its_name() => Assert.That(
        () => _plugin.Encoder().ReadAsync(new ModalitySource("/nowhere/table.csv") { Key = "a" }, CancellationToken.None),
        Throws.TypeOf<MpucException>().With.Message.Contains("There is no file '/nowhere/table.csv'"));

    [Test]
    public void A_folder_is_refused_with_its_name() => Assert.That(
        () => _plugin.Encoder().ReadAsync(new ModalitySource(Path.GetTempPath()) { Key = "a" }, CancellationToken.None),
        Throws.TypeOf<MpucException>().With.Message.Contains(Path.GetTempPath()));

    [TestCase("key", "name", "has no column 'name', which 'key' names; it has id, x.")]
    [TestCase("columns", "AU*", "has no column 'AU*', which 'columns' asks for; it has id, x.")]
    public void An_option_that_names_no_column_is_refused_with_the_header(string option, string value, string expected)
    {
        using var table = new TableFile("id,x\na,1\n");
        var encoder = _plugin.Encoder((option, option == "key" ? value : new[] { value }));
        Assert.That(
            () => encoder.ReadAsync(table.Row("a"), CancellationToken.None),
            Throws.TypeOf<MpucException>().With.Message.Contains(expected));
    }

    [Test]
    public void A_mistake_in_one_row_is_reported_for_every_row_asked_for()
    {
        using var table = new TableFile("id,x\na,1\nb,two\n");
        var encoder = _plugin.Encoder();
        Assert.Multiple(() =>
        {
            Assert.That(() => encoder.ReadAsync(table.Row("a"), CancellationToken.None), Throws.TypeOf<MpucException>());
            Assert.That(() => encoder.ReadAsync(table.Row("b"), CancellationToken.None), Throws.TypeOf<MpucException>());
        });
    }
}
