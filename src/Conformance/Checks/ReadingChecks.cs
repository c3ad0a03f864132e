using Mpuc.Conformance.Running;
using Mpuc.Conformance.Trials;
using TorchSharp;

namespace Mpuc.Conformance.Checks;

/// <summary>How an encoder reads recordings.</summary>
internal static class ReadingChecks
{
    private const int Threads = 4;

    public static IReadOnlyList<Check<EncoderTrial>> All { get; } =
    [
        new("reading.recordings", "there are recordings to try it with, which differ", Differs),
        new("reading.frames", "a recording becomes finite float32 frames on the CPU", GivesFrames),
        new("reading.repeated", "the same recording gives the same frames, also from another encoder", IsDeterministic),
        new("reading.threads", "several threads may read at once", IsThreadSafe),
        new("reading.span", "a span of a recording is as long as asked for", ReadsSpans),
        new("reading.cancelled", "a cancelled reading ends", EndsWhenCancelled),
        new("reading.tensors", "reading leaves no tensor behind", LeavesNothing),
    ];

    private static void Differs(EncoderTrial trial)
    {
        var encoder = trial.CreateEncoder();
        Promise.Holds(trial.Recordings.Count > 1, EncoderTrial.NoRecordings(trial.Descriptor.Kind));
        using var first = EncoderTrial.Read(encoder, trial.Recordings[0]);
        using var second = EncoderTrial.Read(encoder, trial.Recordings[1]);
        Promise.Holds(
            !EncoderTrial.Numbers(first.Values).SequenceEqual(EncoderTrial.Numbers(second.Values)),
            "The first two recordings give the same frames; either the samples are alike, or the encoder does not look at them.");
    }

    private static void GivesFrames(EncoderTrial trial)
    {
        var encoder = trial.CreateEncoder();
        var frameShape = "";
        foreach (var source in trial.Recordings)
        {
            using var sequence = EncoderTrial.Read(encoder, source);
            var name = Path.GetFileName(source.Path);
            Require(sequence, name);
            var shape = $"[{string.Join(", ", sequence.Values.shape[1..])}]";
            Promise.Holds(
                frameShape.Length == 0 || shape == frameShape,
                $"The frames of '{name}' have the shape {shape}, those of the recording before {frameShape}.");
            frameShape = shape;
        }
    }

    private static void IsDeterministic(EncoderTrial trial)
    {
        var (encoder, other) = (trial.CreateEncoder(), trial.CreateEncoder());
        foreach (var source in trial.Recordings)
        {
            var expected = Values(encoder, source);
            var name = Path.GetFileName(source.Path);
            Promise.Holds(expected.SequenceEqual(Values(encoder, source)), $"'{name}' gave other frames when it was read a second time.");
            Promise.Holds(
                expected.SequenceEqual(Values(other, source)),
                $"'{name}' gave other frames when another encoder with the same options read it.");
        }
    }

    private static void IsThreadSafe(EncoderTrial trial)
    {
        var encoder = trial.CreateEncoder();
        var sources = trial.Recordings.Take(Threads).ToList();
        var expected = sources.ConvertAll(source => Values(trial.CreateEncoder(), source));
        var readings = Enumerable.Range(0, Threads * sources.Count)
            .Select(index => Task.Run(() => Values(encoder, sources[index % sources.Count])))
            .ToArray();
        Task.WaitAll(readings);
        for (var index = 0; index < readings.Length; index++)
        {
            Promise.Holds(
                readings[index].Result.SequenceEqual(expected[index % sources.Count]),
                $"'{Path.GetFileName(sources[index % sources.Count].Path)}' gave other frames when {readings.Length} readings ran at "
                    + "once.");
        }
    }

    private static void ReadsSpans(EncoderTrial trial)
    {
        var encoder = trial.CreateEncoder();
        using var whole = EncoderTrial.Read(encoder, trial.Recordings[0]);
        if (whole.Length < 8)
        {
            throw new NotApplicableException("The recording is too short, or has no time axis to cut a span out of.");
        }

        var seconds = whole.Duration / 2;
        using var part = EncoderTrial.Read(encoder, trial.Recordings[0] with { Start = seconds / 2, End = 1.5 * seconds });
        Promise.Holds(
            Math.Abs(part.Duration - seconds) <= (2 / whole.FrameRate) + (0.05 * seconds),
            $"The source's Start and End span {seconds:0.###} seconds of the recording, but {part.Duration:0.###} seconds were read.");
        Promise.Holds(
            part.FrameRate == whole.FrameRate, $"A span has {part.FrameRate} frames per second, the whole recording {whole.FrameRate}.");
    }

    private static void EndsWhenCancelled(EncoderTrial trial)
    {
        var encoder = trial.CreateEncoder();
        try
        {
            EncoderTrial.Read(encoder, trial.Recordings[0], new CancellationToken(canceled: true)).Dispose();
        }
        catch (OperationCanceledException)
        {
            return;
        }

        throw new NonconformanceException(
            "ReadAsync read a recording to its end although its token was cancelled; call "
                + "cancellationToken.ThrowIfCancellationRequested().");
    }

    private static void LeavesNothing(EncoderTrial trial)
    {
        var encoder = trial.CreateEncoder();
        ReadAndCut();
        var before = torch.Tensor.TotalCount;
        ReadAndCut();
        var left = torch.Tensor.TotalCount - before;
        Promise.Holds(
            left <= 0,
            $"After a recording was read and its sequence disposed, {left} more tensors are alive than before; dispose what is not "
                + "returned.");

        void ReadAndCut()
        {
            using var sequence = EncoderTrial.Read(encoder, trial.Recordings[0]);
            encoder.Window(sequence, new TimeWindow(0, trial.Samples.WindowSeconds)).Dispose();
        }
    }

    /// <summary>Holds a sequence to what every sequence promises.</summary>
    public static void Require(ModalitySequence sequence, string name)
    {
        var values = sequence.Values;
        Promise.Holds(values.dtype == torch.ScalarType.Float32, $"The frames of '{name}' are {values.dtype}; they must be Float32.");
        Promise.Holds(
            values.dim() > 1,
            $"The frames of '{name}' have the shape {EncoderTrial.Shape(values)}; it must be [T, ...], with at least one dimension per "
                + "frame.");
        Promise.Holds(values.device_type == DeviceType.CPU, $"The frames of '{name}' are not on the CPU.");
        Promise.Holds(!values.requires_grad, $"The frames of '{name}' require a gradient.");
        Promise.Holds(double.IsFinite(sequence.FrameRate), $"The frame rate of '{name}' is {sequence.FrameRate}.");
        using var isFinite = values.isfinite();
        using var all = isFinite.all();
        Promise.Holds(all.item<bool>(), $"A frame of '{name}' holds NaN or infinity; every value must be finite.");
    }

    private static float[] Values(IModalityEncoder encoder, ModalitySource source)
    {
        using var sequence = EncoderTrial.Read(encoder, source);
        return EncoderTrial.Numbers(sequence.Values);
    }
}
