using Mpuc.Host.Reporting.Previews;
using SkiaSharp;

namespace Mpuc.Host.Tests.Reporting.Previews;

public class PreviewSheetTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void Frames_are_drawn_in_equal_columns_with_their_own_pixels()
    {
        var red = Picture(40, 20, (255, 0, 0));
        var blue = Picture(40, 20, (0, 0, 255));
        using var sheet = Draw(new ModalityPreview { Caption = "two frames", Duration = 1, Pictures = [red, blue] });
        var places = SheetLayout.Frames([red, blue], Top);
        Assert.Multiple(() =>
        {
            Assert.That(At(sheet, places[0]), Is.EqualTo(new SKColor(255, 0, 0)));
            Assert.That(At(sheet, places[1]), Is.EqualTo(new SKColor(0, 0, 255)));
            Assert.That(places[0].Width / places[0].Height, Is.EqualTo(2).Within(1e-4), "proportions stay");
            Assert.That(places[1].Right, Is.LessThanOrEqualTo(SheetLayout.Width - SheetLayout.Margin + 0.01));
        });
    }

    [Test]
    public void Marks_lie_where_they_lie_in_the_picture()
    {
        var picture = new PreviewPicture(100, 100, new byte[3 * 100 * 100])
        {
            Boxes = [new PreviewBox(20, 20, 80, 80)],
            Points = [new PreviewPoint(50, 50), new PreviewPoint(50, 60, Used: false)],
            Edges = [(0, 1)],
        };
        using var sheet = Draw(new ModalityPreview { Caption = string.Empty, Duration = 0, Pictures = [picture] });
        var place = SheetLayout.Frames([picture], Top)[0];
        Assert.Multiple(() =>
        {
            Assert.That(In(sheet, place, 0.5f, 0.5f).Green, Is.GreaterThan(150), "the point");
            Assert.That(In(sheet, place, 0.5f, 0.6f).Red, Is.GreaterThan(200), "the point that is left out");
            Assert.That(In(sheet, place, 0.2f, 0.5f).Green, Is.GreaterThan(150), "the box's left edge");
            Assert.That(In(sheet, place, 0.35f, 0.35f), Is.EqualTo(SKColors.Black), "the picture inside the box");
        });
    }

    [Test]
    public void A_picture_over_time_fills_its_span_of_the_axis()
    {
        var second = Picture(10, 10, (0, 255, 0), start: 1, duration: 1);
        using var sheet = Draw(new ModalityPreview { Caption = string.Empty, Duration = 2, Pictures = [second] });
        Assert.Multiple(() =>
        {
            Assert.That(sheet.GetPixel((int)SheetLayout.X(1.5, 2), (int)Top + 100), Is.EqualTo(new SKColor(0, 255, 0)));
            Assert.That(sheet.GetPixel((int)SheetLayout.X(0.5, 2), (int)Top + 100), Is.EqualTo(SheetPen.Paper));
        });
    }

    [Test]
    public void Words_lie_on_the_axis_and_an_unknown_one_stands_out()
    {
        using var sheet = Draw(new ModalityPreview
        {
            Caption = string.Empty, Duration = 4, Words = [new PreviewWord("bin", 0, 1), new PreviewWord("qux", 2, 3, Known: false)],
        });
        var middle = (int)(Top + (SheetLayout.Words * 0.75f));
        Assert.Multiple(() =>
        {
            Assert.That(sheet.GetPixel((int)SheetLayout.X(0.95, 4), middle), Is.Not.EqualTo(SheetPen.Paper), "known words are filled");
            Assert.That(sheet.GetPixel((int)SheetLayout.X(1.5, 4), middle), Is.EqualTo(SheetPen.Paper), "nothing is said");
            Assert.That(sheet.GetPixel((int)SheetLayout.X(2.95, 4), middle), Is.EqualTo(SheetPen.Paper), "unknown words are empty boxes");
        });
    }

    [Test]
    public void Rows_follow_each_other_without_overlap()
    {
        var row = new SheetRow(
            "audio", new ModalityPreview { Caption = "c", Duration = 1, Pictures = [Picture(10, 10, (1, 2, 3), duration: 1)] });
        var path = _folder.File("sheet.png");
        PreviewSheet.Write(path, "title", [row, row]);
        using var sheet = SKBitmap.Decode(path);
        Assert.That(
            sheet.Height,
            Is.EqualTo((2 * SheetLayout.Margin) + SheetLayout.Heading + (2 * (SheetLayout.Height(row.Preview) + SheetLayout.Margin)))
                .Within(1));
    }

    [Test]
    public void Text_of_any_length_stays_on_the_sheet() => Assert.That(
        () =>
            Draw(
                new ModalityPreview
                {
                    Caption = new string('w', 5000),
                    Duration = 1,
                    Words = [new PreviewWord(new string('x', 3000), 0, 0.01)],
                }).Dispose(),
        Throws.Nothing);

    private static float Top => SheetLayout.Margin + SheetLayout.Heading + SheetLayout.Heading;

    private SKBitmap Draw(ModalityPreview preview)
    {
        var path = _folder.File("sheet.png");
        PreviewSheet.Write(path, "a title", [new SheetRow("modality", preview)]);
        return SKBitmap.Decode(path);
    }

    private static PreviewPicture Picture(int width, int height, (byte R, byte G, byte B) color, double start = 0, double duration = 0) =>
        new(
        width, height, [.. Enumerable.Repeat(new[] { color.R, color.G, color.B }, width * height).SelectMany(pixel => pixel)])
    {
        Start = start,
        Duration = duration,
    };

    private static SKColor At(SKBitmap sheet, SKRect place) => In(sheet, place, 0.5f, 0.5f);

    private static SKColor In(SKBitmap sheet, SKRect place, float x, float y) =>
        sheet.GetPixel((int)(place.Left + (x * place.Width)), (int)(place.Top + (y * place.Height)));
}
