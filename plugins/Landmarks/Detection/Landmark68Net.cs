using Mpuc.Media.Networks;
using static TorchSharp.torch;

namespace Mpuc.Plugins.Landmarks.Detection;

/// <summary>
/// The 68-point network of the npm package <c>@vladmandic/face-api</c>: four dense blocks of separable convolutions, the mean over what is
/// left of the picture, and a fully-connected layer to the coordinates. Safe for use from several threads.
/// </summary>
internal sealed class Landmark68Net : IDisposable
{
    /// <summary>The side of the picture that the network sees.</summary>
    public const int Side = 112;

    private const int Points = 68;

    // Red, green, blue, as published with the weights.
    private static readonly float[] Mean = [122.782f, 117.001f, 104.298f];

    private static readonly long[] Channels = [3, 32, 64, 128, 256];

    private readonly NetworkWeights _weights;
    private readonly DenseBlock[] _blocks;
    private readonly Tensor _fcWeight;
    private readonly Tensor _fcBias;

    /// <summary>Checks and takes the network's weights.</summary>
    /// <exception cref="MpucException">The weights belong to another network.</exception>
    public Landmark68Net(NetworkWeights weights)
    {
        _weights = weights;
        _blocks = [.. Enumerable.Range(0, Channels.Length - 1)
            .Select(index => new DenseBlock(weights, $"dense{index}", Channels[index], Channels[index + 1], isFirst: index == 0))];
        _fcWeight = weights["fc/weights", Channels[^1], 2 * Points];
        _fcBias = weights["fc/bias", 2 * Points];
    }

    /// <summary>Finds the points of faces.</summary>
    /// <param name="faces">Squares around faces, <c>[N, 3, 112, 112]</c>, float32, red, green, blue from 0 to 255.</param>
    /// <returns>68 points per face as x, y, x, y ..., each 0 to 1 across the square, <c>[N, 136]</c>; a point may lie beyond it.</returns>
    public Tensor Locate(Tensor faces)
    {
        using var inference = inference_mode();
        using var scope = NewDisposeScope();
        var hidden = (faces - tensor(Mean).view(1, 3, 1, 1)) / 255;
        foreach (var block in _blocks)
        {
            hidden = block.Apply(hidden);
        }

        return hidden.mean([2, 3]).mm(_fcWeight).add_(_fcBias).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public void Dispose() => _weights.Dispose();
}
