using Mpuc.Conformance.Running;
using Mpuc.Conformance.Trials;
using TorchSharp;

namespace Mpuc.Conformance.Checks;

/// <summary>What an <see cref="IFittedEncoder"/> learns of the training recordings.</summary>
internal static class StatisticsChecks
{
    public static IReadOnlyList<Check<EncoderTrial>> All { get; } =
    [
        new("statistics.fit", "what it learns of sequences outlives them", Fits),
        new("statistics.restored", "what was learned moves to another encoder and gives the same frames", Restores),
        new("statistics.refused", "a state that lacks something is refused", RefusesState),
    ];

    private static void Fits(EncoderTrial trial)
    {
        var encoder = Encoder(trial);
        Promise.Holds(encoder.State.Count == 0, "Its state is not empty before Fit.");
        encoder.Fit(Lent(trial, encoder));
        using var sequence = EncoderTrial.Read(encoder, trial.Recordings[0]);
        var before = EncoderTrial.Numbers(sequence.Values);
        using var transformed = encoder.Transform(sequence);
        ReadingChecks.Require(transformed, "a transformed sequence");
        Promise.Holds(
            EncoderTrial.Numbers(sequence.Values).SequenceEqual(before),
            "Transform changed the sequence that it was given; it must return another.");
        Promise.Holds(transformed.FrameRate == sequence.FrameRate, "Transform changed the frame rate.");
    }

    private static void Restores(EncoderTrial trial)
    {
        var (encoder, other) = (Encoder(trial), Encoder(trial));
        encoder.Fit(Lent(trial, encoder));
        other.Restore(encoder.State);
        Promise.Holds(
            other.State.Keys.Order(StringComparer.Ordinal).SequenceEqual(encoder.State.Keys.Order(StringComparer.Ordinal)),
            "After Restore the state has other names than the one that was restored.");
        using var sequence = EncoderTrial.Read(encoder, trial.Recordings[0]);
        using var expected = encoder.Transform(sequence);
        using var actual = other.Transform(sequence);
        Promise.Holds(
            EncoderTrial.Numbers(actual.Values).SequenceEqual(EncoderTrial.Numbers(expected.Values)),
            "After Restore, Transform gives other frames than before.");
    }

    private static void RefusesState(EncoderTrial trial)
    {
        var (encoder, other) = (Encoder(trial), Encoder(trial));
        encoder.Fit(Lent(trial, encoder));
        if (encoder.State.Count > 0)
        {
            Promise.Refuses(() => other.Restore(new Dictionary<string, torch.Tensor>()), "a state without tensors", name: null);
        }
    }

    private static IFittedEncoder Encoder(EncoderTrial trial) =>
        trial.CreateEncoder() as IFittedEncoder ?? throw new NotApplicableException("The encoder learns no statistics.");

    // Each sequence is gone when the next is asked for, as the contract says.
    private static IEnumerable<ModalitySequence> Lent(EncoderTrial trial, IModalityEncoder encoder)
    {
        foreach (var source in trial.Recordings)
        {
            using var sequence = EncoderTrial.Read(encoder, source);
            yield return sequence;
        }
    }
}
