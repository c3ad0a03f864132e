namespace Mpuc.Media.Faces.Tracking;

/// <summary>
/// Joins faces of successive frames into tracks by the overlap of their boxes. A track never ends: a face that comes back to where it was
/// last seen, after a turn of the head or a hand before it, continues its track.
/// </summary>
public static class FaceTracker
{
    /// <summary>Joins faces into tracks.</summary>
    /// <param name="frames">The faces of every frame.</param>
    /// <param name="minOverlap">The least intersection over union of a face's box with the track's last one, above 0, at most 1.</param>
    /// <returns>
    /// The tracks, that of the greatest <see cref="FaceTrack.Weight"/> (the main face) first; empty if there is no face at all.
    /// </returns>
    public static IReadOnlyList<FaceTrack> Track(IReadOnlyList<IReadOnlyList<FaceDetection>> frames, double minOverlap)
    {
        ArgumentNullException.ThrowIfNull(frames);
        var tracks = new List<List<TrackedFace>>();
        for (var frame = 0; frame < frames.Count; frame++)
        {
            Extend(tracks, frame, frames[frame], minOverlap);
        }

        return [.. tracks.Select(faces => new FaceTrack(faces)).OrderByDescending(track => track.Weight)];
    }

    // The best pair first, then the best of what is left. The tracks begun in this frame are not candidates for its own faces.
    private static void Extend(List<List<TrackedFace>> tracks, int frame, IReadOnlyList<FaceDetection> faces, double minOverlap)
    {
        var pairs = tracks
            .SelectMany(track => faces.Select(face => (Track: track, Face: face, Overlap: track[^1].Face.Box.Overlap(face.Box))))
            .Where(pair => pair.Overlap >= minOverlap)
            .OrderByDescending(pair => pair.Overlap)
            .ToArray();
        var free = faces.ToHashSet(ReferenceEqualityComparer.Instance);
        foreach (var (track, face, _) in pairs)
        {
            if (track[^1].Frame < frame && free.Remove(face))
            {
                track.Add(new TrackedFace(frame, face));
            }
        }

        tracks.AddRange(faces.Where(free.Contains).Select(face => new List<TrackedFace> { new(frame, face) }));
    }
}
