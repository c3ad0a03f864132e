using Mpuc.Host.Configuration;
using Mpuc.Host.Data;
using Mpuc.Host.Data.Sequences;
using Mpuc.Host.Evaluation;
using Mpuc.Host.Inference.Predictions;
using Mpuc.Host.Modalities;
using Mpuc.Host.Tests.Data.Sequences;
using Mpuc.Host.Tests.Runs;
using Mpuc.Host.Training;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Mpuc.Host.Tests.Inference.Predictions;

/// <summary>
/// Windows of one second that slide over recordings. A frame's value is its number, ten a second, and the backbone says with which frame a
/// window begins.
/// </summary>
public sealed class TimelineTests
{
    private ToyRun _toy = null!;
    private TestSet _set = null!;
    private SequenceStore _store = null!;
    private MultimodalEncoder _encoders = null!;
    private Dictionary<string, UnlabelledRecording> _recordings = null!;

    [OneTimeSetUp]
    public void Open()
    {
        (_toy, _set) = (new ToyRun(), new TestSet());
        _set.WriteCounting("both", "x", 40);
        _set.WriteCounting("both", "y", 20);
        _set.WriteCounting("alone", "x", 25);
        _set.WriteCounting("short", "x", 4);
        _set.WriteCounting("short", "y", 4);
        _recordings =
            new[] { _set.Recording("both", "", "x", "y"), _set.Recording("alone", "", "x"), _set.Recording("short", "", "x", "y") }
            .ToDictionary(recording => recording.Id);
        var modalities = new[] { "x", "y" }.Select(Modality).ToList();
        _store = SequenceStore.ForTraining(_set.Stage(_recordings.Values), modalities, _set.Options);
        var contexts = modalities.ToDictionary(modality => modality.Name, modality => _store.BackboneContext(modality, 1));
        _encoders = new MultimodalEncoder(modalities, contexts, new ProjectionOptions { Kind = ProjectionKind.None }, 0);
        _encoders.eval();
    }

    [OneTimeTearDown]
    public void Close()
    {
        _encoders.Dispose();
        _store.Dispose();
        _set.Dispose();
        _toy.Dispose();
    }

    [TestCase(null, new[] { 0, 0.5, 1, 1.5, 2, 2.5, 3 })]
    [TestCase(1.0, new[] { 0.0, 1, 2, 3 })]
    [TestCase(1.25, new[] { 0, 1.25, 2.5, 3 })]
    [TestCase(60.0, new[] { 0.0, 3 })]
    public void Windows_slide_by_the_hop_or_half_a_window_to_the_end_of_the_longest_modality(double? hop, double[] starts) =>
        Assert.That(Timeline(hop).Starts(_recordings["both"]), Is.EqualTo(starts).Within(1e-9));

    [Test]
    public void A_recording_shorter_than_a_window_has_one_at_its_beginning() =>
        Assert.That(Timeline(0.1).Starts(_recordings["short"]), Is.EqualTo(new[] { 0.0 }));

    [Test]
    public void In_a_shorter_modality_windows_stay_at_its_end()
    {
        using var windows = Timeline(0.5).Encode(_recordings["both"], 7, default);

        Assert.That(First(windows, 0), Is.EqualTo(new float[] { 0, 5, 10, 15, 20, 25, 30 }));
        Assert.That(First(windows, 1), Is.EqualTo(new float[] { 0, 5, 10, 10, 10, 10, 10 }));
    }

    [Test]
    public void A_modality_that_the_recording_lacks_is_not_a_number_in_every_window()
    {
        using var windows = Timeline(1).Encode(_recordings["alone"], 3, default);

        Assert.That(windows.shape, Is.EqualTo(new long[] { 3, 2 * Backbone.FeatureSize }));
        Assert.That(First(windows, 0), Is.EqualTo(new float[] { 0, 10, 15 }));
        Assert.That(windows.narrow(1, Backbone.FeatureSize, Backbone.FeatureSize).isnan().all().item<bool>(), Is.True);
    }

    [Test]
    public void How_many_windows_are_encoded_at_once_does_not_matter([Values(1, 3, 7, 100)] int batchSize)
    {
        using var windows = Timeline(0.5, batchSize).Encode(_recordings["both"], 7, default);

        Assert.That(First(windows, 0), Is.EqualTo(new float[] { 0, 5, 10, 15, 20, 25, 30 }));
    }

    [Test]
    public void The_rows_of_several_recordings_follow_each_other_with_their_ids_and_starts()
    {
        using var rows = Timeline(1).Encode([_recordings["alone"], _recordings["short"], _recordings["both"]], default);

        Assert.That(rows.Ids, Is.EqualTo(new[] { "alone", "alone", "alone", "short", "both", "both", "both", "both" }));
        Assert.That(rows.Windows!.Starts, Is.EqualTo(new[] { 0, 1, 1.5, 0, 0, 1, 2, 3 }).Within(1e-9));
        Assert.That(rows.Windows.Seconds, Is.EqualTo(1));
        Assert.That(First(rows.Values, 0), Is.EqualTo(new float[] { 0, 10, 15, 0, 0, 10, 20, 30 }));
    }

    [Test]
    public void No_tensor_is_left_and_a_cancelled_encoding_ends()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.That(LiveTensors.LeftBy(() => Timeline(0.5).Encode([.. _recordings.Values], default).Dispose()), Is.Zero);
        Assert.That(
            LiveTensors.LeftBy(() =>
                Assert.That(
                    () => Timeline(0.5).Encode(_recordings["both"], 7, cancelled.Token), Throws.InstanceOf<OperationCanceledException>())),
            Is.Zero);
    }

    private static float[] First(Tensor windows, int modality) =>
        windows.select(1, modality * Backbone.FeatureSize).contiguous().data<float>().ToArray();

    private static Modality Modality(string name)
    {
        var template = TestSet.Modality(name, new NumbersEncoder(10));
        return new Modality(template.Settings, template.Encoder, template.Plugin, template.BackbonePlugin, _ => new FirstFrame());
    }

    private Timeline Timeline(double? hop, int batchSize = 64)
    {
        RunConfiguration configuration = _toy.Configuration with { Evaluation = new EvaluationOptions { BatchSize = batchSize } };
        return new Timeline(_encoders, configuration, _store, hop);
    }

    /// <summary>Every feature of a window is its first frame's value.</summary>
    private sealed class FirstFrame : Backbone
    {
        private readonly Parameter scale = new(ones(1));

        public FirstFrame()
            : base(nameof(FirstFrame)) => RegisterComponents();

        public override Tensor forward(Tensor values, Tensor lengths) => values.select(1, 0) * scale * ones(1, FeatureSize);
    }
}
