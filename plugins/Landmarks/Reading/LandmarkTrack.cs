namespace Mpuc.Plugins.Landmarks.Reading;

/// <summary>The landmarks of a recording, as the tracker gave them.</summary>
/// <param name="Path">The file, for messages.</param>
/// <param name="Frames">The frames in order of time, at least one.</param>
internal sealed record LandmarkTrack(string Path, IReadOnlyList<TrackedFrame> Frames)
{
    /// <summary>The frames in which the tracker found the face.</summary>
    public IEnumerable<TrackedFrame> ValidFrames => Frames.Where(frame => frame.IsValid);
}
