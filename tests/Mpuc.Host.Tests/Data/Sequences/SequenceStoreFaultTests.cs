using Mpuc.Host.Data;
using Mpuc.Host.Data.Sequences;
using TorchSharp;

namespace Mpuc.Host.Tests.Data.Sequences;

public class SequenceStoreFaultTests
{
    private TestSet _set = null!;
    private UnlabelledRecording _a = null!;
    private UnlabelledRecording _b = null!;

    [SetUp]
    public void MakeSet()
    {
        _set = new TestSet();
        _set.Write("a", "x", "1 10", "3 10");
        _set.Write("b", "x", "5 10", "7 10");
        (_a, _b) = (_set.Recording("a", "anna", "x"), _set.Recording("b", "ben", "x"));
    }

    [TearDown]
    public void DeleteSet() => _set.Dispose();

    [Test]
    public void An_encoders_own_sentence_is_passed_on_with_the_recording()
    {
        var path = _set.Write("b", "x");
        Assert.That(() => Open(new NumbersEncoder(2)), Refused($"Recording 'b', modality 'x': '{path}' has no frames."));
    }

    [Test]
    [Platform("Linux")]
    public void A_named_pipe_is_refused_by_its_name_and_no_encoder_opens_it()
    {
        var path = _b.Sources["x"].Path;
        File.Delete(path);
        using (var mkfifo = System.Diagnostics.Process.Start("mkfifo", path))
        {
            mkfifo.WaitForExit();
        }

        Assert.That(
            () => Open(new NumbersEncoder(2)), Refused($"Recording 'b', modality 'x': '{path}' is a named pipe, not a regular file"));
    }

    [Test]
    public void Any_other_exception_is_the_plugins_fault_and_names_it()
    {
        var encoder = new NumbersEncoder(2) { OnRead = _ => throw new IndexOutOfRangeException("7 is too much") };
        var path = _a.Sources["x"].Path;
        Assert.That(
            () => Open(encoder),
            Refused(
                $"Recording 'a', modality 'x': the plugin test.plugin 1.0.0 failed on '{path}': IndexOutOfRangeException: 7 is too much"));
    }

    [Test]
    public void The_first_bad_recording_is_reported_whatever_the_number_of_workers([Values(1, 2, 16)] int workers)
    {
        var recordings = Enumerable.Range(0, 40).Select(i =>
        {
            _set.Write($"r{i:00}", "x", i is 7 or 9 or 30 ? [] : ["1", "2"]);
            return _set.Recording($"r{i:00}", "g", "x");
        }).ToList();
        var encoder = new NumbersEncoder(2)
        {
            OnRead = source => Thread.Sleep(source.Path.EndsWith("r07.x", StringComparison.Ordinal) ? 30 : 0),
        };
        Assert.That(
            () => SequenceStore.ForTraining(
                _set.Stage(recordings),
                [TestSet.Modality("x", encoder)],
                _set.Options with { Workers = workers }), Refused("Recording 'r07', modality 'x'"));
    }

    [TestCase("NaN 1")]
    [TestCase("1 Infinity")]
    public void Values_that_are_not_finite_are_refused(string frame)
    {
        _set.Write("b", "x", "1 1", frame);
        Assert.That(() => Open(new NumbersEncoder(2)), Refused(
            $"Recording 'b', modality 'x': the plugin test.plugin 1.0.0 failed on '{_b.Sources["x"].Path}': its frames hold values that "
                + "are not finite (NaN or infinity)."));
        Assert.That(
            Directory.GetFiles(_set.CacheFolder, "*.seq", SearchOption.AllDirectories), Has.Length.EqualTo(1), "the bad one is not cached");
    }

    [Test]
    public void Frames_of_different_shapes_are_refused_with_both_recordings()
    {
        _set.Write("b", "x", "1 2 3");
        Assert.That(
            () => Open(new NumbersEncoder(2)),
            Refused("Modality 'x': the frames of recording 'b' have the shape [3], those of 'a' have [2]; all must have the same."));
    }

