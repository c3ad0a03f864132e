using System.Runtime.InteropServices;
using Mpuc.Media.Networks;
using Mpuc.Media.Pixels;
using static TorchSharp.torch;

namespace Mpuc.Media.Faces.Mtcnn;

/// <summary>The first stage: P-Net over a pyramid of ever smaller pictures, in which faces of every size come to 12 pixels.</summary>
internal sealed class PyramidStage(ProposalNet network, MtcnnOptions options)
{
    private const int Stride = 2;
    private const int Cell = 12;
    private const double OverlapWithinScale = 0.5;
    private const double OverlapBetweenScales = 0.7;

    /// <summary>Proposes regions.</summary>
    /// <returns>Square regions, which may reach beyond the picture; frame by frame.</returns>
    public IEnumerable<Candidate> Propose(IReadOnlyList<SummedArea> pictures)
    {
        var (width, height) = (pictures[0].Width, pictures[0].Height);
        var proposals = pictures.Select(_ => new List<Candidate>()).ToArray();
        for (var scale = (double)Cell / options.MinFaceSize; Math.Min(width, height) * scale >= Cell; scale *= options.PyramidFactor)
        {
            AddScale(pictures, scale, proposals);
        }

        return proposals
            .SelectMany(frame =>
                NonMaximumSuppression.Apply(frame, item => item.Score, (a, b) => a.Box.Overlap(b.Box), OverlapBetweenScales))
            .Select(candidate => candidate with { Box = candidate.Corrected(border: 0).ToSquare() });
    }

    private void AddScale(IReadOnlyList<SummedArea> pictures, double scale, List<Candidate>[] proposals)
    {
        using var scope = NewDisposeScope();
        var (width, height) = ((int)((pictures[0].Width * scale) + 1), (int)((pictures[0].Height * scale) + 1));
        var (scores, shifts) = network.Apply(ChannelsLast.Pictures(pictures.Count, height, width, (frame, values) =>
            pictures[frame].Resample(0, 0, pictures[frame].Width, pictures[frame].Height, width, height, values)));
        for (var frame = 0; frame < pictures.Count; frame++)
        {
            var found = Read(scores, shifts, frame, scale);
            proposals[frame].AddRange(
                NonMaximumSuppression.Apply(found, item => item.Score, (a, b) => a.Box.Overlap(b.Box), OverlapWithinScale));
        }
    }

    private List<Candidate> Read(Tensor scores, Tensor shifts, int frame, double scale)
    {
        var (rows, columns) = ((int)scores.shape[1], (int)scores.shape[2]);
        var cells = rows * columns;
        ReadOnlySpan<float> score = MemoryMarshal.Cast<byte, float>(scores.bytes).Slice(frame * cells, cells);
        ReadOnlySpan<EdgeShift> shift = MemoryMarshal.Cast<byte, EdgeShift>(shifts.bytes).Slice(frame * cells, cells);
        var found = new List<Candidate>();
        for (var cell = 0; cell < cells; cell++)
        {
            if (score[cell] < options.ProposalScore)
            {
                continue;
            }

            var (y, x) = Math.DivRem(cell, columns);
            var box = new FaceBox(
                Math.Floor(((Stride * x) + 1) / scale),
                Math.Floor(((Stride * y) + 1) / scale),
                Math.Floor(((Stride * x) + Cell) / scale),
                Math.Floor(((Stride * y) + Cell) / scale));
            found.Add(new Candidate(frame, box, score[cell], shift[cell]));
        }

        return found;
    }
}

/// <summary>A region that may hold a face.</summary>
/// <param name="Score">The score, 0 to 1.</param>
/// <param name="Shift">By how much the network would move the left, top, right and bottom edge, relative to the region's size.</param>
internal readonly record struct Candidate(int Frame, FaceBox Box, float Score, EdgeShift Shift)
{
    /// <summary>The corrected region.</summary>
    /// <param name="border">1 where the box's edges are its outermost pixels, 0 where they lie between pixels.</param>
    public FaceBox Corrected(int border)
    {
        var (width, height) = (Box.Width + border, Box.Height + border);
        return new FaceBox(
            Box.Left + (Shift.Left * width),
            Box.Top + (Shift.Top * height),
            Box.Right + (Shift.Right * width),
            Box.Bottom + (Shift.Bottom * height));
    }
}
