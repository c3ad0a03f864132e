using Mpuc.Media.Networks;
using static TorchSharp.torch;

namespace Mpuc.Media.Faces.Mtcnn;

/// <summary>R-Net: a score and a correction for a region of 24x24 pixels.</summary>
internal sealed class RefinementNet
{
    /// <summary>The side of a region.</summary>
    public const int Side = 24;

    private readonly PReluConvolution[] _layers;
    private readonly LinearHead _dense;
    private readonly Tensor _slope;
    private readonly LinearHead _score;
    private readonly LinearHead _shift;

    /// <summary>Checks and takes the network's weights.</summary>
    public RefinementNet(NetworkWeights weights)
    {
        _layers =
        [
            PReluConvolution.Of(weights, 1, 3, 28, 3),
            PReluConvolution.Of(weights, 2, 28, 48, 3),
            PReluConvolution.Of(weights, 3, 48, 64, 2),
        ];
        (_dense, _slope) = (LinearHead.Of(weights, "dense4", 576, 128), weights["prelu4.weight", 128]);
        (_score, _shift) = (LinearHead.Of(weights, "dense5_1", 128, 2), LinearHead.Of(weights, "dense5_2", 128, 4));
    }

    /// <summary>Runs the network.</summary>
    /// <param name="regions">Regions, <c>[N, 3, 24, 24]</c>, from -1 to 1.</param>
    /// <returns>Scores, <c>[N]</c>, and shifts of the four edges, <c>[N, 4]</c>.</returns>
    public (Tensor Scores, Tensor Shifts) Apply(Tensor regions)
    {
        using var scope = NewDisposeScope();
        var hidden = nn.functional.max_pool2d(_layers[0].Apply(regions), 3, 2, ceil_mode: true);
        hidden = nn.functional.max_pool2d(_layers[1].Apply(hidden), 3, 2, ceil_mode: true);

        // The dense layer reads column by column, as the network from which the weights were converted did.
        hidden = _layers[2].Apply(hidden).permute(0, 3, 2, 1).flatten(1);
        hidden = nn.functional.prelu(_dense.Apply(hidden), _slope);
        var scores = _score.Apply(hidden).softmax(1).select(1, 1).contiguous();
        return (scores.MoveToOuterDisposeScope(), _shift.Apply(hidden).MoveToOuterDisposeScope());
    }
}