    [Test]
    public void Different_frame_rates_are_refused() => Assert.That(
        () => Open(new UnevenEncoder()), Refused(
            "Modality 'x': recording 'b' has 25 frames per second, 'a' has 30; all must have the same."));

    [Test]
    public void A_source_that_no_training_recording_has_is_refused_with_the_known_ones() => Assert.That(
        () => SequenceStore.ForTraining(_set.Stage([_a, _b]), [TestSet.Modality("voice", new NumbersEncoder(2))], _set.Options),
        Refused("modalities.voice.source: no training recording has a source 'voice'; there are x."));

    [Test]
    public void Frames_that_are_not_float32_are_refused() =>
        Assert.That(() => Open(new DoubleEncoder()), Refused("its frames are Float64, not Float32."));

    [Test]
    public void A_cache_that_cannot_be_written_is_not_the_plugins_fault()
    {
        File.WriteAllText(_set.CacheFolder, "a file where the folder should be");
        Assert.That(() => Open(new NumbersEncoder(2)), Refused("Set data.cache to another folder."));
    }

    [Test]
    public void A_fitted_encoder_that_fails_is_named_and_so_is_one_that_makes_values_that_are_not_finite()
    {
        Assert.That(
            () => Open(new FailingEncoder { OnFit = () => throw new FormatException("odd") }),
            Refused("Modality 'x': the plugin test.plugin 1.0.0 failed: FormatException: odd"));
        Assert.That(
            () => Open(new FailingEncoder { Factor = float.NaN }), Refused(
                "Recording 'a', modality 'x': the plugin test.plugin 1.0.0 failed: its frames hold values that are not finite (NaN or "
                    + "infinity)."));
    }

    [Test]
    public void A_missing_file_is_refused_with_the_recording()
    {
        File.Delete(_b.Sources["x"].Path);
        Assert.That(() => Open(new NumbersEncoder(2)), Refused("Recording 'b', modality 'x': '"));
    }

    private static NUnit.Framework.Constraints.Constraint Refused(string message) =>
        Throws.TypeOf<MpucException>().With.Message.Contains(message).And.Message.Not.Matches("modality.*odality '");

    private SequenceStore Open(IModalityEncoder encoder) =>
        SequenceStore.ForTraining(_set.Stage([_a, _b]), [TestSet.Modality("x", encoder)], _set.Options);

    private sealed class FailingEncoder() : NumbersEncoder(2), IFittedEncoder
    {
        public Action OnFit { get; init; } = () => { };

        public float Factor { get; init; } = 1;

        public IReadOnlyDictionary<string, torch.Tensor> State => new Dictionary<string, torch.Tensor>();

        public void Fit(IEnumerable<ModalitySequence> training) => OnFit();

        public ModalitySequence Transform(ModalitySequence sequence) => new(sequence.Values * Factor, sequence.FrameRate);

        public void Restore(IReadOnlyDictionary<string, torch.Tensor> state) => OnFit();
    }

    private sealed class UnevenEncoder : IModalityEncoder
    {
        public Task<ModalitySequence> ReadAsync(ModalitySource source, CancellationToken cancellationToken) =>
            Task.FromResult(new ModalitySequence(torch.zeros(3, 2), source.Path.EndsWith("b.x", StringComparison.Ordinal) ? 25 : 30));

        public int WindowFrames(double seconds) => 1;

        public ModalityWindow Window(ModalitySequence sequence, TimeWindow window) => sequence.Cut(window, 1);
    }

    private sealed class DoubleEncoder : IModalityEncoder
    {
        public Task<ModalitySequence> ReadAsync(ModalitySource source, CancellationToken cancellationToken) =>
            Task.FromResult(new ModalitySequence(torch.zeros(3, 2, dtype: torch.ScalarType.Float64), 30));

        public int WindowFrames(double seconds) => 1;

        public ModalityWindow Window(ModalitySequence sequence, TimeWindow window) => sequence.Cut(window, 1);
    }
}
