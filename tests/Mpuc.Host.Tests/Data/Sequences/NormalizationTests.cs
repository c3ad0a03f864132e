using Mpuc.Host.Data;
using Mpuc.Host.Data.Sequences;
using TorchSharp;

namespace Mpuc.Host.Tests.Data.Sequences;

public class NormalizationTests
{
    private TestSet _set = null!;
    private UnlabelledRecording _a = null!;
    private UnlabelledRecording _b = null!;
    private UnlabelledRecording _c = null!;

    [SetUp]
    public void MakeSet()
    {
        _set = new TestSet();
        _set.Write("a", "x", "1 10", "3 10");
        _set.Write("b", "x", "5 10", "7 10", "9 10", "11 10");
        _set.Write("c", "x", "100 4", "104 6");
        (_a, _b, _c) = (_set.Recording("a", "anna", "x"), _set.Recording("b", "anna", "x"), _set.Recording("c", "carl", "x"));
    }

    [TearDown]
    public void DeleteSet() => _set.Dispose();

    [Test]
    public void By_recording_each_has_mean_0_and_deviation_1_and_constant_features_become_0()
    {
        using var store = Train(Normalization.Recording, [_a, _b]);
        Assert.That(First(store, _a), Is.EqualTo(new[] { -1f, 1f }));
        Assert.That(First(store, _b), Is.EqualTo(new[] { -3f, -1f, 1f, 3f }.Select(value => value / MathF.Sqrt(5))).Within(1e-6));
        Assert.That(Second(store, _a), Is.EqualTo(new[] { 0f, 0f }));
    }

    [Test]
    public void By_training_all_share_the_statistics_of_the_training_recordings()
    {
        using var store = Train(Normalization.Training, [_a, _b], _c);
        var (mean, deviation) = (6.0, Math.Sqrt(new[] { 1, 3, 5, 7, 9, 11 }.Average(value => (value - 6.0) * (value - 6.0))));
        Assert.That(First(store, _b), Is.EqualTo(new[] { 5, 7, 9, 11 }.Select(value => (float)((value - mean) / deviation))).Within(1e-6));
        Assert.That(
            First(store, _c),
            Is.EqualTo(new[] { 100, 104 }.Select(value => (float)((value - mean) / deviation))).Within(1e-5),
            "validation shares them and does not change them");
        Assert.That(Second(store, _c), Is.EqualTo(new[] { -6f, -4f }), "deviation 1 where the training recordings never change");
    }

    [Test]
    public void By_group_each_group_has_statistics_of_its_own()
    {
        _set.Write("d", "x", "100 4", "104 6", "100 4", "104 6", "100 4", "104 6");
        var d = _set.Recording("d", "dora", "x");
        using var store = Train(Normalization.Group, [_a, _b], d);
        Assert.That(First(store, d), Is.EqualTo(new[] { -1f, 1f, -1f, 1f, -1f, 1f }));
        Assert.That(First(store, _a), Is.EqualTo(new[] { -5f, -3f }.Select(value => value / MathF.Sqrt(35f / 3))).Within(1e-6));
        Assert.That(store.Warnings, Is.Empty);
    }

    [Test]
    public void A_group_of_too_few_frames_takes_the_training_recordings_statistics_and_one_warning_counts_such_groups()
    {
        _set.Write("d", "x", "7 10");
        using var store = Train(Normalization.Group, [_a, _b], _c, _set.Recording("d", "dora", "x"));

        Assert.That(First(store, _c), Is.EqualTo(new[] { 94f, 98f }.Select(value => value / MathF.Sqrt(35f / 3))).Within(1e-5));
        Assert.That(store.Warnings.Single(), Is.EqualTo(
            "modalities.x.normalization is 'group', but 2 groups, such as 'carl', have fewer than 5 frames, too few for a mean and a "
                + "deviation; "
            + "the training recordings' are taken."));
    }

    [Test]
    public void A_new_group_of_too_few_frames_takes_the_statistics_of_the_training_run()
    {
        var saved = Save(Normalization.Group, [_a, _b]);
        using var store = Evaluate(Normalization.Group, saved, _c);

        Assert.That(First(store, _c), Is.EqualTo(new[] { 94f, 98f }.Select(value => value / MathF.Sqrt(35f / 3))).Within(1e-5));
        Assert.That(store.Warnings.Single(), Does.Contain("the group 'carl' has fewer than 5 frames"));
    }

    [Test]
    public void Statistics_of_the_training_run_serve_the_evaluation()
    {
        var saved = Save(Normalization.Training, [_a, _b]);
        using var store = Evaluate(Normalization.Training, saved, _c);
        using var trained = Train(Normalization.Training, [_a, _b], _c);
        Assert.That(First(store, _c), Is.EqualTo(First(trained, _c)));
        Assert.That(saved.Keys, Is.EquivalentTo(new[] { "x.frameShape", "x.normalization.mean", "x.normalization.deviation" }));
        Assert.That(saved["x.normalization.mean"].data<double>().ToArray(), Is.EqualTo(new[] { 6.0, 10.0 }));
    }

    [Test]
    public void A_group_that_is_new_in_the_evaluation_is_normalised_by_its_own_recordings_and_a_known_one_as_in_training()
    {
        _set.Write("d", "x", "50 50");
        _set.Write("e", "x", "100 4", "104 6", "100 4", "104 6", "100 4", "104 6");
        var (d, e) = (_set.Recording("d", "anna", "x"), _set.Recording("e", "eve", "x"));
        using var store = Evaluate(Normalization.Group, Save(Normalization.Group, [_a, _b]), _a, e, d);
        Assert.That(First(store, e), Is.EqualTo(new[] { -1f, 1f, -1f, 1f, -1f, 1f }));
        Assert.That(
            First(store, _a),
            Is.EqualTo(new[] { -5f, -3f }.Select(value => value / MathF.Sqrt(35f / 3))).Within(1e-6),
            "'d' does not count for 'anna'");
    }

