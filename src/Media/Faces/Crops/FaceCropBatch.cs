using TorchSharp;

namespace Mpuc.Media.Faces.Crops;

/// <summary>The faces cut out of consecutive frames. Owns its tensor.</summary>
/// <param name="first">The index of the first frame in the recording.</param>
/// <param name="pixels">Crops, <c>[N, 3, S, S]</c>; the batch takes ownership.</param>
/// <param name="squares">Where in the frames they were cut out.</param>
public sealed class FaceCropBatch(int first, torch.Tensor pixels, IReadOnlyList<FaceBox?> squares) : IDisposable
{
    /// <summary>The index of the first frame in the recording.</summary>
    public int First { get; } = first;

    /// <summary>Crops, <c>[N, 3, S, S]</c>, float32, red, green, blue from 0 to 255; zeros for a frame without a face.</summary>
    public torch.Tensor Pixels { get; } = pixels;

    /// <summary>For every crop the square of the frame that it shows; null for a frame without a face.</summary>
    public IReadOnlyList<FaceBox?> Squares { get; } = squares;

    /// <inheritdoc/>
    public void Dispose() => Pixels.Dispose();
}
