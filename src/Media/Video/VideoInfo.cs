namespace Mpuc.Media.Video;

/// <summary>What a video file says of its picture.</summary>
/// <param name="Width">Columns as shown: upright, with square pixels.</param>
/// <param name="Height">Rows as shown.</param>
/// <param name="Rotation">Degrees by which the stored picture is turned for showing, counter-clockwise, -180 to 180; the decoder turns it.</param>
/// <param name="FrameRate">Mean frames per second; 0 where the file does not say.</param>
/// <param name="Duration">Seconds; null where the file does not say.</param>
public sealed record VideoInfo(int Width, int Height, double Rotation, double FrameRate, double? Duration);
