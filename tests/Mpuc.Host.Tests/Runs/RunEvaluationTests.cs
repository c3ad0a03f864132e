using System.Text.Json.Nodes;
using Mpuc.Host.Configuration;
using Mpuc.Host.Evaluation;
using Mpuc.Host.Runs;
using Mpuc.Host.Training;
using Serilog.Core;
using static TorchSharp.torch;

namespace Mpuc.Host.Tests.Runs;

/// <summary>A run of 20 training and 10 test recordings, measured from its files.</summary>
public sealed class RunEvaluationTests
{
    private ToyRun _toy = null!;

    private RunConfiguration Configuration => _toy.Configuration with
    {
        Evaluation = new EvaluationOptions { ProbeEpochs = 3, ProbeHidden = 8, BatchSize = 7 },
        Resolved = new JsonObject { ["objective"] = new JsonObject { ["variant"] = "clip" } },
    };

    [SetUp]
    public void Train()
    {
        _toy = new ToyRun { Training = new TrainingOptions { Epochs = 2, BatchSize = 8, LearningRate = 0.01 } };
        Label(id => id % 2 == 0 ? "calm" : "sad");
        _toy.Train();
    }

    [TearDown]
    public void Delete() => _toy.Dispose();

    [Test]
    public void A_run_is_tested_on_the_recordings_that_it_was_not_trained_on_and_described()
    {
        var result = Evaluate();

        Assert.That((result.TrainingRecordings, result.TestRecordings, result.Classes.Count), Is.EqualTo((20, 10, 2)));
        Assert.That(
            (result.Run, result.Objective, result.Epochs, result.Unsupervised, result.Label),
            Is.EqualTo(("run", "clip", 2, true, "emotion")));
        Assert.That(result.Representation!.Retrieval.Select(row => row.Recordings), Is.All.EqualTo(10).And.Exactly(2).Items);
    }

    [Test]
    public void The_floor_are_the_encoders_before_training_and_no_encoder_are_the_frames()
    {
        using var run = Load();
        var result = RunEvaluation.Evaluate(run, null, default);
        var split = run.ReadData().Split;
        var recordings = split.Training.Concat(split.Test).Select(recording => recording.WithoutLabels()).ToList();
        using var store = run.OpenStore(recordings);
        using var untrained = run.CreateUntrained();
        using var features = FeatureExtractor.Extract(
            untrained, run.Configuration.EvaluationWindows(recordings, store, untrained.Modalities), default);
        using var frames = FeatureExtractor.Pool(recordings, store);

        Assert.That(Row(result, "untrained"), Is.EqualTo(Probe(features)));
        Assert.That(Row(result, "none"), Is.EqualTo(Probe(frames)));

        IReadOnlyList<bool> Probe(FeatureTable table) =>
            new Evaluator(split, "emotion", run.Configuration.Evaluation, run.Configuration.Seed)
            .Evaluate(new EvaluatedRun("x", "x", 1, true, false), table, table, table).Measurements[0].Correct;
    }

    [Test]
    public void What_is_measured_of_embeddings_are_the_projections_of_features_and_only_of_test_recordings()
    {
        using var run = Load();
        var measured = RunEvaluation.Evaluate(run, null, default).Representation!;
        using var scope = NewDisposeScope();
        using var noGradient = no_grad();
        var test = run.ReadData().Split.Test.Select(recording => recording.WithoutLabels()).ToList();
        using var store = run.OpenStore(test);
        using var features = FeatureExtractor.Extract(
            run.Model, run.Configuration.EvaluationWindows(test, store, run.Model.Modalities), default);
        var embeddings = features.Modalities.Select(name =>
            Rows(run.Model.Project(name, features.Concatenate(features.RecordingIds, [name])))).ToList();

        var distances = embeddings[0].Zip(embeddings[1], (left, right) => left.Zip(right, (x, y) => Math.Pow(x - y, 2)).Sum());
        Assert.That(measured.Alignment["audio, text"], Is.EqualTo(distances.Average()).Within(1e-5));
        Assert.That(embeddings[0][0], Has.Length.EqualTo(8), "the size of the projection");
    }

    [Test]
    public void Labels_change_nothing_that_is_measured_without_them()
    {
        var before = Evaluate().Representation!;
        Label(id => id % 3 == 0 ? "calm" : "sad");

        var after = Evaluate().Representation!;

        Assert.That(after.Alignment, Is.EqualTo(before.Alignment));
        Assert.That(after.Uniformity, Is.EqualTo(before.Uniformity));
        Assert.That(after.Retrieval, Is.EqualTo(before.Retrieval));
    }

    [Test]
    public void Without_a_label_the_setting_is_named_and_what_needs_none_is_measured_on_test_recordings()
    {
        _toy.Label = string.Empty;
        using var run = Load();

        Assert.That(
            () => RunEvaluation.Evaluate(run, null, default),
            Throws.TypeOf<MpucException>().With.Message.EqualTo(
                $"The configuration of {run.Directory.Path} names no label to predict; set 'data.label'."));
        var result = RunEvaluation.EvaluateWithoutLabels(run, null, default);
        Assert.That(
            (result.Recordings, result.HeldOut, result.Run, result.Epochs, result.Objective), Is.EqualTo((10, true, "run", 2, "clip")));
        Assert.That(result.Representation.Alignment.Keys, Is.EqualTo(new[] { "audio, text" }));
    }

    [Test]
    public void Where_nothing_is_held_out_training_recordings_are_measured_and_the_result_says_so()
    {
        using var toy = new ToyRun { Training = _toy.Training };
        File.WriteAllText(toy.Manifest, File.ReadAllText(toy.Manifest).Replace(",test,", ",train,", StringComparison.Ordinal));
        toy.Train();
        using var run = TrainedRun.Load(
            toy.Directory, toy.Configuration with { Resolved = Configuration.Resolved }, new ToyCatalog(), Logger.None);

        var result = RunEvaluation.EvaluateWithoutLabels(run, null, default);

        Assert.That((result.Recordings, result.HeldOut), Is.EqualTo((30, false)));
    }

    [Test]
    public void An_evaluation_can_be_cancelled_and_leaves_no_tensor()
    {
        using var run = Load();
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.That(
            LiveTensors.LeftBy(() =>
                Assert.That(() => RunEvaluation.Evaluate(run, null, cancelled.Token), Throws.InstanceOf<OperationCanceledException>())),
            Is.Zero);
        
        // The layers of all its probes and linear classifiers, of two parameters each.
        Assert.That(LiveTensors.LeftBy(() => RunEvaluation.Evaluate(run, null, default), parameters: 40), Is.Zero);
    }

    private static IReadOnlyList<bool> Row(EvaluationResult result, string features) =>
        result.Measurements.Single(row => row.Features == features && row.Classifier == "probe").Correct;

    private static List<double[]> Rows(Tensor embeddings)
    {
        var rows = embeddings.data<float>().ToArray().Select(value => (double)value).Chunk((int)embeddings.shape[1]);
        return [.. rows.Select(row => row.Select(value => value / Math.Sqrt(row.Sum(x => x * x))).ToArray())];
    }

    private EvaluationResult Evaluate()
    {
        using var run = Load();
        return RunEvaluation.Evaluate(run, null, default);
    }

    private TrainedRun Load() => TrainedRun.Load(_toy.Directory, Configuration, new ToyCatalog(), Logger.None);

    private void Label(Func<int, string> emotion) => _toy.WriteData(emotion: emotion);
}
