using TorchSharp;

namespace Mpuc;

/// <summary>
/// An encoder that learns statistics (a mean, a vocabulary) from the training recordings, never from labels or held-out recordings.
/// The host fits it once per run before training; the state is saved with the run and travels with the model.
/// </summary>
public interface IFittedEncoder : IModalityEncoder
{
    /// <summary>Learns from the training recordings' sequences, as <see cref="IModalityEncoder.ReadAsync"/> returned them.</summary>
    /// <param name="training">The sequences; each is valid only until the next is asked for.</param>
    void Fit(IEnumerable<ModalitySequence> training);

    /// <summary>What was learned, by name; empty before <see cref="Fit"/>. The caller must not dispose the tensors.</summary>
    IReadOnlyDictionary<string, torch.Tensor> State { get; }

    /// <summary>Takes over a state that <see cref="State"/> gave in an earlier process.</summary>
    /// <param name="state">The tensors by name; copied, not kept.</param>
    /// <exception cref="MpucException">A tensor is missing or has another shape.</exception>
    void Restore(IReadOnlyDictionary<string, torch.Tensor> state);
}
