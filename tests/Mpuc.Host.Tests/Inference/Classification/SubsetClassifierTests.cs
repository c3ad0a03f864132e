using Mpuc.Host.Data;
using Mpuc.Host.Evaluation;
using Mpuc.Host.Evaluation.Downstream;
using Mpuc.Host.Inference.Bundles;
using Mpuc.Host.Inference.Classification;
using Mpuc.Weights.Safetensors;
using TorchSharp;

namespace Mpuc.Host.Tests.Inference.Classification;

/// <summary>Two modalities that both tell two classes apart: their first 64 features have the class's sign.</summary>
public class SubsetClassifierTests
{
    private const int Rows = 40;

    private static readonly string[] Names = ["voice", "face"];

    private readonly EvaluationOptions _options = new()
    {
        ProbeHidden = 16,
        ProbeEpochs = 30,
        ProbeBatchSize = 8,
        ProbeLearningRate = 0.01,
    };

    private TemporaryFolder _folder = null!;
    private LabelledRows _rows = null!;
    private FeatureTable _table = null!;
    private SubsetClassifier _classifier = null!;

    [SetUp]
    public void Learn()
    {
        _folder = new TemporaryFolder();
        var recordings = Enumerable.Range(0, 2 * Rows).Select(row => new Recording
        {
            Id = $"r{row}",
            Labels = new Dictionary<string, string> { ["mood"] = row % 2 == 0 ? "calm" : "glad" },
            Sources = new Dictionary<string, ModalitySource>(),
        }).ToList();
        _rows = new LabelledRows(recordings[..Rows], recordings[Rows..], recording => recording.Labels["mood"]);
        torch.manual_seed(3);
        _table = new FeatureTable([.. recordings.Select(recording => recording.Id)], Names.ToDictionary(name => name, _ => Features()));
        using var training = _table.Concatenate(_rows.TrainingIds, Names);
        _classifier = SubsetClassifier.Fit(training, _rows, Names, _options, seed: 1);
    }

    [TearDown]
    public void Dispose()
    {
        _classifier.Dispose();
        _table.Dispose();
        _folder.Dispose();
    }

    [Test]
    public void Every_subset_of_the_modalities_tells_the_classes_apart()
    {
        var subsets = SubsetMeasurement.Of(_classifier, _table, _rows, _options);
        Assert.Multiple(() =>
        {
            Assert.That(subsets.Select(subset => string.Join('+', subset.Modalities)), Is.EqualTo(new[] { "voice+face", "voice", "face" }));
            Assert.That(subsets.Select(subset => subset.Metrics.Accuracy), Has.All.GreaterThan(0.9));
            Assert.That(subsets.Select(subset => subset.Recordings), Has.All.EqualTo(Rows));
        });
    }

    [Test]
    public void Every_subset_is_judged_by_a_head_of_its_own_with_its_own_standardisation()
    {
        _classifier.Save(_folder.File("c.safetensors"));
        using var file = SafetensorsFile.Open(_folder.File("c.safetensors"));
        using var scope = torch.NewDisposeScope();
        foreach (var (place, subset) in new[] { Names, ["voice"], ["face"] }.Index())
        {
            var features = _table.Concatenate(_rows.TestIds, subset);
            var found = _classifier.Probabilities(_classifier.Keep(_table.Concatenate(_rows.TestIds, Names), subset));
            var scaled = (features - file.Read($"head.{place}.mean")) / file.Read($"head.{place}.deviation");
            var hidden = (scaled.mm(file.Read($"head.{place}.hidden.weight").t()) + file.Read($"head.{place}.hidden.bias")).clamp_min(0);
            var exponents = (hidden.mm(file.Read($"head.{place}.output.weight").t()) + file.Read($"head.{place}.output.bias")).exp();
            Assert.That(
                found.data<float>().ToArray(),
                Is.EqualTo((exponents / exponents.sum(dim: 1).unsqueeze(1)).data<float>().ToArray()).Within(1e-5));
        }
    }

    [Test]
    public void The_head_of_all_modalities_decides_as_the_probe_of_an_evaluation()
    {
        using var scope = torch.NewDisposeScope();
        using var problem = new ClassificationProblem(
            _table.Concatenate(_rows.TrainingIds, Names), _rows.TrainingTargets, _table.Concatenate(_rows.TestIds, Names), _rows.Space);
        var probabilities = _classifier.Probabilities(_table.Concatenate(_rows.TestIds, Names));
        Assert.That(_classifier.Decide(probabilities), Is.EqualTo(Classifiers.Probe(problem, _options, seed: 1)));
    }

