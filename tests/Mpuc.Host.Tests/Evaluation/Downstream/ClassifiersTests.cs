using Mpuc.Host.Evaluation;
using Mpuc.Host.Evaluation.Downstream;
using static TorchSharp.torch;

namespace Mpuc.Host.Tests.Evaluation.Downstream;

public class ClassifiersTests
{
    private static readonly EvaluationOptions Options = new()
    {
        ProbeHidden = 32,
        ProbeEpochs = 60,
        ProbeLearningRate = 0.01,
        ProbeBatchSize = 16,
    };

    [Test]
    public void The_probe_solves_exclusive_or_and_the_linear_probe_cannot()
    {
        using var scope = NewDisposeScope();
        var (features, classes) = ExclusiveOr(200);
        using var problem = new ClassificationProblem(features, classes, features, Spaces.Single(2));

        Assert.That(Accuracy(Classifiers.Probe(problem, Options, 0), classes), Is.GreaterThan(0.95));
        Assert.That(Accuracy(Classifiers.LinearProbe(problem, Options, 0), classes), Is.LessThan(0.75));
    }

    [Test]
    public void The_same_seed_gives_the_same_predictions_and_another_seed_other_weights()
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        using var problem = new ClassificationProblem(
            randn(60, 5), [.. Enumerable.Range(0, 60).Select(i => i % 3L)], randn(200, 5), Spaces.Single(3));

        var first = Classifiers.Probe(problem, Options, 7);

        Assert.That(Classifiers.Probe(problem, Options, 7), Is.EqualTo(first));
        Assert.That(Classifiers.Probe(problem, Options, 8), Is.Not.EqualTo(first));
    }

    [TestCase(1)]
    [TestCase(3)]
    [TestCase(7)]
    public void Nearest_neighbours_vote_as_a_naive_search_by_cosine_says(int k)
    {
        using var scope = NewDisposeScope();
        manual_seed(5);
        var classes = Enumerable.Range(0, 40).Select(i => i % 4L).ToList();
        using var problem = new ClassificationProblem(randn(40, 6), classes, randn(25, 6), Spaces.Single(4));

        Assert.That(Classifiers.NearestNeighbours(problem, k), Is.EqualTo(NaiveNeighbours(problem, classes, k)));
    }

    [Test]
    public void More_neighbours_than_training_rows_means_all_of_them()
    {
        using var scope = NewDisposeScope();
        using var problem = new ClassificationProblem(
            tensor(new float[,] { { 0, 1 }, { 1, 0 }, { 1, 0.1f } }), [0, 1, 1], tensor(new float[,] { { 0, 5 } }), Spaces.Single(2));

        Assert.That(Classifiers.NearestNeighbours(problem, 100), Is.EqualTo(new long[] { 1 }));
    }

    [Test]
    public void A_multi_label_probe_finds_each_class_by_itself()
    {
        using var scope = NewDisposeScope();
        manual_seed(4);
        var features = randn(300, 4);
        var values = features.data<float>().ToArray().Chunk(4).ToList();
        List<long> targets = [.. values.Select(row => (row[0] > 0 ? 1L : 0) | (row[1] > 1 ? 2L : 0))];
        using var problem = new ClassificationProblem(features, targets, features, Spaces.Multi(2));

        var metrics = ClassificationMetrics.Of(problem.Space, targets, Classifiers.Probe(problem, Options, 0), 0.5);

        Assert.That(metrics.WeightedAccuracy, Is.GreaterThan(0.95));
        Assert.That(metrics.Accuracy, Is.GreaterThan(0.9));
    }

    [Test]
    public void Neighbours_of_a_multi_label_task_vote_on_each_class()
    {
        using var scope = NewDisposeScope();
        using var problem = new ClassificationProblem(
            tensor(new float[,] { { 0, 1 }, { 0.1f, 1 }, { 0.2f, 1 }, { 1, -1 } }),
            [0b01, 0b11, 0b10, 0b00],
            tensor(new float[,] { { 0.1f, 1 } }),
            Spaces.Multi(2));

        Assert.That(Classifiers.NearestNeighbours(problem, 3), Is.EqualTo(new long[] { 0b11 }));
        Assert.That(Classifiers.NearestNeighbours(problem, 3, threshold: 0.9), Is.EqualTo(new long[] { 0b00 }));
    }

    [Test]
    public void Balanced_sampling_lets_a_rare_class_be_found_where_nothing_else_tells()
    {
        using var scope = NewDisposeScope();
        manual_seed(6);
        List<long> targets = [.. Enumerable.Range(0, 200).Select(i => i % 10 == 0 ? 1L : 0L)];
        var features = randn(200, 2) + tensor(targets.ToArray()).unsqueeze(1);
        using var problem = new ClassificationProblem(features, targets, features, Spaces.Single(2));

        var shuffled = Classifiers.LinearProbe(problem, Options, 0).Count(target => target == 1);
        var balanced = Classifiers.LinearProbe(problem, Options with { Sampling = SamplingKind.Balanced }, 0).Count(target => target == 1);

        Assert.That(balanced, Is.GreaterThan(2 * shuffled));
    }

    private static long[] NaiveNeighbours(ClassificationProblem problem, List<long> classes, int k)
    {
        var (train, test) = (Rows(problem.Training), Rows(problem.Test));
        return [.. test.Select(row =>
        {
            var nearest = Enumerable.Range(0, train.Count)
                .OrderByDescending(i => Cosine(row, train[i]))
                .Take(k)
                .Select(i => classes[i])
                .ToList();
            var most = nearest.CountBy(label => label).Max(pair => pair.Value);
            return nearest.First(label => nearest.Count(other => other == label) == most);
        })];
    }

    private static double Cosine(double[] a, double[] b) =>
        a.Zip(b, (x, y) => x * y).Sum() / Math.Sqrt(a.Sum(x => x * x) * b.Sum(x => x * x));

    private static List<double[]> Rows(Tensor tensor) =>
        [.. tensor.data<float>().ToArray().Select(value => (double)value).Chunk((int)tensor.shape[1])];

    private static double Accuracy(long[] predictions, IReadOnlyList<long> classes) =>
        predictions.Where((prediction, i) => prediction == classes[i]).Count() / (double)predictions.Length;

    private static (Tensor Features, IReadOnlyList<long> Classes) ExclusiveOr(int count)
    {
        manual_seed(2);
        var features = rand(count, 2) * 2 - 1;
        var values = features.data<float>().ToArray();
        return (features, [.. Enumerable.Range(0, count).Select(i => values[2 * i] * values[(2 * i) + 1] > 0 ? 1L : 0L)]);
    }
}
