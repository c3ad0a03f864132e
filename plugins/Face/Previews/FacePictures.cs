using System.Globalization;
using Mpuc.Media.Faces;
using Mpuc.Media.Faces.Crops;
using Mpuc.Media.Faces.Finding;
using Mpuc.Media.Video;

namespace Mpuc.Plugins.Face.Previews;

/// <summary>Frames of a recording with the square that the encoder cuts out and the faces that it leaves out.</summary>
internal static class FacePictures
{
    /// <summary>Reads frames, evenly spread over time.</summary>
    /// <param name="path">Where the face is.</param>
    /// <param name="pictures">How many pictures at most.</param>
    public static async Task<IReadOnlyList<PreviewPicture>> ReadAsync(
        FacePath path, CropOptions crops, int pictures, CancellationToken cancellationToken)
    {
        var chosen = Choose(path.Boxes.Count, pictures).ToHashSet();
        var drawn = new List<PreviewPicture>();
        await foreach (var batch in path.Video.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            drawn.AddRange(
                Enumerable.Range(0, batch.Count)
                    .Where(index => chosen.Contains(batch.First + index))
                    .Select(index => Draw(path, crops, batch, index)));
        }

        return drawn;
    }

    private static IEnumerable<int> Choose(int frames, int pictures) =>
        Enumerable.Range(0, Math.Min(frames, pictures)).Select(picture => (int)((picture + 0.5) * frames / Math.Min(frames, pictures)));

    private static PreviewPicture Draw(FacePath path, CropOptions crops, FrameBatch batch, int index)
    {
        var frame = batch.First + index;
        return new PreviewPicture(batch.Width, batch.Height, batch[index].ToArray())
        {
            Start = frame / path.Video.FrameRate,
            Caption = path.Boxes[frame] is null ? "no face" : string.Empty,
            Boxes = [.. Boxes(path, crops, frame)],
        };
    }

    private static IEnumerable<PreviewBox> Boxes(FacePath path, CropOptions crops, int frame)
    {
        var main = path.Main.Faces.FirstOrDefault(face => face.Frame == frame)?.Face;
        foreach (var other in path.Detections[frame].Where(face => !ReferenceEquals(face, main)))
        {
            yield return Box(other.Box, Score(other), isUsed: false);
        }

        if (path.Boxes[frame] is { } box)
        {
            yield return Box(crops.SquareAround(box), main is null ? "interpolated" : Score(main), isUsed: true);
        }
    }

    private static PreviewBox Box(FaceBox box, string label, bool isUsed) => new(box.Left, box.Top, box.Right, box.Bottom, label, isUsed);

    private static string Score(FaceDetection face) => face.Score.ToString("0.00", CultureInfo.InvariantCulture);
}
