using Mpuc.Plugins.Landmarks.Graphs;
using static TorchSharp.torch;

namespace Mpuc.Plugins.Landmarks.Reading;

/// <summary>
/// The 51 points inside the face, x and y each scaled to 0 to 1 over the recording's frames and points, so that neither the place nor the
/// size of the face in the picture counts.
/// </summary>
internal static class InnerPoints
{
    private const int First = 2 * FaceGraph.JawPoints;

    /// <summary>Selects and scales.</summary>
    /// <param name="frames">Frames of 68 points, 136 numbers each.</param>
    /// <returns>Points, <c>[T, 51, 2]</c>, float32, each 0 to 1; a coordinate that never varies is 0.</returns>
    public static Tensor Scale(float[][] frames)
    {
        var (left, width) = Extent(frames, 0);
        var (top, height) = Extent(frames, 1);
        var values = new float[frames.Length * FaceGraph.Nodes * 2];
        var place = 0;
        foreach (var frame in frames)
        {
            for (var index = First; index < frame.Length; index += 2)
            {
                values[place++] = (frame[index] - left) / width;
                values[place++] = (frame[index + 1] - top) / height;
            }
        }

        return tensor(values, frames.Length, FaceGraph.Nodes, 2);
    }

    private static (float Least, float Size) Extent(float[][] frames, int axis)
    {
        var (least, most) = (float.PositiveInfinity, float.NegativeInfinity);
        foreach (var frame in frames)
        {
            for (var index = First + axis; index < frame.Length; index += 2)
            {
                (least, most) = (Math.Min(least, frame[index]), Math.Max(most, frame[index]));
            }
        }

        return (least, most > least ? most - least : 1);
    }
}
