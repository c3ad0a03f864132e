using System.Collections.Concurrent;
using Mpuc.Host.Modalities;
using TorchSharp;

namespace Mpuc.Host.Data.Sequences;

/// <summary>
/// Sequences that stay in memory, ready for windows to be cut, up to a limit. Those that come first stay: every epoch asks for each
/// sequence once, in an order of its own, so giving one up for another would gain nothing. Safe to use from several threads at once.
/// </summary>
internal sealed class SequenceMemory : IDisposable
{
    private readonly ConcurrentDictionary<(Modality Modality, string Recording), ModalitySequence> _kept = [];
    private long _left;

    /// <summary>Bytes of the sequences that are kept.</summary>
    public long Used => _kept.Values.Sum(BytesOf);

    /// <summary>Allows bytes more, which also switches the memory on.</summary>
    /// <param name="bytes">How many, at least 0.</param>
    public void Allow(long bytes) => Interlocked.Add(ref _left, bytes);

    /// <summary>Looks for a sequence.</summary>
    /// <returns>The sequence, which the caller disposes and does not change; null where it is not kept.</returns>
    public ModalitySequence? Find(string recording, Modality modality) =>
        _kept.TryGetValue((modality, recording), out var kept) ? new ModalitySequence(kept.Values.alias(), kept.FrameRate) : null;

    /// <summary>Keeps a copy of a sequence where there is room.</summary>
    public void Offer(string recording, Modality modality, ModalitySequence sequence)
    {
        var bytes = BytesOf(sequence);
        if (Interlocked.Add(ref _left, -bytes) >= 0)
        {
            var copy = new ModalitySequence(sequence.Values.clone().DetachFromDisposeScope(), sequence.FrameRate);
            if (_kept.TryAdd((modality, recording), copy))
            {
                return;
            }

            copy.Dispose();
        }

        Interlocked.Add(ref _left, bytes);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var sequence in _kept.Values)
        {
            sequence.Dispose();
        }

        _kept.Clear();
    }

    private static long BytesOf(ModalitySequence sequence) => sequence.Values.numel() * sequence.Values.element_size();
}
