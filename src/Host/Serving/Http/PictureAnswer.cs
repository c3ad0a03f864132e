using System.Runtime.InteropServices;
using SkiaSharp;

namespace Mpuc.Host.Serving.Http;

/// <summary>A picture with marks on it.</summary>
/// <param name="Start">Where it lies, in seconds from the recording's start.</param>
/// <param name="Duration">Seconds that it covers; 0 for a single frame.</param>
/// <param name="Caption">A few words; empty for none.</param>
/// <param name="Width">Columns of the picture that the marks are on; <paramref name="Image"/> may be smaller.</param>
internal sealed record PictureAnswer(
    double Start,
    double Duration,
    string Caption,
    int Width,
    int Height,
    string Image,
    IReadOnlyList<PreviewBox> Boxes,
    IReadOnlyList<PreviewPoint> Points,
    IReadOnlyList<int[]> Edges)
{
    private const int MaxFrameWidth = 480;
    private const int Quality = 80;

    /// <summary>Puts a picture into the form of an answer: a frame of a video as a small photograph, anything else as it is.</summary>
    public static PictureAnswer Of(PreviewPicture picture) => new(
        picture.Start,
        picture.Duration,
        picture.Caption,
        picture.Width,
        picture.Height,
        Encode(picture),
        picture.Boxes,
        picture.Points,
        [.. picture.Edges.Select(edge => new[] { edge.From, edge.To })]);

    private static string Encode(PreviewPicture picture)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(picture.Width, picture.Height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        Marshal.Copy(WithAlpha(picture.Pixels.Span), 0, bitmap.GetPixels(), picture.Width * picture.Height * 4);
        var isFrame = picture.Duration == 0;
        using var small = isFrame && picture.Width > MaxFrameWidth
            ? bitmap.Resize(
                new SKSizeI(MaxFrameWidth, Math.Max(1, picture.Height * MaxFrameWidth / picture.Width)),
                new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear)) : null;
        using var image = SKImage.FromBitmap(small ?? bitmap);
        using var data = image.Encode(isFrame ? SKEncodedImageFormat.Jpeg : SKEncodedImageFormat.Png, Quality);
        return $"data:image/{(isFrame ? "jpeg" : "png")};base64,{Convert.ToBase64String(data.AsSpan())}";
    }

    private static byte[] WithAlpha(ReadOnlySpan<byte> pixels)
    {
        var opaque = new byte[pixels.Length / 3 * 4];
        for (var (from, to) = (0, 0); from < pixels.Length; (from, to) = (from + 3, to + 4))
        {
            pixels.Slice(from, 3).CopyTo(opaque.AsSpan(to));
            opaque[to + 3] = byte.MaxValue;
        }

        return opaque;
    }
}
