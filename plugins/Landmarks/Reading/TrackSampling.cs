namespace Mpuc.Plugins.Landmarks.Reading;

/// <summary>
/// Brings a track to a constant frame rate and bridges the frames in which the tracker failed, both by linear interpolation over time.
/// </summary>
/// <param name="frameRate">Frames per second of the result.</param>
/// <param name="maxGap">The longest time without a valid frame that is bridged, in seconds.</param>
internal sealed class TrackSampling(double frameRate, double maxGap)
{
    // Rounded timestamps (0.033, 0.067 ...) must not count as a frame less.
    private const double RoundingOfFrames = 1e-2;

    /// <summary>
    /// Samples a track from its first frame's time to its last one's; before the first and after the last valid frame the face stands
    /// still.
    /// </summary>
    /// <returns>Frames of 136 numbers each, one per 1 / frameRate seconds, at least one.</returns>
    /// <exception cref="MpucException">There is no valid frame, or a gap is too long.</exception>
    public float[][] Sample(LandmarkTrack track)
    {
        var valid = track.ValidFrames.ToArray();
        RequireShortGaps(track, valid);
        var start = track.Frames[0].Seconds;
        var count = 1 + (int)Math.Floor(((track.Frames[^1].Seconds - start) * frameRate) + RoundingOfFrames);
        var samples = new float[count][];
        var next = 0;
        for (var index = 0; index < count; index++)
        {
            var time = start + (index / frameRate);
            while (next < valid.Length && valid[next].Seconds < time)
            {
                next++;
            }

            samples[index] = next == 0 ? valid[0].Points
                : next == valid.Length ? valid[^1].Points
                : Between(valid[next - 1], valid[next], time);
        }

        return samples;
    }

    private static float[] Between(TrackedFrame before, TrackedFrame after, double time)
    {
        var share = (float)((time - before.Seconds) / (after.Seconds - before.Seconds));
        var points = new float[before.Points.Length];
        for (var index = 0; index < points.Length; index++)
        {
            points[index] = ((1 - share) * before.Points[index]) + (share * after.Points[index]);
        }

        return points;
    }

    private void RequireShortGaps(LandmarkTrack track, TrackedFrame[] valid)
    {
        if (valid.Length == 0)
        {
            throw new MpucException(
                $"'{track.Path}' has no frame with a face ({track.Frames.Count} {(track.Frames.Count == 1 ? "frame" : "frames")} failed); "
                + "leave the recording out, or lower 'minConfidence'.");
        }

        var from = track.Frames[0].Seconds;
        foreach (var to in valid.Select(frame => frame.Seconds).Append(track.Frames[^1].Seconds))
        {
            if (to - from > maxGap)
            {
                throw new MpucException(
                    $"'{track.Path}' shows no face from {from:0.##} s to {to:0.##} s; "
                    + $"up to {maxGap:0.##} s are bridged, so cut the recording there or raise 'maxGap'.");
            }

            from = to;
        }
    }
}

/// <summary>The landmarks of a recording, as the tracker gave them.</summary>
/// <param name="Frames">The frames in order of time, at least one.</param>
internal sealed record LandmarkTrack(string Path, IReadOnlyList<TrackedFrame> Frames)
{
    /// <summary>The frames in which the tracker found the face.</summary>
    public IEnumerable<TrackedFrame> ValidFrames => Frames.Where(frame => frame.IsValid);
}

/// <summary>The landmarks of one frame.</summary>
/// <param name="Seconds">When the frame is, in seconds from the recording's start.</param>
/// <param name="Points">The 68 points as x, y, x, y ... in pixels, 136 numbers; of no meaning in a failed frame.</param>
/// <param name="IsValid">False where the tracker failed.</param>
internal sealed record TrackedFrame(double Seconds, float[] Points, bool IsValid);
