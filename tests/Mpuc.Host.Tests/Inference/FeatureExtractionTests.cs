using Mpuc.Host.Evaluation;
using Mpuc.Host.Inference;
using Mpuc.Host.Modalities;
using Mpuc.Host.Tests.Runs;
using Mpuc.Host.Tests.Training;
using Mpuc.Host.Training;
using Serilog.Core;
using static TorchSharp.torch;

namespace Mpuc.Host.Tests.Inference;

/// <summary>Features of recordings from a run, and from encoders that were never trained.</summary>
public sealed class FeatureExtractionTests
{
    private static readonly FeatureGranularity Recordings = new(Windows: false, Hop: null);
    private static readonly FeatureGranularity Windows = new(Windows: true, Hop: null);

    private ToyRun _toy = null!;

    [SetUp]
    public void Train()
    {
        _toy = new ToyRun
        {
            Training = new TrainingOptions { Epochs = 1, BatchSize = 8, LearningRate = 0.01 },
            Normalization = Normalization.None,
        };
        _toy.Train();
    }

    [TearDown]
    public void Delete() => _toy.Dispose();

    [Test]
    public void A_runs_features_are_those_of_its_encoders_in_the_recordings_order([Values] bool windows)
    {
        using var run = _toy.Load();
        var recordings = run.ReadData().Split.Test.Reverse().Select(recording => recording.WithoutLabels()).ToList();

        using var rows = new FeatureExtraction(recordings, windows ? Windows : Recordings, null, default).With(run);

        using var store = run.OpenStore(recordings);
        using var expected = FeatureExtractor.Extract(
            run.Model, run.Configuration.EvaluationWindows(recordings, store, run.Model.Modalities), default);
        Assert.That(rows.Ids, Is.EqualTo(recordings.Select(recording => recording.Id)));
        Assert.That(Values(rows.Values), Is.EqualTo(Values(expected.Concatenate(rows.Ids, ["audio", "text"]))).Within(1e-5));
        Assert.That(rows.Windows is not null, Is.EqualTo(windows));
    }

    [Test]
    public void Without_a_run_the_encoders_have_the_weights_that_a_training_would_begin_with()
    {
        using var run = _toy.Load();
        var modalities = _toy.Configuration.Modalities.Select(new ToyCatalog().Create).ToList();
        var recordings = run.ReadData().Split.Test.Select(recording => recording.WithoutLabels()).ToList();

        using var rows = new FeatureExtraction(recordings, Recordings, null, default).With(_toy.Configuration, modalities, Logger.None);

        using var untrained = run.CreateUntrained();
        using var store = run.OpenStore(recordings);
        using var expected = FeatureExtractor.Extract(
            untrained, run.Configuration.EvaluationWindows(recordings, store, untrained.Modalities), default);
        Assert.That(Values(rows.Values), Is.EqualTo(Values(expected.Concatenate(rows.Ids, ["audio", "text"]))).Within(1e-5));
    }

    [Test]
    public void Without_a_run_statistics_are_those_of_the_recordings_themselves()
    {
        using var run = _toy.Load();
        var all = run.ReadData().Split.Test.Select(recording => recording.WithoutLabels()).ToList();
        var normalized = _toy.Configuration.Modalities.Select(settings => settings with { Normalization = Normalization.Training })
            .Select(new ToyCatalog().Create)
            .ToList();

        using var ten = new FeatureExtraction(all, Recordings, null, default).With(_toy.Configuration, normalized, Logger.None);
        using var five = new FeatureExtraction(all[..5], Recordings, null, default).With(_toy.Configuration, normalized, Logger.None);

        Assert.That(Values(five.Values), Is.Not.EqualTo(Values(ten.Values.narrow(0, 0, 5))).Within(1e-3));
    }

    [Test]
    public void An_extraction_can_be_cancelled_and_leaves_no_tensor([Values] bool windows)
    {
        using var run = _toy.Load();
        using var cancelled = new CancellationTokenSource();
        var recordings = run.ReadData().Split.Test.Select(recording => recording.WithoutLabels()).ToList();
        cancelled.Cancel();

        Assert.That(
            LiveTensors.LeftBy(() => new FeatureExtraction(recordings, windows ? Windows : Recordings, null, default).With(run).Dispose()),
            Is.Zero);
        Assert.That(
            () => new FeatureExtraction(recordings, windows ? Windows : Recordings, null, cancelled.Token).With(run),
            Throws.InstanceOf<OperationCanceledException>());
    }

    [TestCase("clip.wav", "sound")]
    [TestCase("CLIP.WAV|notes.txt", "sound,words")]
    [TestCase("notes.txt", "words")]
    [TestCase("table.csv", "")]
    [TestCase("picture.png", "")]
    public void Without_a_configuration_every_kind_that_reads_one_of_the_files_and_needs_no_setting_is_a_modality(
        string files, string kinds)
    {
        var modalities = DefaultModalities.ThatRead(files.Split('|'), new Kinds());

        Assert.That(string.Join(',', modalities.Select(modality => modality.Name)), Is.EqualTo(kinds));
        Assert.That(
            modalities.Select(modality =>
                (modality.Settings.Kind, modality.Settings.Source, modality.Settings.Backbone, modality.Settings.Normalization)),
            Is.EqualTo(modalities.Select(modality => (modality.Name, modality.Name, "small", Normalization.Recording))));
    }

    private static float[] Values(Tensor tensor) => tensor.contiguous().data<float>().ToArray();

    /// <summary>Three kinds, of which one needs a setting.</summary>
    private sealed class Kinds : IModalityCatalog
    {
        public IReadOnlyList<ModalityDescriptor> Modalities { get; } =
        [
            Kind("sound", OptionSchema.Empty, ".wav", ".mp3"),
            Kind("words", new OptionSchema(Option.Text("language", "en", "A language.")), ".txt"),
            Kind("table", new OptionSchema(Option.RequiredText("column", "A column.")), ".csv"),
        ];

        public IReadOnlyList<BackboneDescriptor> Backbones { get; } =
        [
            .. new[] { "sound", "words", "table" }.SelectMany(kind => new[] { "large", "small" }.Select(
                name => new BackboneDescriptor { Kind = kind, Name = name, Description = "A backbone.", Options = OptionSchema.Empty })),
        ];

        public Modality Create(ModalitySettings settings) => new FakeModalities().Modality(settings.Name) is var template
            ? new Modality(settings, template.Encoder, template.Plugin, template.BackbonePlugin, template.CreateBackbone) : null!;

        private static ModalityDescriptor Kind(string kind, OptionSchema options, params string[] extensions) => new()
        {
            Kind = kind,
            Description = "A kind.",
            Extensions = extensions,
            Options = options,
            DefaultBackbone = "small",
            DefaultNormalization = Normalization.Recording,
        };
    }
}
