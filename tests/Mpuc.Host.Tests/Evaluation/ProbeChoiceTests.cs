using Mpuc.Host.Evaluation;
using Mpuc.Host.Evaluation.Downstream;
using static TorchSharp.torch;

namespace Mpuc.Host.Tests.Evaluation;

public class ProbeChoiceTests
{
    private static readonly EvaluationOptions Options = new() { ProbeHidden = 8, ProbeEpochs = 3, ProbeLearningRate = 0.01 };

    [Test]
    public void The_configuration_chooses_the_classifier()
    {
        using var scope = NewDisposeScope();
        using var problem = Problem();

        Assert.That(Classifiers.Chosen(problem, Options, 4), Is.EqualTo(Classifiers.Probe(problem, Options, 4)));
        Assert.That(
            Classifiers.Chosen(problem, Options with { Probe = ProbeKind.Linear }, 4),
            Is.EqualTo(Classifiers.LinearProbe(problem, Options, 4)));
        Assert.That(Classifiers.Chosen(problem, Options with { Probe = ProbeKind.Ridge }, 4), Is.EqualTo(RidgeProbe.Predict(problem)));
        Assert.That(
            new[] { Classifiers.Probe(problem, Options, 4), Classifiers.LinearProbe(problem, Options, 4), RidgeProbe.Predict(problem) },
            Is.Unique, "the three disagree somewhere, or this shows nothing");
    }

    [Test]
    public void A_batch_beyond_the_training_rows_is_all_of_them()
    {
        using var scope = NewDisposeScope();
        using var problem = Problem();

        Assert.That(
            Classifiers.Probe(problem, Options with { ProbeBatchSize = 65536 }, 4),
            Is.EqualTo(Classifiers.Probe(problem, Options with { ProbeBatchSize = problem.TrainingTargets.Count }, 4)));
    }

    [TestCase("mlp", 4)]
    [TestCase("linear", 2)]
    [TestCase("ridge", 0)]
    public void No_probe_changes_the_features_or_leaves_a_tensor(string probe, int parameters)
    {
        using var scope = NewDisposeScope();
        using var problem = Problem();
        var options = Options with { Probe = Enum.Parse<ProbeKind>(probe, ignoreCase: true) };
        var before = problem.Training.data<float>().ToArray();

        Assert.That(LiveTensors.LeftBy(() => Classifiers.Chosen(problem, options, 4), parameters), Is.Zero);

        Assert.That(problem.Training.data<float>().ToArray(), Is.EqualTo(before));
        Assert.That(problem.Training.requires_grad, Is.False);
    }

    [Test]
    public void Of_neighbours_that_tie_the_nearests_class_wins()
    {
        using var scope = NewDisposeScope();

        // Angles of the training rows from the test row: class 2 at 10 degrees, class 0 at 20 and 25, class 2 at 40, class 1 at 60.
        using var problem = new ClassificationProblem(Angles(10, 20, 25, 40, 60), [2, 0, 0, 2, 1], Angles(0), Spaces.Single(3));
        var nearest = Enumerable.Range(0, 5)
            .OrderByDescending(row => Cosine(problem, row))
            .Select(row => problem.TrainingTargets[row])
            .ToList();

        Assert.That(
            Classifiers.NearestNeighbours(problem, 4),
            Is.EqualTo(
                new[]
                {
                    Enumerable.Range(0, 4)
                        .Select(place => nearest[place])
                        .First(label => nearest.Take(4).Count(other => other == label) == 2),
                }));
    }

    private static double Cosine(ClassificationProblem problem, int row) =>
        nn.functional.cosine_similarity(problem.Training[row].unsqueeze(0), problem.Test, dim: 1).item<float>();

    private static Tensor Angles(params double[] degrees) => tensor(
        degrees.SelectMany(angle => new[] { Math.Cos(angle * Math.PI / 180), Math.Sin(angle * Math.PI / 180) })
            .Select(value => (float)value)
            .ToArray(),
        [degrees.Length, 2]);

    private static ClassificationProblem Problem()
    {
        manual_seed(9);
        var targets = Enumerable.Range(0, 30).Select(row => row % 3L).ToList();
        return new ClassificationProblem(randn(30, 5), targets, randn(60, 5), Spaces.Single(3));
    }
}
