using Mpuc.Media.Networks;
using static TorchSharp.torch;

namespace Mpuc.Media.Faces.Mtcnn;

/// <summary>O-Net: a score, a correction and five points for a region of 48x48 pixels.</summary>
internal sealed class OutputNet
{
    /// <summary>The side of a region.</summary>
    public const int Side = 48;

    private readonly PReluConvolution[] _layers;
    private readonly LinearHead _dense;
    private readonly Tensor _slope;
    private readonly LinearHead _score;
    private readonly LinearHead _shift;
    private readonly LinearHead _points;

    /// <summary>Checks and takes the network's weights.</summary>
    public OutputNet(NetworkWeights weights)
    {
        _layers =
        [
            PReluConvolution.Of(weights, 1, 3, 32, 3), PReluConvolution.Of(weights, 2, 32, 64, 3),
            PReluConvolution.Of(weights, 3, 64, 64, 3), PReluConvolution.Of(weights, 4, 64, 128, 2),
        ];
        (_dense, _slope) = (LinearHead.Of(weights, "dense5", 1152, 256), weights["prelu5.weight", 256]);
        (_score, _shift, _points) = (
            LinearHead.Of(weights, "dense6_1", 256, 2),
            LinearHead.Of(weights, "dense6_2", 256, 4),
            LinearHead.Of(weights, "dense6_3", 256, 10));
    }

    /// <summary>Runs the network.</summary>
    /// <param name="regions">Regions, <c>[N, 3, 48, 48]</c>, from -1 to 1.</param>
    /// <returns>
    /// Scores, <c>[N]</c>; shifts of the four edges, <c>[N, 4]</c>; five x and five y, <c>[N, 10]</c>, relative to the region.
    /// </returns>
    public (Tensor Scores, Tensor Shifts, Tensor Points) Apply(Tensor regions)
    {
        using var scope = NewDisposeScope();
        var hidden = nn.functional.max_pool2d(_layers[0].Apply(regions), 3, 2, ceil_mode: true);
        hidden = nn.functional.max_pool2d(_layers[1].Apply(hidden), 3, 2, ceil_mode: true);
        hidden = nn.functional.max_pool2d(_layers[2].Apply(hidden), 2, 2, ceil_mode: true);
        hidden = _layers[3].Apply(hidden).permute(0, 3, 2, 1).flatten(1);
        hidden = nn.functional.prelu(_dense.Apply(hidden), _slope);
        var scores = _score.Apply(hidden).softmax(1).select(1, 1).contiguous();
        return (
            scores.MoveToOuterDisposeScope(),
            _shift.Apply(hidden).MoveToOuterDisposeScope(),
            _points.Apply(hidden).MoveToOuterDisposeScope());
    }
}
