using TorchSharp;

namespace Mpuc.Host.Data.Sequences;

/// <summary>A mean to subtract and a deviation to divide by, per feature. Owns its tensors.</summary>
/// <param name="Mean">One frame's shape, float64.</param>
/// <param name="Deviation">The same shape, above 0.</param>
internal sealed record FrameStandardization(torch.Tensor Mean, torch.Tensor Deviation) : IDisposable
{
    /// <summary>Standardises a sequence, computing in float64.</summary>
    /// <returns>A new sequence in float32.</returns>
    public ModalitySequence Apply(ModalitySequence sequence)
    {
        using var scope = torch.NewDisposeScope();
        var values = ((sequence.Values.to(torch.ScalarType.Float64) - Mean) / Deviation).to(torch.ScalarType.Float32);
        return new ModalitySequence(values.MoveToOuterDisposeScope(), sequence.FrameRate);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Mean.Dispose();
        Deviation.Dispose();
    }
}
