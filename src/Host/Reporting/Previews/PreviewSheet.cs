using Mpuc.Weights;
using SkiaSharp;

namespace Mpuc.Host.Reporting.Previews;

/// <summary>Draws what encoders see of a recording as one picture: a row per modality, all on one time axis.</summary>
internal static class PreviewSheet
{
    /// <summary>Draws a sheet and writes it as PNG, atomically.</summary>
    /// <param name="rows">What each modality sees, at least one.</param>
    public static void Write(string path, string title, IReadOnlyList<SheetRow> rows)
    {
        var height = (2 * SheetLayout.Margin) + SheetLayout.Heading + rows.Sum(row => SheetLayout.Height(row.Preview) + SheetLayout.Margin);
        using var bitmap = new SKBitmap(SheetLayout.Width, (int)Math.Ceiling(height));
        using (var canvas = new SKCanvas(bitmap))
        using (var pen = new SheetPen(canvas))
        {
            canvas.Clear(SheetPen.Paper);
            pen.Title(title, SheetLayout.Margin, SheetLayout.Margin);
            var duration = rows.Max(row => row.Preview.Duration);
            float top = SheetLayout.Margin + SheetLayout.Heading;
            foreach (var row in rows)
            {
                new RowDrawing(pen, row, top, duration > 0 ? duration : 1).Draw();
                top += SheetLayout.Height(row.Preview) + SheetLayout.Margin;
            }
        }

        using var png = bitmap.Encode(SKEncodedImageFormat.Png, quality: 100);
        AtomicFile.Write(path, png.SaveTo);
    }
}
