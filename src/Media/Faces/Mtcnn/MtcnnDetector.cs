using System.Runtime.InteropServices;
using Mpuc.Media.Networks;
using Mpuc.Media.Pixels;
using Mpuc.Media.Video;
using static TorchSharp.torch;

namespace Mpuc.Media.Faces.Mtcnn;

/// <summary>
/// The multi-task cascaded networks of Zhang, Zhang, Li and Qiao (2016), the paper's face detector: P-Net proposes, R-Net refines, O-Net
/// decides and gives five points. Reads the weights, and follows the conventions, that were published with facenet-pytorch.
/// </summary>
public sealed class MtcnnDetector : IFaceDetector
{
    // Few enough that a layer's result stays in the processor's cache until the next layer reads it.
    private const int PixelsPerPass = 1 << 19;
    private const int RegionsPerPass = 64;
    private const double RefinedOverlap = 0.7;
    private const double FinalOverlap = 0.7;

    private readonly NetworkWeights[] _weights;
    private readonly MtcnnOptions _options;
    private readonly PyramidStage _pyramid;
    private readonly RefinementNet _refinement;
    private readonly OutputNet _output;

    /// <summary>Creates the detector.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="proposal">P-Net's weights; the detector takes ownership of all three.</param>
    /// <param name="refinement">R-Net's weights.</param>
    /// <param name="output">O-Net's weights.</param>
    /// <exception cref="MpucException">Weights belong to another network.</exception>
    public MtcnnDetector(MtcnnOptions options, NetworkWeights proposal, NetworkWeights refinement, NetworkWeights output)
    {
        _weights = [proposal, refinement, output];
        _options = options;
        _pyramid = new PyramidStage(new ProposalNet(proposal), options);
        _refinement = new RefinementNet(refinement);
        _output = new OutputNet(output);
    }

    /// <inheritdoc/>
    public IReadOnlyList<IReadOnlyList<FaceDetection>> Detect(FrameBatch frames)
    {
        ArgumentNullException.ThrowIfNull(frames);
        using var inference = inference_mode();
        var atOnce = Math.Clamp(PixelsPerPass / (frames.Width * frames.Height), 1, frames.Count);
        var pictures = Enumerable.Range(0, atOnce).Select(_ => new SummedArea()).ToArray();
        var faces = new List<IReadOnlyList<FaceDetection>>(frames.Count);
        for (var first = 0; first < frames.Count; first += atOnce)
        {
            var count = Math.Min(atOnce, frames.Count - first);
            for (var i = 0; i < count; i++)
            {
                pictures[i].Load(frames[first + i], frames.Width, frames.Height);
            }

            faces.AddRange(DetectTogether(new ArraySegment<SummedArea>(pictures, 0, count)));
        }

        return faces;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var weights in _weights)
        {
            weights.Dispose();
        }
    }

    private IEnumerable<IReadOnlyList<FaceDetection>> DetectTogether(IReadOnlyList<SummedArea> pictures)
    {
        var faces = Decide(Refine(_pyramid.Propose(pictures), pictures), pictures).ToLookup(face => face.Frame, face => face.Face);
        return Enumerable.Range(0, pictures.Count).Select(frame => (IReadOnlyList<FaceDetection>)NonMaximumSuppression.Apply(
            faces[frame], face => face.Score, OverlapOfSmaller, FinalOverlap));
    }

    private IEnumerable<Candidate> Refine(IEnumerable<Candidate> proposals, IReadOnlyList<SummedArea> pictures)
    {
        var refined = new List<Candidate>();
        foreach (var part in RegionCutter.Inside(proposals, pictures).Chunk(RegionsPerPass))
        {
            using var scope = NewDisposeScope();
            var (scores, shifts) = _refinement.Apply(RegionCutter.Cut(part, pictures, RefinementNet.Side));
            for (var i = 0; i < part.Length; i++)
            {
                if (Floats(scores)[i] > _options.RefinementScore)
                {
                    refined.Add(part[i] with { Score = Floats(scores)[i], Shift = Shift(shifts, i) });
                }
            }
        }

        return refined.GroupBy(candidate => candidate.Frame)
            .SelectMany(frame => NonMaximumSuppression.Apply(frame, item => item.Score, (a, b) => a.Box.Overlap(b.Box), RefinedOverlap))
            .Select(candidate => candidate with { Box = candidate.Corrected(border: 1).ToSquare() });
    }

    private IEnumerable<(int Frame, FaceDetection Face)> Decide(IEnumerable<Candidate> refined, IReadOnlyList<SummedArea> pictures)
    {
        foreach (var part in RegionCutter.Inside(refined, pictures).Chunk(RegionsPerPass))
        {
            using var scope = NewDisposeScope();
            var (scores, shifts, points) = _output.Apply(RegionCutter.Cut(part, pictures, OutputNet.Side));
            for (var i = 0; i < part.Length; i++)
            {
                var decided = part[i] with { Score = Floats(scores)[i], Shift = Shift(shifts, i) };
                if (decided.Score > _options.MinScore)
                {
                    yield return (
                        decided.Frame,
                        new FaceDetection(decided.Corrected(border: 1), decided.Score) { Points = PointsOf(decided.Box, points, i) });
                }
            }
        }
    }

    private static FacePoint[] PointsOf(FaceBox box, Tensor points, int index)
    {
        const int Count = 5;
        var values = Floats(points).Slice(2 * Count * index, 2 * Count);
        var result = new FacePoint[Count];
        for (var k = 0; k < Count; k++)
        {
            result[k] = new FacePoint(box.Left - 1 + ((box.Width + 1) * values[k]), box.Top - 1 + ((box.Height + 1) * values[Count + k]));
        }

        return result;
    }

    // Over the smaller box, so that a face within a face goes, too; the edges count as pixels.
    private static double OverlapOfSmaller(FaceDetection a, FaceDetection b)
    {
        var (first, second) = (Grown(a.Box), Grown(b.Box));
        return first.Intersection(second) / Math.Min(first.Area, second.Area);
    }

    private static FaceBox Grown(FaceBox box) => box with { Right = box.Right + 1, Bottom = box.Bottom + 1 };

    private static EdgeShift Shift(Tensor shifts, int index) => MemoryMarshal.Cast<byte, EdgeShift>(shifts.bytes)[index];

    private static ReadOnlySpan<float> Floats(Tensor tensor) => MemoryMarshal.Cast<byte, float>(tensor.bytes);
}

/// <summary>Movements of a box's edges, relative to its size.</summary>
internal readonly record struct EdgeShift(float Left, float Top, float Right, float Bottom);

/// <summary>The settings of <see cref="MtcnnDetector"/>; the defaults are those that the weights were published with.</summary>
public sealed record MtcnnOptions
{
    /// <summary>
    /// The side of the smallest face that is looked for, in pixels, at least 12; 20 by default. The cost falls with its square.
    /// </summary>
    public int MinFaceSize { get; init; } = 20;

    /// <summary>From one picture of the pyramid to the next, above 0 and below 1; 0.709 by default, half the area.</summary>
    public double PyramidFactor { get; init; } = 0.709;

    /// <summary>The score with which the first network proposes a face, 0 to 1; 0.6 by default.</summary>
    public double ProposalScore { get; init; } = 0.6;

    /// <summary>The score above which the second network keeps it, 0 to 1; 0.7 by default.</summary>
    public double RefinementScore { get; init; } = 0.7;

    /// <summary>The score above which the third network keeps it, 0 to 1; 0.7 by default.</summary>
    public double MinScore { get; init; } = 0.7;
}
