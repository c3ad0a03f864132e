using Mpuc.Conformance.Running;
using Mpuc.Conformance.Trials;

namespace Mpuc.Conformance.Checks;

/// <summary>How an encoder cuts sequences into windows.</summary>
internal static class WindowChecks
{
    public static IReadOnlyList<Check<EncoderTrial>> All { get; } =
    [
        new("window.length", "a window has at least one frame, and more where it lasts longer", HasLength),
        new("window.padding", "a window has its length wherever it begins, and zeros where the recording ends", IsPadded),
        new("window.copy", "a window is a copy of the frames", IsCopy),
    ];

    private static void HasLength(EncoderTrial trial)
    {
        var encoder = trial.CreateEncoder();
        using var sequence = EncoderTrial.Read(encoder, trial.Recordings[0]);
        var before = 0;
        foreach (var seconds in new[] { 0.001, 0.1, 0.5, 1, 3, 10 })
        {
            var frames = encoder.WindowFrames(seconds);
            Promise.Holds(frames >= 1, $"A window of {seconds} s has {frames} frames; it must have at least one.");
            Promise.Holds(frames >= before, $"A window of {seconds} s has {frames} frames, a shorter one {before}.");
            Promise.Holds(
                sequence.FrameRate > 0 || frames == 1, $"A window of {seconds} s has {frames} frames; without a time axis it has one.");
            Promise.Holds(
                sequence.FrameRate == 0 || Math.Abs(frames - Math.Max(1, seconds * sequence.FrameRate)) <= 1,
                $"A window of {seconds} s has {frames} frames, but a recording {sequence.FrameRate} per second.");
            before = frames;
        }
    }

    private static void IsPadded(EncoderTrial trial)
    {
        var encoder = trial.CreateEncoder();
        var sequences = trial.ReadAll(encoder);
        var duration = sequences[0].Duration;
        double[] lengths = duration > 0
            ? [trial.Samples.WindowSeconds, duration / 3, duration, 2.5 * duration]
            : [trial.Samples.WindowSeconds];
        foreach (var seconds in lengths)
        {
            foreach (var start in new[] { 0, duration / 2, duration, duration + 100 })
            {
                Require(encoder, sequences[0], new TimeWindow(start, seconds));
            }
        }

        foreach (var sequence in sequences)
        {
            sequence.Dispose();
        }
    }

    private static void Require(IModalityEncoder encoder, ModalitySequence sequence, TimeWindow place)
    {
        var what = $"The window of {place.Duration:0.###} s from {place.Start:0.###} s on";
        var frames = encoder.WindowFrames(place.Duration);
        using var window = encoder.Window(sequence, place);
        long[] expected = [frames, .. sequence.Values.shape[1..]];
        Promise.Holds(
            window.Values.shape.SequenceEqual(expected),
            $"{what} has the shape {EncoderTrial.Shape(window.Values)}; it must be [{string.Join(", ", expected)}].");
        Promise.Holds(
            window.Values.dtype == sequence.Values.dtype, $"{what} is {window.Values.dtype}; it must be {sequence.Values.dtype}.");
        Promise.Holds(
            window.ValidLength >= 1 && window.ValidLength <= frames,
            $"{what} says that {window.ValidLength} of its {frames} frames are real.");
        Promise.Holds(
            window.ValidLength == Math.Min(frames, sequence.Length),
            $"{what} says that {window.ValidLength} of its {frames} frames are real; the recording has {sequence.Length}, "
            + "and a window moves back before it is padded.");
        if (window.ValidLength < frames)
        {
            using var padding = window.Values.narrow(0, window.ValidLength, frames - window.ValidLength);
            Promise.Holds(
                EncoderTrial.Numbers(padding).All(value => value == 0), $"{what} holds something else than zeros in its padding.");
        }
    }

    private static void IsCopy(EncoderTrial trial)
    {
        var encoder = trial.CreateEncoder();
        using var sequence = EncoderTrial.Read(encoder, trial.Recordings[0]);
        var expected = EncoderTrial.Numbers(sequence.Values);
        using (var window = encoder.Window(sequence, new TimeWindow(0, trial.Samples.WindowSeconds)))
        {
            window.Values.fill_(-12345);
        }

        Promise.Holds(
            EncoderTrial.Numbers(sequence.Values).SequenceEqual(expected),
            "What was written into a window changed the sequence; return a copy.");
    }
}
