using Mpuc.Host.Evaluation.Downstream;
using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Host.Tests.Evaluation.Downstream;

public class RidgeProbeTests
{
    [TestCase(40, 5)]
    [TestCase(12, 30)]
    public void The_penalty_and_the_predictions_are_those_of_fitting_again_without_each_row(int rows, int size)
    {
        using var scope = NewDisposeScope();
        var (problem, features, test, targets) = Problem(rows, size, seed: rows);
        using (problem)
        {
            var best = Enumerable.Range(0, 13).Select(step => Math.Pow(10, -1 + (step / 2.0)))
                .MinBy(penalty => Enumerable.Range(0, rows).Sum(row => LeftOut(features, targets, row, penalty)));
            Assert.That(RidgeProbe.Predict(problem), Is.EqualTo(Fit(features, targets, best)(test).argmax(1).data<long>().ToArray()));
        }
    }

    [Test]
    public void Classes_that_a_line_divides_are_told_apart()
    {
        using var scope = NewDisposeScope();
        var training = randn(200, 10, ScalarType.Float32);
        var test = randn(50, 10, ScalarType.Float32);
        using var problem = new ClassificationProblem(training, Side(training), test, Spaces.Single(2));
        Assert.That(RidgeProbe.Predict(problem).Zip(Side(test)).Count(pair => pair.First == pair.Second), Is.GreaterThanOrEqualTo(45));

        static long[] Side(Tensor values) => [.. values[TensorIndex.Colon, 0].data<float>().Select(value => value > 0 ? 1L : 0L)];
    }

    [Test]
    public void Features_that_never_vary_do_no_harm()
    {
        using var scope = NewDisposeScope();
        var (problem, _, _, _) = Problem(20, 4, seed: 1, constant: true);
        using (problem)
        {
            Assert.That(RidgeProbe.Predict(problem), Has.Length.EqualTo(7));
        }
    }

    [Test]
    public void One_labelled_recording_per_class_is_enough_to_fit()
    {
        using var scope = NewDisposeScope();
        using var problem = new ClassificationProblem(
            eye(2, dtype: ScalarType.Float32), [0, 1], eye(2, dtype: ScalarType.Float32), Spaces.Single(2));
        Assert.That(RidgeProbe.Predict(problem), Is.EqualTo(new long[] { 0, 1 }));
    }

    private static (
        ClassificationProblem Problem,
        Tensor Features,
        Tensor Test,
        long[] Targets) Problem(int rows, int size, int seed, bool constant = false)
    {
        manual_seed(seed);
        var (training, test) = (randn(rows, size, ScalarType.Float32), randn(7, size, ScalarType.Float32));
        if (constant)
        {
            training[TensorIndex.Colon, 1] = 3;
        }

        var targets = Enumerable.Range(0, rows).Select(row => (long)row % 3).ToArray();
        training[TensorIndex.Colon, 0] += tensor(targets, ScalarType.Float32);
        var problem = new ClassificationProblem(training, targets, test, Spaces.Single(3));
        return (problem, problem.Training.to(ScalarType.Float64), problem.Test.to(ScalarType.Float64), targets);
    }

    // The normal equations, solved anew.
    private static Func<Tensor, Tensor> Fit(Tensor features, long[] targets, double penalty)
    {
        var classes = nn.functional.one_hot(tensor(targets), 3).to(ScalarType.Float64);
        var (centre, share) = (features.mean([0]), classes.mean([0]));
        var centred = features - centre;
        var weights = linalg.solve(
            centred.t().mm(centred) + (penalty * eye(features.shape[1], dtype: ScalarType.Float64)), centred.t().mm(classes - share));
        return values => (values - centre).mm(weights) + share;
    }

    private static double LeftOut(Tensor features, long[] targets, int row, double penalty)
    {
        long[] others = [.. Enumerable.Range(0, targets.Length).Where(other => other != row).Select(other => (long)other)];
        var predicted = Fit(
            features.index_select(0, tensor(others)), [.. others.Select(other => targets[other])], penalty)(features[row].unsqueeze(0));
        var truth = nn.functional.one_hot(tensor(new[] { targets[row] }), 3).to(ScalarType.Float64);
        return (predicted - truth).square().sum().item<double>();
    }
}
