namespace Mpuc.Plugins.Landmarks.Reading;

/// <summary>The landmarks of one frame.</summary>
/// <param name="Seconds">When the frame is, in seconds from the recording's start.</param>
/// <param name="Points">The 68 points as x, y, x, y ... in pixels, 136 numbers; of no meaning in a failed frame.</param>
/// <param name="IsValid">False where the tracker failed.</param>
internal sealed record TrackedFrame(double Seconds, float[] Points, bool IsValid);
