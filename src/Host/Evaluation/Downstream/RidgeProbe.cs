using static TorchSharp.torch;

namespace Mpuc.Host.Evaluation.Downstream;

/// <summary>
/// Ridge regression from features to one-hot classes (regularised least squares, Rifkin and Klautau 2004). The penalty is the one of the
/// least squared error when each training row is predicted from all others, which the singular values give without fitting anything again
/// (Allen 1974). Computed in float64.
/// </summary>
internal static class RidgeProbe
{
    private static readonly double[] Penalties = [.. Enumerable.Range(0, 13).Select(step => Math.Pow(10, -1 + (step / 2.0)))];

    /// <summary>Fits the training rows and predicts the test rows.</summary>
    public static long[] Predict(ClassificationProblem problem)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        var features = problem.Training.to(ScalarType.Float64);
        var classes = nn.functional.one_hot(tensor(problem.TrainingTargets.ToArray()), problem.Space.Classes.Count).to(ScalarType.Float64);
        var (centre, share) = (features.mean([0]), classes.mean([0]));
        var (left, singular, right) = linalg.svd(features - centre, fullMatrices: false);
        var (squared, projected) = (singular.square(), left.t().mm(classes - share));
        var penalty = Penalties.MinBy(candidate => LeftOutError(classes - share, left, squared, projected, candidate));
        var weights = right.t().mm((singular / (squared + penalty)).unsqueeze(1) * projected);
        return (problem.Test.to(ScalarType.Float64) - centre).mm(weights).add(share).argmax(1).data<long>().ToArray();
    }

    // A row's residual when it is left out is its residual over one minus its leverage, to which the mean that is subtracted adds 1 / N.
    private static double LeftOutError(Tensor classes, Tensor left, Tensor squared, Tensor projected, double penalty)
    {
        using var scope = NewDisposeScope();
        var shrinkage = squared / (squared + penalty);
        var leverage = (left.square() * shrinkage).sum(dim: 1) + (1.0 / classes.shape[0]);
        var residual = classes - left.mm(shrinkage.unsqueeze(1) * projected);
        return (residual / (1 - leverage).clamp_min(1e-9).unsqueeze(1)).square().mean().item<double>();
    }
}
