using System.Globalization;
using SkiaSharp;

namespace Mpuc.Host.Reporting.Previews;

/// <summary>Draws one row of a preview sheet.</summary>
/// <param name="duration">The time axis' length in seconds, above 0; that of the longest row.</param>
internal sealed class RowDrawing(SheetPen pen, SheetRow row, float top, double duration)
{
    private readonly ModalityPreview _preview = row.Preview;

    /// <summary>Draws it.</summary>
    public void Draw()
    {
        pen.Heading(row.Modality, _preview.Caption, SheetLayout.Margin, top);
        var y = top + SheetLayout.Heading;
        y = Frames(y);
        y = Spans(y);
        y = Words(y);
        if (_preview.Duration > 0 && SheetLayout.SpansOf(_preview).Count + _preview.Words.Count > 0)
        {
            Axis(y);
        }
    }

    private float Frames(float y)
    {
        var frames = SheetLayout.FramesOf(_preview);
        if (frames.Count == 0)
        {
            return y;
        }

        var places = SheetLayout.Frames(frames, y);
        var bottom = places.Max(place => place.Bottom);
        foreach (var (frame, place) in frames.Zip(places))
        {
            pen.Picture(frame, place);
            Marks(frame, place);
            var time = _preview.Duration > 0 ? string.Create(CultureInfo.InvariantCulture, $"{frame.Start:0.00} s  ") : string.Empty;
            pen.Note(time + frame.Caption, place.Left, bottom, place.Width);
        }

        return bottom + SheetLayout.Line;
    }

    private float Spans(float y)
    {
        var spans = SheetLayout.SpansOf(_preview);
        foreach (var span in spans)
        {
            var place = new SKRect(X(span.Start), y, X(span.Start + span.Duration), y + SheetLayout.Span);
            pen.Picture(span, place);
            Marks(span, place);
        }

        return spans.Count == 0 ? y : y + SheetLayout.Span;
    }

    private float Words(float y)
    {
        foreach (var word in _preview.Words)
        {
            pen.Word(word.Text, new SKRect(X(word.Start), y + 6, X(word.End), y + SheetLayout.Words - 6), word.Known);
        }

        return _preview.Words.Count == 0 ? y : y + SheetLayout.Words;
    }

    private void Axis(float y)
    {
        // The widest step of 1, 2 or 5 times a power of ten that gives at least five ticks.
        var power = Math.Pow(10, Math.Floor(Math.Log10(duration / 5)));
        var step = power * (duration / power >= 25 ? 5 : duration / power >= 10 ? 2 : 1);
        for (var tick = 0; tick * step < duration * 0.98; tick++)
        {
            pen.Tick(X(tick * step), y, string.Create(CultureInfo.InvariantCulture, $"{tick * step:0.###} s"));
        }
    }

    private void Marks(PreviewPicture picture, SKRect place)
    {
        var (scaleX, scaleY) = (place.Width / picture.Width, place.Height / picture.Height);
        var points = picture.Points.Select(point =>
            new SKPoint(place.Left + ((float)point.X * scaleX), place.Top + ((float)point.Y * scaleY))).ToList();
        foreach (var (from, to) in picture.Edges)
        {
            pen.Edge(points[from], points[to]);
        }

        foreach (var (point, mark) in points.Zip(picture.Points))
        {
            pen.Point(point, mark.Used);
        }

        foreach (var box in picture.Boxes)
        {
            var drawn = new SKRect(
                place.Left + ((float)box.Left * scaleX),
                place.Top + ((float)box.Top * scaleY),
                place.Left + ((float)box.Right * scaleX),
                place.Top + ((float)box.Bottom * scaleY));
            pen.Box(drawn, box.Caption, box.Used);
        }
    }

    private float X(double seconds) => SheetLayout.X(seconds, duration);
}

/// <summary>One row of a preview sheet: what one modality sees.</summary>
internal sealed record SheetRow(string Modality, ModalityPreview Preview);
