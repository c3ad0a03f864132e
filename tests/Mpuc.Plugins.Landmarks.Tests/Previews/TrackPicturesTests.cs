using Mpuc.Plugins.Landmarks.Tests.Reading;

namespace Mpuc.Plugins.Landmarks.Tests.Previews;

[TestFixture]
internal sealed class TrackPicturesTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void SetUp() => _folder = new TemporaryFolder();

    [TearDown]
    public void TearDown() => _folder.Dispose();

    [Test]
    public async Task A_tables_points_are_shown_on_blank_pictures_along_time()
    {
        var preview = await PreviewAsync(TrackingTable.Of(60), 4);

        Assert.That(preview.Caption, Is.EqualTo("60 frames of 51 points at 30 frames/s; no face in 0 of 60."));
        Assert.That(preview.Duration, Is.EqualTo(2));
        Assert.That(preview.Pictures.Select(picture => picture.Start), Is.EqualTo(new[] { 0, 0.5, 1, 1.5 }).Within(1e-9));
        Assert.That(preview.Pictures.Select(picture => picture.Pixels.ToArray().Max()), Is.All.Zero);
    }

    [Test]
    public async Task The_jaw_counts_as_left_out_and_edges_join_the_inner_points()
    {
        var picture = (await PreviewAsync(TrackingTable.Of(5), 1)).Pictures.Single();

        Assert.That(
            picture.Points.Select(point => point.Used), Is.EqualTo(Enumerable.Repeat(false, 17).Concat(Enumerable.Repeat(true, 51))));
        Assert.That(picture.Edges, Has.Count.EqualTo(65));
        Assert.That(picture.Edges.All(edge => edge.From >= 17 && edge.To < 68), Is.True);
    }

    [Test]
    public async Task All_points_lie_within_their_pictures_in_true_proportions()
    {
        var pictures = (await PreviewAsync(TrackingTable.Of(30), 10)).Pictures;

        foreach (var picture in pictures)
        {
            Assert.That(
                picture.Points.All(point => point.X >= 0 && point.X < picture.Width && point.Y >= 0 && point.Y < picture.Height), Is.True);
            Assert.That(
                (picture.Points[1].Y - picture.Points[0].Y) / (picture.Points[1].X - picture.Points[0].X), Is.EqualTo(2).Within(1e-6));
        }
    }

    [Test]
    public async Task A_failed_frame_has_no_points()
    {
        var preview = await PreviewAsync(TrackingTable.Of(3).Set(1, "confidence", 0.1), 3);

        Assert.That(preview.Caption, Does.EndWith("no face in 1 of 3."));
        Assert.That(preview.Pictures.Select(picture => picture.Points.Count), Is.EqualTo(new[] { 68, 0, 68 }));
        Assert.That(preview.Pictures[1].Caption, Is.EqualTo("failed"));
    }

    [Test]
    public async Task There_are_no_more_pictures_than_frames() =>
        Assert.That((await PreviewAsync(TrackingTable.Of(2), 8)).Pictures, Has.Count.EqualTo(2));

    private async Task<ModalityPreview> PreviewAsync(TrackingTable table, int pictures)
    {
        using var encoder = new EncoderUnderTest();
        return await encoder.Encoder.PreviewAsync(
            new ModalitySource(_folder.Write("a.csv", table.ToString())), pictures, CancellationToken.None);
    }
}
