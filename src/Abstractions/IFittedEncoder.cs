using TorchSharp;

namespace Mpuc;

/// <summary>
/// An encoder that learns statistics (a mean, a vocabulary) from the training recordings, never from labels or held-out recordings.
/// The host fits it once per run before training; the state is saved with the run and travels with the model. Every sequence then goes
/// through <see cref="Transform"/>, the host's normalisation and <see cref="IModalityEncoder.Window"/>, in this order.
/// </summary>
public interface IFittedEncoder : IModalityEncoder
{
    /// <summary>Learns from the training recordings' sequences, as <see cref="IModalityEncoder.ReadAsync"/> returned them.</summary>
    /// <param name="training">The sequences; each is valid only until the next is asked for.</param>
    void Fit(IEnumerable<ModalitySequence> training);

    /// <summary>Applies what was learned to one recording. The result depends only on the sequence and <see cref="State"/>.</summary>
    /// <param name="sequence">A sequence that <see cref="IModalityEncoder.ReadAsync"/> returned; stays the caller's.</param>
    /// <returns>Frames <c>[T, ...]</c>, float32, every value finite, in the shape that the backbone reads. The caller owns it.</returns>
    ModalitySequence Transform(ModalitySequence sequence);

    /// <summary>What was learned, by name; empty before <see cref="Fit"/>. The caller must not dispose the tensors.</summary>
    IReadOnlyDictionary<string, torch.Tensor> State { get; }

    /// <summary>Takes over a state that <see cref="State"/> gave in an earlier process.</summary>
    /// <param name="state">The tensors by name; copied, not kept.</param>
    /// <exception cref="MpucException">A tensor is missing or has another shape.</exception>
    void Restore(IReadOnlyDictionary<string, torch.Tensor> state);
}
