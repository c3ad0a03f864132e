using Mpuc.Media.Faces.Finding;
using Mpuc.Plugins.Landmarks.Reading;

namespace Mpuc.Plugins.Landmarks.Previews;

/// <summary>A strip of a video's frames with the faces that were found, and the points of the main one.</summary>
internal static class VideoPictures
{
    /// <summary>Shows frames at equal distances in time.</summary>
    /// <param name="face">Where the main face is.</param>
    /// <param name="pictures">How many to show at most.</param>
    public static async Task<IReadOnlyList<PreviewPicture>> DrawAsync(
        FacePath face, LandmarkTrack track, int pictures, CancellationToken cancellationToken)
    {
        var count = Math.Min(pictures, track.Frames.Count);
        var chosen = Enumerable.Range(0, count).Select(index => (int)((long)index * track.Frames.Count / count)).ToHashSet();
        var drawn = new List<PreviewPicture>(count);
        await foreach (var batch in face.Video.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            for (var index = 0; index < batch.Count && batch.First + index < track.Frames.Count; index++)
            {
                if (chosen.Contains(batch.First + index))
                {
                    drawn.Add(Draw(face, track, batch.First + index, batch[index].ToArray()));
                }
            }
        }

        return drawn;
    }

    private static PreviewPicture Draw(FacePath face, LandmarkTrack track, int index, byte[] pixels)
    {
        var frame = track.Frames[index];
        return new PreviewPicture(face.Video.Width, face.Video.Height, pixels)
        {
            Start = frame.Seconds,
            Caption = !frame.IsValid ? "no face" : face.IsDetected(index) ? string.Empty : "interpolated",
            Boxes = Boxes(face, index),
            Points = frame.IsValid ? TrackPictures.Points(frame, (x, y) => (x, y)) : [],
            Edges = frame.IsValid ? TrackPictures.Edges : [],
        };
    }

    private static List<PreviewBox> Boxes(FacePath face, int index)
    {
        var main = face.Main.Faces.FirstOrDefault(seen => seen.Frame == index)?.Face;
        List<PreviewBox> boxes = [.. face.Detections[index]
            .Where(detection => !ReferenceEquals(detection, main))
            .Select(detection => new PreviewBox(
                detection.Box.Left, detection.Box.Top, detection.Box.Right, detection.Box.Bottom, $"{detection.Score:0.00}", Used: false))];
        if (face.Boxes[index] is { } box)
        {
            boxes.Add(new PreviewBox(box.Left, box.Top, box.Right, box.Bottom, main is null ? string.Empty : $"{main.Score:0.00}"));
        }

        return boxes;
    }
}
