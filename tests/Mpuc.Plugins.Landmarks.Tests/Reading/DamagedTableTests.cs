using Mpuc.Plugins.Landmarks.Reading;
using Mpuc.Plugins.Landmarks.Reading.Csv;

namespace Mpuc.Plugins.Landmarks.Tests.Reading;

[TestFixture]
internal sealed class DamagedTableTests
{
    private TemporaryFolder _folder = null!;

    private string Path => System.IO.Path.Combine(_folder.Path, "a.csv");

    [SetUp]
    public void SetUp() => _folder = new TemporaryFolder();

    [TearDown]
    public void TearDown() => _folder.Dispose();

    [TestCase("")]
    [TestCase("  \n1,2,3\n")]
    public void A_table_without_a_header_is_refused(string text) =>
        AssertRefused(text, $"'{Path}' is empty; a table of landmarks begins with a header.");

    [Test]
    public void A_table_without_rows_is_refused() =>
        AssertRefused(TrackingTable.Of(0).ToString(), $"'{Path}' has a header but no rows; track the recording again.");

    [Test]
    public void A_missing_column_is_named() => AssertRefused(
        TrackingTable.Of(2).Without("x_33").ToString(),
        $"'{Path}' line 1: the column x_33 is missing; a table of 68 landmarks, as OpenFace writes it, has x_0 to x_67 and y_0 to y_67.");

    [Test]
    public void Of_many_missing_columns_three_are_named() => AssertRefused(
        "frame, timestamp, AU01_r\n1, 0, 0.5\n",
        $"'{Path}' line 1: the columns x_0, y_0, x_1 and 133 more are missing; a table of 68 landmarks, as OpenFace writes it, has x_0 "
            + "to x_67 and y_0 to y_67.");

    [Test]
    public void Text_in_a_cell_is_named_with_line_and_column() => AssertRefused(
        TrackingTable.Of(5).Set(3, "x_7", "left").ToString(),
        $"'{Path}' line 5: 'left' in column 11 ('x_7') is not a number.");

    [Test]
    public void An_empty_cell_is_no_number() => AssertRefused(
        TrackingTable.Of(1).Set(0, "y_67", "").ToString(),
        $"'{Path}' line 2: '' in column 139 ('y_67') is not a number.");

    [TestCase(1000.0 / 30, "33.33", "milliseconds")]
    [TestCase(40.0, "40", "milliseconds")]
    [TestCase(1.0, "1", "numbers of frames")]
    public void Times_of_another_unit_are_said_to_look_like_it(double step, string shown, string unit)
    {
        var table = TrackingTable.Of(20);
        for (var row = 0; row < 20; row++)
        {
            table.Set(row, "timestamp", row * step);
        }

        AssertRefused(
            table.ToString(),
            $"'{Path}': its rows lie {shown} apart in 'timestamp', which looks like {unit}; times must be in seconds, such as 0.033.");
    }

    [Test]
    public void A_comma_as_decimal_separator_is_seen_by_the_number_of_cells() => AssertRefused(
        TrackingTable.Of(1).Set(0, "x_0", "490,2").ToString(),
        $"'{Path}' line 2 has 140 cells, but the header has 139; write the table again.");

    [Test]
    public void A_truncated_row_is_refused_with_its_line()
    {
        var text = TrackingTable.Of(3).ToString();

        AssertRefused(text[..text.LastIndexOf(',')], $"'{Path}' line 4 has 138 cells, but the header has 139; write the table again.");
    }

    [Test]
    public void Rows_out_of_order_are_refused() => AssertRefused(
        TrackingTable.Of(3).Set(2, "timestamp", 0.01).ToString(),
        $"'{Path}' line 4: the time 0.01 s does not lie after the row before, at 0.033 s; sort the table by time.");

    [Test]
    public void A_span_without_rows_is_refused()
    {
        _folder.Write("a.csv", TrackingTable.Of(3).ToString());

        Assert.That(
            () => Reader().Read(new ModalitySource(Path) { Start = 5, End = 6 }, CancellationToken.None),
            Throws.TypeOf<MpucException>().With.Message.EqualTo($"'{Path}' has no row from 5 s to 6 s; its rows go from 0 s to 0.067 s."));
    }

    private static CsvTrackReader Reader() => new(new SamplingOptions());

    private void AssertRefused(string text, string message)
    {
        _folder.Write("a.csv", text);
        Assert.That(
            () => Reader().Read(new ModalitySource(Path), CancellationToken.None),
            Throws.TypeOf<MpucException>().With.Message.EqualTo(message));
    }
}
