using Mpuc.Media.Networks;
using static TorchSharp.torch;

namespace Mpuc.Media.Faces.Mtcnn;

/// <summary>P-Net: a score and a correction for every region of 12x12 pixels, two pixels apart.</summary>
internal sealed class ProposalNet
{
    private readonly PReluConvolution[] _layers;
    private readonly Tensor _scoreWeight;
    private readonly Tensor _scoreBias;
    private readonly Tensor _shiftWeight;
    private readonly Tensor _shiftBias;

    /// <summary>Checks and takes the network's weights.</summary>
    public ProposalNet(NetworkWeights weights)
    {
        _layers =
        [
            PReluConvolution.Of(weights, 1, 3, 10, 3),
            PReluConvolution.Of(weights, 2, 10, 16, 3),
            PReluConvolution.Of(weights, 3, 16, 32, 3),
        ];
        (_scoreWeight, _scoreBias) = (weights["conv4_1.weight", 2, 32, 1, 1], weights["conv4_1.bias", 2]);
        (_shiftWeight, _shiftBias) = (weights["conv4_2.weight", 4, 32, 1, 1], weights["conv4_2.bias", 4]);
    }

    /// <summary>Runs the network.</summary>
    /// <param name="pictures">Pictures, <c>[N, 3, H, W]</c>, from -1 to 1.</param>
    /// <returns>Scores, <c>[N, h, w]</c>, and shifts of the four edges, <c>[N, h, w, 4]</c>.</returns>
    public (Tensor Scores, Tensor Shifts) Apply(Tensor pictures)
    {
        using var scope = NewDisposeScope();
        var hidden = nn.functional.max_pool2d(_layers[0].Apply(pictures), 2, 2, ceil_mode: true);
        hidden = _layers[2].Apply(_layers[1].Apply(hidden));
        var scores = nn.functional.conv2d(hidden, _scoreWeight, _scoreBias).softmax(1).select(1, 1).contiguous();
        var shifts = nn.functional.conv2d(hidden, _shiftWeight, _shiftBias).permute(0, 2, 3, 1).contiguous();
        return (scores.MoveToOuterDisposeScope(), shifts.MoveToOuterDisposeScope());
    }
}
