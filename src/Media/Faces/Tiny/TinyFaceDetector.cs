using System.Runtime.InteropServices;
using Mpuc.Media.Networks;
using Mpuc.Media.Pixels;
using Mpuc.Media.Video;
using static TorchSharp.torch;

namespace Mpuc.Media.Faces.Tiny;

/// <summary>
/// The tiny face detector of the npm package <c>@vladmandic/face-api</c>: YOLO v2 (Redmon and Farhadi 2017) made small with separable
/// convolutions, half a megabyte of weights. Its boxes are cut for landmarks: from the brows to the chin, and wider than the face.
/// </summary>
public sealed class TinyFaceDetector : IFaceDetector
{
    private const int Stride = 32;
    private const int FramesPerPass = 2;
    private const int ValuesPerAnchor = 5;
    private const double MaxOverlap = 0.4;

    // In cells, as published with the weights.
    private static readonly (double Width, double Height)[] Anchors =
        [(1.603231, 2.094468), (6.041143, 7.080126), (2.882459, 3.518061), (4.266906, 5.178857), (9.041765, 10.66308)];

    private static readonly float[] Mean = [117.001f, 114.697f, 97.404f];

    private readonly TinyFaceOptions _options;
    private readonly NetworkWeights _weights;
    private readonly TinyFaceNet _network;

    /// <summary>Creates the detector.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="weights">The network's weights; the detector takes ownership.</param>
    /// <exception cref="MpucException">The weights belong to another network, or the picture's size does not fit the network.</exception>
    public TinyFaceDetector(TinyFaceOptions options, NetworkWeights weights)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.InputSize % Stride != 0 || options.InputSize < Stride)
        {
            throw new MpucException($"'inputSize' is {options.InputSize}; it must be a multiple of {Stride}.");
        }

        (_options, _weights) = (options, weights);
        _network = new TinyFaceNet(weights, ValuesPerAnchor * Anchors.Length);
    }

    /// <inheritdoc/>
    public IReadOnlyList<IReadOnlyList<FaceDetection>> Detect(FrameBatch frames)
    {
        ArgumentNullException.ThrowIfNull(frames);
        using var inference = inference_mode();
        var faces = new List<IReadOnlyList<FaceDetection>>(frames.Count);
        for (var first = 0; first < frames.Count; first += FramesPerPass)
        {
            using var scope = NewDisposeScope();
            var (offset, side, count) = (first, _options.InputSize, Math.Min(FramesPerPass, frames.Count - first));
            var output = _network.Apply(ChannelsLast.Pictures(count, side, side, (index, values) =>
                SquareBilinear.Resample(frames[offset + index], frames.Width, frames.Height, side, Mean, values)));
            var values = MemoryMarshal.Cast<byte, float>(output.bytes);
            for (var i = 0; i < count; i++)
            {
                var found = Read(
                    values.Slice(i * values.Length / count, values.Length / count),
                    (int)output.shape[2],
                    Math.Max(frames.Width, frames.Height));
                faces.Add(NonMaximumSuppression.Apply(found, face => face.Score, (a, b) => a.Box.Overlap(b.Box), MaxOverlap));
            }
        }

        return faces;
    }

    /// <inheritdoc/>
    public void Dispose() => _weights.Dispose();

    // The values of an anchor are planes of cells: where the centre lies in its cell, the logarithm of the size over the anchor's, and the
    // score.
    private List<FaceDetection> Read(ReadOnlySpan<float> values, int side, int pictureSide)
    {
        var found = new List<FaceDetection>();
        var (cells, cell) = (side * side, (double)pictureSide / side);
        for (var index = 0; index < Anchors.Length * cells; index++)
        {
            var (anchor, position) = Math.DivRem(index, cells);
            var planes = values.Slice(anchor * ValuesPerAnchor * cells, ValuesPerAnchor * cells);
            var score = Sigmoid(planes[(4 * cells) + position]);
            if (score > _options.MinScore)
            {
                var (row, column) = Math.DivRem(position, side);
                var x = (column + Sigmoid(planes[position])) * cell;
                var y = (row + Sigmoid(planes[cells + position])) * cell;
                var width = Math.Exp(planes[(2 * cells) + position]) * Anchors[anchor].Width * cell;
                var height = Math.Exp(planes[(3 * cells) + position]) * Anchors[anchor].Height * cell;
                found.Add(new FaceDetection(new FaceBox(x - (width / 2), y - (height / 2), x + (width / 2), y + (height / 2)), score));
            }
        }

        return found;
    }

    private static double Sigmoid(double value) => 1 / (1 + Math.Exp(-value));
}

/// <summary>The settings of <see cref="TinyFaceDetector"/>.</summary>
public sealed record TinyFaceOptions
{
    /// <summary>
    /// The side of the picture that the network sees, in pixels, a multiple of 32; 416 by default, which the weights were trained for.
    /// </summary>
    public int InputSize { get; init; } = 416;

    /// <summary>
    /// The score above which a face counts, 0 to 1; 0.3 by default. The package's own default is 0.5, which misses faces that turn or look
    /// down; tracking discards the strays that 0.3 lets in.
    /// </summary>
    public double MinScore { get; init; } = 0.3;
}
