namespace Mpuc.Media.Faces.Tracking;

/// <summary>A track's box in every frame.</summary>
internal static class BoxPath
{
    /// <summary>Fills short gaps and smooths.</summary>
    /// <param name="mostMissing">
    /// The longest run of frames without the face that is filled: linearly between two boxes, with the nearest box at the track's ends.
    /// </param>
    /// <param name="reach">How many frames before and after are averaged with each; 0 for none.</param>
    /// <returns>A box for every frame, null where the face is missing for longer.</returns>
    public static IReadOnlyList<FaceBox?> Of(FaceTrack track, int frames, int mostMissing, int reach)
    {
        var boxes = new FaceBox?[frames];
        foreach (var (frame, face) in track.Faces)
        {
            boxes[frame] = face.Box;
        }

        foreach (var (from, to) in track.Faces.Zip(track.Faces.Skip(1)))
        {
            var steps = to.Frame - from.Frame;
            for (var step = 1; step < steps && steps - 1 <= mostMissing; step++)
            {
                boxes[from.Frame + step] = FaceBox.Interpolate(from.Face.Box, to.Face.Box, (double)step / steps);
            }
        }

        Hold(boxes, 0, track.Faces[0].Frame, track.Faces[0], mostMissing);
        Hold(boxes, track.Faces[^1].Frame + 1, frames, track.Faces[^1], mostMissing);
        return reach == 0 ? boxes : Smooth(boxes, reach);
    }

    private static void Hold(FaceBox?[] boxes, int from, int to, TrackedFace nearest, int mostMissing)
    {
        if (to - from <= mostMissing)
        {
            boxes.AsSpan(from, to - from).Fill(nearest.Face.Box);
        }
    }

    private static FaceBox?[] Smooth(FaceBox?[] boxes, int reach)
    {
        var smooth = new FaceBox?[boxes.Length];
        for (var frame = 0; frame < boxes.Length; frame++)
        {
            if (boxes[frame] is not null)
            {
                // As many before as after, so that a face that moves steadily keeps its place.
                var near = Math.Min(reach, Math.Min(frame, boxes.Length - 1 - frame));
                while (near > 0 && boxes.AsSpan(frame - near, (2 * near) + 1).Contains(null))
                {
                    near--;
                }

                var window = boxes[(frame - near)..(frame + near + 1)].Select(box => box!.Value).ToArray();
                smooth[frame] = new FaceBox(
                    window.Average(box => box.Left),
                    window.Average(box => box.Top),
                    window.Average(box => box.Right),
                    window.Average(box => box.Bottom));
            }
        }

        return smooth;
    }
}
