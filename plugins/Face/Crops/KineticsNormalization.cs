using Mpuc.Media.Faces.Crops;
using static TorchSharp.torch;

namespace Mpuc.Plugins.Face.Crops;

/// <summary>
/// Standardises crops by the mean and deviation of Kinetics-400's frames, which R(2+1)D was trained with (Kay et al. 2017).
/// </summary>
internal static class KineticsNormalization
{
    private static readonly float[] Mean = [0.43216f, 0.394666f, 0.37645f];
    private static readonly float[] Deviation = [0.22803f, 0.22145f, 0.216989f];

    /// <summary>Standardises a batch.</summary>
    /// <param name="crops">Crops from 0 to 255.</param>
    /// <param name="target">Where to write them, <c>[N, 3, S, S]</c>; a frame without a face becomes zero, the mean colour.</param>
    public static void Apply(FaceCropBatch crops, Tensor target)
    {
        using var scope = NewDisposeScope();
        var (mean, deviation) = (tensor(Mean).view(3, 1, 1), tensor(Deviation).view(3, 1, 1));
        var isFace = tensor(crops.Squares.Select(square => square is null ? 0f : 1f).ToArray()).view(-1, 1, 1, 1);
        target.copy_(((crops.Pixels / 255) - mean) / deviation * isFace);
    }
}
