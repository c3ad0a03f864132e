namespace Mpuc;

/// <summary>A point in a picture, in pixels from the top left corner.</summary>
/// <param name="X">To the right.</param>
/// <param name="Y">Downwards.</param>
/// <param name="Used">Whether the encoder uses the point; false for one that it saw and left out.</param>
public readonly record struct PreviewPoint(double X, double Y, bool Used = true);
