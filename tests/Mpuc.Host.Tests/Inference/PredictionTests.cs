using Mpuc.Host.Inference;
using Mpuc.Host.Inference.Predictions;

namespace Mpuc.Host.Tests.Inference;

/// <summary>What an answer says, and how its parts follow from each other.</summary>
public sealed class PredictionTests
{
    private static readonly PredictionOptions Everything = new() { Timeline = true, Subsets = true };

    private ToyBundle _bundle = null!;
    private MpucModel _model = null!;

    [OneTimeSetUp]
    public void MakeBundle()
    {
        _bundle = new ToyBundle();
        _model = _bundle.Open();
    }

    [OneTimeTearDown]
    public void Delete()
    {
        _model.Dispose();
        _bundle.Dispose();
    }

    [Test]
    public void A_model_tells_what_it_reads_and_what_it_predicts()
    {
        Assert.That(_model.Modalities, Is.EqualTo(new[] { "sounds", "words" }));
        Assert.That((_model.Label, _model.Run, _model.WindowSeconds), Is.EqualTo(("mood", "run", 1.0)));
        Assert.That(_model.Classes, Is.EqualTo(new[] { "calm", "cheerful" }));
    }

    [Test]
    public void Probabilities_are_of_all_classes_add_up_to_one_and_the_greatest_is_on_top([Range(0, 5)] int number)
    {
        var prediction = _model.Predict(_bundle.Files(number));

        Assert.That(prediction.Probabilities.Keys, Is.EqualTo(_model.Classes));
        Assert.That(prediction.Probabilities.Values.Sum(), Is.EqualTo(1).Within(1e-6));
        Assert.That(prediction.Top, Is.EqualTo(prediction.Probabilities.MaxBy(pair => pair.Value).Key));
        Assert.That(prediction.Present, Is.EqualTo(new[] { prediction.Top }));
        Assert.That(
            (prediction.Timeline.Count, prediction.Subsets),
            Is.EqualTo((0, (IReadOnlyList<SubsetPrediction>?)null)),
            "nobody asked for them");
    }

    [Test]
    public void A_modality_contributes_by_how_much_the_log_probability_falls_without_it()
    {
        // Calm sounds and cheerful words, so that the two do not say the same.
        var prediction = _model.Predict(_bundle.Write("mixed", "0.5 1.5 2.5 3.5 4.5 5.5", "0 -0.5 -1 -1.5 -2 -2.5"), Everything);

        Assert.That(
            prediction.Contributions["sounds"],
            Is.EqualTo(Log(prediction.Probabilities) - Log(Subset(prediction, "words").Probabilities)).Within(1e-4));
        Assert.That(
            prediction.Contributions["words"],
            Is.EqualTo(Log(prediction.Probabilities) - Log(Subset(prediction, "sounds").Probabilities)).Within(1e-4));
        Assert.That(
            Math.Abs(prediction.Contributions["sounds"] - prediction.Contributions["words"]), Is.GreaterThan(0.1), "or this shows little");

        double Log(IReadOnlyDictionary<string, double> probabilities) => Math.Log(Math.Max(probabilities[prediction.Top], 1e-6));
    }

    [Test]
    public void The_only_modality_contributes_beyond_the_classs_frequency_in_training()
    {
        var prediction = _model.Predict([_bundle.Files(2)[1]]);

        // Of 16 training recordings, 8 are of each class.
        Assert.That(prediction.Contributions.Keys, Is.EqualTo(new[] { "words" }));
        Assert.That(
            prediction.Contributions["words"], Is.EqualTo(Math.Log(prediction.Probabilities[prediction.Top]) - Math.Log(0.5)).Within(1e-4));
    }

    [Test]
    public void Each_subset_is_judged_as_if_the_other_modalities_were_not_there()
    {
        var prediction = _model.Predict(_bundle.Files(4), Everything);

        Assert.That(
            prediction.Subsets!.Select(subset => string.Join('+', subset.Modalities)),
            Is.EqualTo(new[] { "sounds+words", "sounds", "words" }));
        Near(prediction.Subsets![0].Probabilities, prediction.Probabilities);
        Near(Subset(prediction, "words").Probabilities, _model.Predict([_bundle.Files(4)[1]]).Probabilities);
        Near(
            Subset(prediction, "sounds").Probabilities,
            _model.Predict(_bundle.Files(4), new PredictionOptions { Modalities = ["sounds"] }).Probabilities);
    }

