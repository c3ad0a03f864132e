namespace Mpuc.Media.Faces.Mtcnn;

/// <summary>Movements of a box's edges, relative to its size.</summary>
/// <param name="Left">Of the left edge.</param>
/// <param name="Top">Of the upper edge.</param>
/// <param name="Right">Of the right edge.</param>
/// <param name="Bottom">Of the lower edge.</param>
internal readonly record struct EdgeShift(float Left, float Top, float Right, float Bottom);
