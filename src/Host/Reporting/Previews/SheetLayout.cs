using SkiaSharp;

namespace Mpuc.Host.Reporting.Previews;

/// <summary>Measures of a preview sheet, in pixels.</summary>
internal static class SheetLayout
{
    /// <summary>The sheet's width.</summary>
    public const int Width = 1600;

    /// <summary>Space around everything.</summary>
    public const int Margin = 24;

    /// <summary>Space between pictures.</summary>
    public const int Gap = 8;

    /// <summary>The width that rows share, which is also the time axis.</summary>
    public const int Inner = Width - (2 * Margin);

    /// <summary>The height of a row's heading.</summary>
    public const int Heading = 40;

    /// <summary>The height of a line of small print, below pictures and axes.</summary>
    public const int Line = 24;

    /// <summary>The height of a picture that covers a time span, such as a spectrogram.</summary>
    public const int Span = 220;

    /// <summary>The height of a row of words.</summary>
    public const int Words = 56;

    /// <summary>Where a time lies on the axis.</summary>
    /// <param name="seconds">Seconds from the recording's start.</param>
    /// <param name="duration">The axis' length in seconds, above 0.</param>
    public static float X(double seconds, double duration) => (float)(Margin + (Inner * Math.Clamp(seconds / duration, 0, 1)));

    /// <summary>The places of a row's frames: equal columns, each picture in its own proportions.</summary>
    public static IReadOnlyList<SKRect> Frames(IReadOnlyList<PreviewPicture> frames, float top)
    {
        var column = (Inner - (Gap * (frames.Count - 1f))) / frames.Count;
        return [.. frames.Select((frame, i) =>
        {
            var width = Math.Min(column, Span * 2f * frame.Width / frame.Height);
            return SKRect.Create(Margin + (i * (column + Gap)), top, width, width * frame.Height / frame.Width);
        })];
    }

    /// <summary>A row's pictures that are single frames.</summary>
    public static IReadOnlyList<PreviewPicture> FramesOf(ModalityPreview preview) =>
        [.. preview.Pictures.Where(picture => picture.Duration == 0)];

    /// <summary>A row's pictures that cover a time span.</summary>
    public static IReadOnlyList<PreviewPicture> SpansOf(ModalityPreview preview) =>
        [.. preview.Pictures.Where(picture => picture.Duration > 0)];

    /// <summary>A row's height.</summary>
    public static float Height(ModalityPreview preview)
    {
        var frames = FramesOf(preview);
        return Heading
            + (frames.Count == 0 ? 0 : Frames(frames, 0).Max(frame => frame.Height) + Line)
            + (SpansOf(preview).Count == 0 ? 0 : Span)
            + (preview.Words.Count == 0 ? 0 : Words)
            + (SpansOf(preview).Count + preview.Words.Count == 0 ? 0 : Line);
    }
}
