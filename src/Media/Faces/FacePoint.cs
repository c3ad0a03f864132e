namespace Mpuc.Media.Faces;

/// <summary>A point in a picture, in pixels from the picture's top left corner.</summary>
/// <param name="X">To the right.</param>
/// <param name="Y">Downwards.</param>
public readonly record struct FacePoint(double X, double Y);
