using Mpuc.Media.Networks;
using Mpuc.Media.Pixels;
using static TorchSharp.torch;

namespace Mpuc.Media.Faces.Mtcnn;

/// <summary>Cuts candidates' regions out of their frames for the second and third network.</summary>
internal static class RegionCutter
{
    /// <summary>Leaves out candidates whose region lies outside the picture.</summary>
    /// <returns>Those that hold at least one pixel.</returns>
    public static List<Candidate> Inside(IEnumerable<Candidate> candidates, IReadOnlyList<SummedArea> pictures) =>
        [.. candidates.Where(candidate => Pixels(candidate, pictures[candidate.Frame]) is { Width: > 0, Height: > 0 })];

    /// <summary>Cuts regions out.</summary>
    /// <param name="candidates">What <see cref="Inside"/> left.</param>
    /// <returns>Regions, <c>[N, 3, side, side]</c>, from -1 to 1.</returns>
    public static Tensor Cut(IReadOnlyList<Candidate> candidates, IReadOnlyList<SummedArea> pictures, int side) =>
        ChannelsLast.Pictures(candidates.Count, side, side, (index, values) =>
        {
            var picture = pictures[candidates[index].Frame];
            var (left, top, width, height) = Pixels(candidates[index], picture);
            picture.Resample(left, top, width, height, side, side, values);
        });

    // The networks were trained with regions whose edges count from 1 and are both inside.
    private static (int Left, int Top, int Width, int Height) Pixels(Candidate candidate, SummedArea picture)
    {
        var (left, top) = (Math.Max(1, Whole(candidate.Box.Left)), Math.Max(1, Whole(candidate.Box.Top)));
        var (right, bottom) = (Math.Min(picture.Width, Whole(candidate.Box.Right)), Math.Min(picture.Height, Whole(candidate.Box.Bottom)));
        return (left - 1, top - 1, right - left + 1, bottom - top + 1);
    }

    private static int Whole(double edge) => (int)Math.Truncate(edge);
}
