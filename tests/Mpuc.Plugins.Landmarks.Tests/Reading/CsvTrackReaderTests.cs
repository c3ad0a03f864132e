using Mpuc.Plugins.Landmarks.Reading;
using Mpuc.Plugins.Landmarks.Reading.Csv;

namespace Mpuc.Plugins.Landmarks.Tests.Reading;

[TestFixture]
internal sealed class CsvTrackReaderTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void SetUp() => _folder = new TemporaryFolder();

    [TearDown]
    public void TearDown() => _folder.Dispose();

    [Test]
    public void Points_and_times_are_found_by_the_names_in_the_header()
    {
        var track = Read(TrackingTable.Of(3));

        Assert.That(track.Frames.Select(frame => frame.Seconds), Is.EqualTo(new[] { 0, 0.033, 0.067 }));
        Assert.That(track.Frames.Select(frame => frame.IsValid), Is.All.True);
        for (var point = 0; point < 68; point++)
        {
            Assert.That(track.Frames[2].Points[2 * point], Is.EqualTo(TrackingTable.X(point, 2)));
            Assert.That(track.Frames[2].Points[(2 * point) + 1], Is.EqualTo(TrackingTable.Y(point, 2)));
        }
    }

    [TestCase(", ")]
    [TestCase(" ,\t")]
    public void Spaces_around_the_cells_and_the_names_do_not_matter(string separator)
    {
        var table = new TrackingTable("frame", "timestamp") { Separator = separator }.Add(0, ("timestamp", 0)).Add(1, ("timestamp", 0.5));

        Assert.That(Read(table).Frames.Select(frame => frame.Seconds), Is.EqualTo(new[] { 0, 0.5 }));
    }

    [Test]
    public void Quotes_a_byte_order_mark_and_blank_lines_do_not_matter()
    {
        var text = "\uFEFF" + TrackingTable.Of(2).ToString().Replace("x_0,", "\"x_0\",", StringComparison.Ordinal) + "\n\n";

        Assert.That(Read(text).Frames, Has.Count.EqualTo(2));
    }

    [Test]
    public void Points_in_space_are_not_taken_for_points_in_the_picture()
    {
        var table = new TrackingTable("X_0", "timestamp").Add(0, ("X_0", -1)).Add(1, ("X_0", -1), ("timestamp", 1));

        Assert.That(Read(table).Frames[0].Points[0], Is.EqualTo(100));
    }

    [TestCase("NaN")]
    [TestCase("-nan")]
    [TestCase("-nan(ind)")]
    [TestCase("nan(snan)")]
    [TestCase("1.#QNAN")]
    [TestCase("-1.#IND00")]
    [TestCase("1.#INF")]
    [TestCase("1.#J")]
    [TestCase("inf")]
    [TestCase("#N/A")]
    [TestCase("#NUM!")]
    [TestCase("#DIV/0!")]
    [TestCase("N/A")]
    [TestCase("NA")]
    [TestCase("<NA>")]
    [TestCase("NULL")]
    [TestCase("None")]
    [TestCase("?")]
    public void A_number_that_is_missing_in_whatever_spelling_is_a_failed_frame(string spelling)
    {
        var table = new TrackingTable("timestamp", "success");
        for (var row = 0; row < 4; row++)
        {
            table.Add(row, ("timestamp", row * 0.1), ("success", 1));
        }

        var track = Read(table.Set(1, "x_7", spelling).Set(2, "success", spelling));

        Assert.That(track.Frames.Select(frame => frame.IsValid), Is.EqualTo(new[] { true, false, false, true }));
    }

    [Test]
    public void A_row_without_success_or_of_low_confidence_or_without_finite_points_has_failed()
    {
        var table = new TrackingTable("timestamp", "confidence", "success");
        foreach (var (row, confidence, success) in new[] { (0, 0.9, 1), (1, 0.9, 0), (2, 0.49, 1), (3, 0.5, 1), (4, 0.9, 1) })
        {
            table.Add(row, ("timestamp", row), ("confidence", confidence), ("success", success));
        }

        table.Set(4, "y_67", "nan");

        Assert.That(Read(table).Frames.Select(frame => frame.IsValid), Is.EqualTo(new[] { true, false, false, true, false }));
    }

    [Test]
    public void Without_timestamps_the_frame_number_counts_at_the_options_rate()
    {
        var table = new TrackingTable("frame").Add(0, ("frame", 1)).Add(1, ("frame", 2)).Add(2, ("frame", 7));

        Assert.That(Read(table).Frames.Select(frame => frame.Seconds), Is.EqualTo(new[] { 1 / 30.0, 2 / 30.0, 7 / 30.0 }));
    }

    [Test]
    public void Without_any_times_every_row_is_a_frame()
    {
        var table = new TrackingTable().Add(0).Add(1);

        Assert.That(Read(table).Frames.Select(frame => frame.Seconds), Is.EqualTo(new[] { 0, 1 / 30.0 }));
    }

    [Test]
    public void Of_two_faces_the_one_found_in_more_frames_is_read()
    {
        var table = new TrackingTable("face_id", "timestamp", "confidence");
        foreach (var (face, frame, confidence) in new[] { (0, 0, 0.9), (1, 0, 0.9), (0, 1, 0.1), (1, 1, 0.9), (0, 2, 0.9), (1, 2, 0.9) })
        {
            table.Add(10 * face, ("face_id", face), ("timestamp", frame), ("confidence", confidence));
        }

        var track = Read(table);

        Assert.That(track.Frames, Has.Count.EqualTo(3));
        Assert.That(track.Frames.Select(frame => frame.Points[0]), Is.All.EqualTo(TrackingTable.X(0, 10)));
    }

    [Test]
    public void A_span_of_the_table_can_be_read()
    {
        var path = _folder.Write("a.csv", TrackingTable.Of(30).ToString());

        var track = Reader().Read(new ModalitySource(path) { Start = 0.1, End = 0.2 }, CancellationToken.None);

        Assert.That(track.Frames.Select(frame => frame.Seconds), Is.EqualTo(new[] { 0.1, 0.133, 0.167 }));
    }

    [Test]
    public void A_cancelled_reading_ends()
    {
        var path = _folder.Write("a.csv", TrackingTable.Of(2).ToString());

        Assert.That(
            () => Reader().Read(new ModalitySource(path), new CancellationToken(canceled: true)),
            Throws.InstanceOf<OperationCanceledException>());
    }

    private static CsvTrackReader Reader() => new(new SamplingOptions());

    private LandmarkTrack Read(TrackingTable table) => Read(table.ToString());

    private LandmarkTrack Read(string text) => Reader().Read(new ModalitySource(_folder.Write("a.csv", text)), CancellationToken.None);
}
