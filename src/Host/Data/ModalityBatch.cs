using TorchSharp;

namespace Mpuc.Host.Data;

/// <summary>One modality's windows of a batch; recordings that lack the modality are left out. Owns its tensors.</summary>
/// <param name="Values">Windows, <c>[R, T, ...]</c>, float32.</param>
/// <param name="Lengths">Valid lengths, <c>[R]</c>, int64.</param>
/// <param name="Rows">For each of the R windows its row in the batch, ascending: <c>view * B + recording</c>.</param>
public sealed record ModalityBatch(torch.Tensor Values, torch.Tensor Lengths, IReadOnlyList<long> Rows) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose()
    {
        Values.Dispose();
        Lengths.Dispose();
    }
}
