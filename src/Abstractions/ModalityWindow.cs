using TorchSharp;

namespace Mpuc;

/// <summary>One fixed-length window of a sequence. Owns its tensor.</summary>
/// <param name="values">Frames, <c>[T, ...]</c>; those from <paramref name="validLength"/> on are zero padding.</param>
/// <param name="validLength">How many leading frames are real, 1 to T.</param>
public sealed class ModalityWindow(torch.Tensor values, long validLength) : IDisposable
{
    /// <summary>Frames, <c>[T, ...]</c>, float32.</summary>
    public torch.Tensor Values { get; } = values;

    /// <summary>How many leading frames are real, 1 to T.</summary>
    public long ValidLength { get; } = validLength;

    /// <inheritdoc/>
    public void Dispose() => Values.Dispose();
}