    [Test]
    public void Rows_with_different_modalities_keep_their_order()
    {
        using var scope = torch.NewDisposeScope();
        var rows = _table.Concatenate(_rows.TestIds, Names).narrow(0, 0, 3);
        torch.Tensor[] mixed =
            [_classifier.Keep(rows.narrow(0, 0, 1), ["face"]), rows.narrow(0, 1, 1), _classifier.Keep(rows.narrow(0, 2, 1), ["face"])];
        var alone = mixed.SelectMany(row => _classifier.Probabilities(row).data<float>().ToArray());
        Assert.That(_classifier.Probabilities(torch.cat(mixed, 0)).data<float>().ToArray(), Is.EqualTo(alone).Within(1e-6));
    }

    [Test]
    public void A_subset_beyond_the_limit_takes_the_mean_of_its_modalities_and_a_row_without_any_has_nothing()
    {
        using var scope = torch.NewDisposeScope();
        string[] three = ["voice", "face", "text"];
        using var table = new FeatureTable(_table.RecordingIds, three.ToDictionary(name => name, _ => Features()));
        var training = table.Concatenate(_rows.TrainingIds, three);
        using var classifier = SubsetClassifier.Fit(training, _rows, three, _options with { MaximumSubsetModalities = 2 }, seed: 1);
        float[] Of(params string[] subset) => classifier.Probabilities(classifier.Keep(training, subset)).data<float>().ToArray();
        Assert.That(Of("voice", "text"), Is.EqualTo(Of("voice").Zip(Of("text"), (a, b) => (a + b) / 2)).Within(1e-6));
        Assert.That(Of(), Has.All.Zero);
    }

    [Test]
    public void A_modality_that_is_left_out_does_not_matter()
    {
        using var scope = torch.NewDisposeScope();
        var test = _table.Concatenate(_rows.TestIds, Names);
        var changed = test.clone();
        changed.narrow(1, Backbone.FeatureSize, Backbone.FeatureSize).add_(100);
        var (first, second) = (
            _classifier.Probabilities(_classifier.Keep(test, ["voice"])), _classifier.Probabilities(_classifier.Keep(changed, ["voice"])));
        Assert.That(second.data<float>().ToArray(), Is.EqualTo(first.data<float>().ToArray()));
    }

    [Test]
    public void What_is_saved_predicts_the_same()
    {
        _classifier.Save(_folder.File("c.safetensors"));
        using var loaded = SubsetClassifier.Load(_folder.File("c.safetensors"), Task("calm", "glad"), Names);
        using var test = _table.Concatenate(_rows.TestIds, Names);
        using var expected = _classifier.Probabilities(test);
        using var found = loaded.Probabilities(test);
        Assert.That(found.data<float>().ToArray(), Is.EqualTo(expected.data<float>().ToArray()));
    }

    [Test]
    public void A_file_of_another_model_is_refused_with_the_tensor_that_does_not_fit()
    {
        _classifier.Save(_folder.File("c.safetensors"));
        Assert.Multiple(() =>
        {
            Assert.That(
                () => SubsetClassifier.Load(_folder.File("c.safetensors"), Task("calm", "glad", "sad"), Names),
                Throws.TypeOf<MpucException>().With.Message.Contains("output.weight'").And.Message.Contains("[3, 16]"));
            Assert.That(
                () => SubsetClassifier.Load(_folder.File("c.safetensors"), Task("calm", "glad"), ["voice"]),
                Throws.TypeOf<MpucException>().With.Message.Contains("subsets of voice"));
        });
    }

    private static BundleTask Task(params string[] classes) => new()
    {
        Label = "mood",
        Kind = TaskKind.SingleLabel,
        Threshold = 0.5,
        Classes = classes,
        Frequencies = [.. classes.Select(_ => 1.0 / classes.Length)],
        Subsets = [],
    };

    private static torch.Tensor Features()
    {
        var features = torch.randn(2 * Rows, Backbone.FeatureSize).mul_(0.1);
        using var signs = torch.tensor(Enumerable.Range(0, 2 * Rows).Select(row => row % 2 == 0 ? -2f : 2f).ToArray());
        using var first = features.narrow(1, 0, 64);
        first.add_(signs.unsqueeze(1));
        return features;
    }
}