    [Test]
    public void Of_a_recording_with_one_modality_that_one_is_its_only_subset()
    {
        var prediction = _model.Predict([_bundle.Files(5)[0]], Everything);

        Assert.That(prediction.Modalities, Is.EqualTo(new[] { "sounds" }));
        Assert.That(prediction.Subsets!.Single().Modalities, Is.EqualTo(new[] { "sounds" }));
    }

    [Test]
    public void Without_a_time_axis_the_timeline_is_one_window_with_the_recordings_own_probabilities()
    {
        var prediction = _model.Predict(_bundle.Files(1), Everything);

        var window = prediction.Timeline.Single();
        Assert.That((window.Start, window.End, window.Top), Is.EqualTo((0.0, 1.0, prediction.Top)));
        Near(window.Probabilities, prediction.Probabilities);
        Near(Subset(prediction, "words").Timeline.Single().Probabilities, Subset(prediction, "words").Probabilities);
    }

    [Test]
    public void Sources_by_name_are_judged_like_files()
    {
        var files = _bundle.Files(3);

        var prediction = _model.Predict(
            "mine", new Dictionary<string, ModalitySource> { ["snd"] = new(files[0]), ["wrd"] = new(files[1]) });

        Assert.That(prediction.Id, Is.EqualTo("mine"));
        Near(prediction.Probabilities, _model.Predict(files).Probabilities);
    }

    [Test]
    public void The_order_of_the_files_decides_the_name_alone()
    {
        var files = _bundle.Files(7);

        Near(_model.Predict([files[1], files[0]]).Probabilities, _model.Predict(files).Probabilities);
    }

    [Test]
    public void A_modality_that_the_model_lacks_is_refused_with_those_that_it_has() => Assert.That(
        () => _model.Predict(_bundle.Files(0), new PredictionOptions { Modalities = ["words", "smell"] }),
        Throws.TypeOf<MpucException>().With.Message.EqualTo("The model has no modality 'smell'; there are sounds, words."));

    [Test]
    public async Task Features_are_the_same_alone_together_and_window_by_window()
    {
        var recordings = Enumerable.Range(0, 5).Select(number => RecordingFiles.Join(_bundle.Files(number))).ToList();
        using var whole = _model.Extract(recordings, new FeatureGranularity(Windows: false, Hop: null), default);
        using var windows = _model.Extract(recordings, new FeatureGranularity(Windows: true, Hop: null), default);

        foreach (var (row, recording) in recordings.Index())
        {
            var alone = await _model.ExtractAsync(_bundle.Files(row));
            var joined = _model.Modalities.SelectMany(name => alone.Modalities[name]).ToList();
            Assert.That(whole.Values[row].data<float>().ToArray(), Is.EqualTo(joined).Within(1e-5), recording.Id);
            Assert.That(windows.Values[row].data<float>().ToArray(), Is.EqualTo(joined).Within(1e-5), recording.Id);
        }

        Assert.That(windows.Windows!.Starts, Is.All.Zero.And.Exactly(5).Items);
    }

    [Test]
    public void Embeddings_have_length_one_and_are_of_the_modalities_that_a_recording_has()
    {
        var embeddings = _model.Embed([RecordingFiles.Join(_bundle.Files(0)), RecordingFiles.Join([_bundle.Files(1)[1]])], [], default);

        Assert.That(embeddings.Select(one => string.Join('+', one.Keys)), Is.EqualTo(new[] { "sounds+words", "words" }));
        foreach (var vector in embeddings.SelectMany(one => one.Values))
        {
            using (vector)
            {
                Assert.That(vector.shape, Is.EqualTo(new long[] { 1, 8 }));
                Assert.That(Math.Sqrt(vector.data<float>().ToArray().Sum(value => (double)value * value)), Is.EqualTo(1).Within(1e-6));
            }
        }
    }

    private static SubsetPrediction Subset(Prediction prediction, string modality) =>
        prediction.Subsets!.Single(subset => subset.Modalities is [var only] && only == modality);

    private static void Near(IReadOnlyDictionary<string, double> found, IReadOnlyDictionary<string, double> expected)
    {
        Assert.That(found.Keys, Is.EqualTo(expected.Keys));
        Assert.That(found.Values, Is.EqualTo(expected.Values).Within(1e-5));
    }
}
