using Mpuc.Conformance.Running;
using Mpuc.Conformance.Trials;

namespace Mpuc.Conformance.Checks;

/// <summary>What an <see cref="IPreviewEncoder"/> shows.</summary>
internal static class PreviewChecks
{
    private const int Pictures = 4;

    public static IReadOnlyList<Check<EncoderTrial>> All { get; } = [new("preview.drawn", "a preview can be drawn", CanBeDrawn)];

    private static void CanBeDrawn(EncoderTrial trial)
    {
        var encoder = trial.CreateEncoder() as IPreviewEncoder ?? throw new NotApplicableException("The encoder shows no previews.");
        var preview = encoder.PreviewAsync(trial.Recordings[0], Pictures, CancellationToken.None).GetAwaiter().GetResult();
        Promise.Holds(
            !string.IsNullOrWhiteSpace(preview.Caption) && !preview.Caption.Contains('\n'), "A preview's caption must be one line.");
        Promise.Holds(double.IsFinite(preview.Duration) && preview.Duration >= 0, $"A preview lasts {preview.Duration} seconds.");
        Promise.Holds(preview.Pictures.Count <= Pictures, $"{Pictures} pictures were asked for, {preview.Pictures.Count} came.");
        Promise.Holds(preview.Pictures.Count + preview.Words.Count > 0, "A preview shows neither a picture nor a word.");
        foreach (var picture in preview.Pictures)
        {
            var points = picture.Points.Count;
            Promise.Holds(
                picture.Edges.All(edge => edge.From >= 0 && edge.From < points && edge.To >= 0 && edge.To < points),
                "An edge of a picture leads to no point.");
            Promise.Holds(
                picture.Points.All(point => double.IsFinite(point.X) && double.IsFinite(point.Y))
                && picture.Boxes.All(box => double.IsFinite(box.Left + box.Top + box.Right + box.Bottom)),
                "A point or box of a picture is not finite.");
            Promise.Holds(
                picture.Start >= 0 && picture.Duration >= 0, "A picture lies before the recording's start, or lasts less than nothing.");
        }

        var starts = preview.Pictures.Select(picture => picture.Start).ToList();
        Promise.Holds(starts.SequenceEqual(starts.Order()), "The pictures are not in order of time.");
        Promise.Holds(preview.Words.All(word => word.Start <= word.End), "A word ends before it begins.");
    }
}