    [Test]
    public void Statistics_of_another_normalisation_are_refused() => Assert.That(
        () => Evaluate(Normalization.Training, Save(Normalization.None, [_a]), _c),
        Throws.TypeOf<MpucException>().With.Message.Contains("The run's statistics lack 'x.normalization.mean'"));

    [Test]
    public void Recordings_with_other_frames_than_the_runs_are_refused()
    {
        _set.Write("c", "x", "1 2 3");
        Assert.That(
            () => { using var store = Evaluate(Normalization.Training, Save(Normalization.Training, [_a]), _c); store.Read(_c, store.Modalities[0]); },
            Throws.TypeOf<MpucException>().With.Message.EqualTo(
                "Recording 'c', modality 'x': its frames have the shape [3], the training recordings' have [2]."));
    }

    [Test]
    public void One_frame_without_a_time_axis_cannot_be_normalised_by_recording() => Assert.That(
        () => SequenceStore.ForTraining(
            _set.Stage([_set.Recording("s", "g", "x")]), [TestSet.Modality("x", Static(), Normalization.Recording)], _set.Options),
        Throws.TypeOf<MpucException>().With.Message.EqualTo(
            "modalities.x.normalization is 'recording', but 's' has one frame without a time axis, which leaves nothing to average "
                + "over; choose 'training' or 'group'."));

    [Test]
    public void By_group_every_recording_needs_one() => Assert.That(
        () => Train(Normalization.Group, [_a, _set.Recording("b", string.Empty, "x")]),
        Throws.TypeOf<MpucException>().With.Message.EqualTo("modalities.x.normalization is 'group', but the recording 'b' has no group."));

    [Test]
    public void A_fitted_encoder_learns_from_training_recordings_alone_and_transforms_before_the_host_normalises()
    {
        var encoder = new CenteringEncoder(2);
        var modality = TestSet.Modality("x", encoder, Normalization.Training);
        using var store = SequenceStore.ForTraining(_set.Stage([_a, _b], _c), [modality], _set.Options);
        Assert.That(encoder.Fitted, Is.EqualTo(2));
        Assert.That(store.Statistics["x.encoder.mean"].data<float>().ToArray(), Is.EqualTo(new[] { 3f, 10f }));
        Assert.That(store.Statistics["x.normalization.mean"].data<double>().ToArray(), Is.EqualTo(new[] { 3.0, 0.0 }));
        var restored = TestSet.Modality("x", new CenteringEncoder(2), Normalization.Training);
        using var evaluation = SequenceStore.ForEvaluation([_c], [restored], store.Statistics, _set.Options);
        using var sequence = evaluation.Read(_c, restored)!;
        Assert.That(sequence.Values.data<float>().ToArray(), Is.EqualTo(Values(store, _c)));
    }

    [Test]
    public void What_a_fitted_encoder_refuses_while_it_learns_is_named_by_its_recording()
    {
        var modality = TestSet.Modality("x", new NarrowEncoder(), Normalization.Training);

        Assert.That(
            () => SequenceStore.ForTraining(_set.Stage([_a, _b], _c), [modality], _set.Options),
            Throws.TypeOf<MpucException>().With.Message.EqualTo("Recording 'b', modality 'x': There are 4 frames, which are too many."));
    }

    private sealed class NarrowEncoder() : NumbersEncoder(2), IFittedEncoder
    {
        public IReadOnlyDictionary<string, torch.Tensor> State => new Dictionary<string, torch.Tensor>();

        public void Fit(IEnumerable<ModalitySequence> training)
        {
            foreach (var length in training.Select(sequence => sequence.Length).Where(length => length > 2))
            {
                throw new MpucException($"There are {length} frames, which are too many.");
            }
        }

        public ModalitySequence Transform(ModalitySequence sequence) => new(sequence.Values.clone(), sequence.FrameRate);

        public void Restore(IReadOnlyDictionary<string, torch.Tensor> state)
        {
        }
    }

    private NumbersEncoder Static()
    {
        _set.Write("s", "x", "1 2");
        return new NumbersEncoder(0);
    }

    private SequenceStore Train(
        Normalization over, IEnumerable<UnlabelledRecording> training, params IEnumerable<UnlabelledRecording> validation) =>
        SequenceStore.ForTraining(_set.Stage(training, validation), [TestSet.Modality("x", new NumbersEncoder(2), over)], _set.Options);

    private Dictionary<string, torch.Tensor> Save(Normalization over, IEnumerable<UnlabelledRecording> training)
    {
        using var store = Train(over, training);
        return store.Statistics.ToDictionary(entry => entry.Key, entry => entry.Value.clone());
    }

    private SequenceStore Evaluate(
        Normalization over, IReadOnlyDictionary<string, torch.Tensor> saved, params IReadOnlyList<UnlabelledRecording> recordings) =>
        SequenceStore.ForEvaluation(recordings, [TestSet.Modality("x", new NumbersEncoder(2), over)], saved, _set.Options);

    private static float[] First(SequenceStore store, UnlabelledRecording recording) =>
        [.. Values(store, recording).Where((_, i) => i % 2 == 0)];

    private static float[] Second(SequenceStore store, UnlabelledRecording recording) =>
        [.. Values(store, recording).Where((_, i) => i % 2 == 1)];

    private static float[] Values(SequenceStore store, UnlabelledRecording recording)
    {
        using var sequence = store.Read(recording, store.Modalities[0])!;
        return sequence.Values.data<float>().ToArray();
    }
}
