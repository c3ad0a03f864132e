using System.Runtime.InteropServices;
using SkiaSharp;

namespace Mpuc.Host.Reporting.Previews;

/// <summary>Draws text, pictures and marks on a canvas in the sheet's colours. Text is left out on a machine without fonts.</summary>
internal sealed class SheetPen(SKCanvas canvas) : IDisposable
{
    /// <summary>The sheet's ground.</summary>
    public static readonly SKColor Paper = SKColors.White;

    private static readonly SKColor Ink = new(0x22, 0x22, 0x22);
    private static readonly SKColor Faint = new(0x77, 0x77, 0x77);
    private static readonly SKColor Used = new(0x00, 0xC8, 0x53);
    private static readonly SKColor LeftOut = new(0xFF, 0x6D, 0x00);
    private static readonly SKColor Known = new(0xE3, 0xF2, 0xFD);

    private readonly SKTypeface _typeface = SKFontManager.Default.MatchFamily("DejaVu Sans") ?? SKTypeface.Default;

    /// <summary>Writes the sheet's title.</summary>
    public void Title(string text, float x, float top) => Text(text, x, top + 22, 22, Ink, SheetLayout.Inner);

    /// <summary>Writes a row's heading.</summary>
    public void Heading(string name, string caption, float x, float top)
    {
        var width = Text(name, x, top + 24, 18, Ink, SheetLayout.Inner);
        Text(caption, x + width + 14, top + 24, 14, Faint, SheetLayout.Inner - width - 14);
    }

    /// <summary>Writes small print.</summary>
    public void Note(string text, float x, float top, float width) => Text(text, x, top + 16, 13, Faint, width);

    /// <summary>Draws a picture's pixels, without its marks.</summary>
    public void Picture(PreviewPicture picture, SKRect place)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(picture.Width, picture.Height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        Marshal.Copy(WithAlpha(picture.Pixels.Span), 0, bitmap.GetPixels(), picture.Width * picture.Height * 4);
        using var image = SKImage.FromBitmap(bitmap);
        canvas.DrawImage(image, place, new SKSamplingOptions(SKCubicResampler.Mitchell));
    }

    /// <summary>Draws a box with its label.</summary>
    public void Box(SKRect box, string label, bool used)
    {
        using var paint = Stroke(used ? Used : LeftOut, 2);
        canvas.DrawRect(box, paint);
        Text(label, box.Left + 2, box.Top - 4, 12, used ? Used : LeftOut, SheetLayout.Inner);
    }

    /// <summary>Draws a point.</summary>
    public void Point(SKPoint point, bool used)
    {
        using var paint = new SKPaint { Color = used ? Used : LeftOut, IsAntialias = true };
        canvas.DrawCircle(point, 1.8f, paint);
    }

    /// <summary>Draws a thin line.</summary>
    public void Edge(SKPoint from, SKPoint to)
    {
        using var paint = Stroke(Used.WithAlpha(0xA0), 1);
        canvas.DrawLine(from, to, paint);
    }

    /// <summary>Draws a word in its time span.</summary>
    public void Word(string text, SKRect span, bool known)
    {
        using var fill = new SKPaint { Color = known ? Known : Paper };
        using var edge = Stroke(known ? Faint : LeftOut, 1);
        canvas.DrawRect(span, fill);
        canvas.DrawRect(span, edge);
        canvas.Save();
        canvas.ClipRect(span);
        Text(text, span.Left + 4, span.MidY + 6, 15, known ? Ink : LeftOut, SheetLayout.Inner);
        canvas.Restore();
    }

    /// <summary>Draws a tick of the time axis.</summary>
    public void Tick(float x, float top, string label)
    {
        using var paint = Stroke(Faint, 1);
        canvas.DrawLine(x, top, x, top + 5, paint);
        Text(label, x + 3, top + 16, 12, Faint, SheetLayout.Inner);
    }

    /// <inheritdoc/>
    public void Dispose() => _typeface.Dispose();

    private static SKPaint Stroke(SKColor color, float width) =>
        new() { Color = color, IsAntialias = true, IsStroke = true, StrokeWidth = width };

    private static byte[] WithAlpha(ReadOnlySpan<byte> rgb)
    {
        var rgba = new byte[rgb.Length / 3 * 4];
        for (int from = 0, to = 0; from < rgb.Length; from += 3, to += 4)
        {
            (rgba[to], rgba[to + 1], rgba[to + 2], rgba[to + 3]) = (rgb[from], rgb[from + 1], rgb[from + 2], byte.MaxValue);
        }

        return rgba;
    }

    private float Text(string text, float x, float baseline, float size, SKColor color, float width)
    {
        if (text.Length == 0 || _typeface.GlyphCount == 0)
        {
            return 0;
        }

        using var font = new SKFont(_typeface, size);
        using var paint = new SKPaint { Color = color, IsAntialias = true };
        var fitting = text[..font.BreakText(text, Math.Max(0, width))];
        canvas.DrawText(fitting, x, baseline, SKTextAlign.Left, font, paint);
        return font.MeasureText(fitting);
    }
}
