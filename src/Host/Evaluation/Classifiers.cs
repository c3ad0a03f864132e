using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Host.Evaluation;

/// <summary>
/// The classifiers that measure frozen features. Each learns from training rows and predicts test rows; all see features standardised by the
/// training rows, and none ever changes an encoder (paper, Sec. III-C).
/// </summary>
internal static class Classifiers
{
    /// <summary>The paper's prediction layer: fc, ReLU, fc, trained with cross-entropy.</summary>
    /// <param name="problem">Features and training classes.</param>
    /// <param name="options">The layer's width and training.</param>
    /// <param name="seed">Seeds the weights and the order of batches.</param>
    /// <returns>The predicted classes of the test rows.</returns>
    public static long[] Probe(ClassificationProblem problem, EvaluationOptions options, int seed)
    {
        manual_seed(seed);
        using var layers = nn.Sequential(
            ("hidden", nn.Linear(problem.FeatureSize, options.ProbeHidden)),
            ("relu", nn.ReLU()),
            ("output", nn.Linear(options.ProbeHidden, problem.Classes)));
        return FitAndPredict(layers, problem, options, seed);
    }

    /// <summary>A single fully-connected layer, trained as <see cref="Probe"/>.</summary>
    /// <inheritdoc cref="Probe"/>
    public static long[] LinearProbe(ClassificationProblem problem, EvaluationOptions options, int seed)
    {
        manual_seed(seed);
        using var layer = nn.Sequential(("output", nn.Linear(problem.FeatureSize, problem.Classes)));
        return FitAndPredict(layer, problem, options, seed);
    }

    /// <summary>The majority among the k training rows of the greatest cosine similarity; a tie goes to the class of the nearest.</summary>
    /// <param name="problem">Features and training classes.</param>
    /// <param name="neighbours">k; at most all training rows vote.</param>
    /// <returns>The predicted classes of the test rows.</returns>
    public static long[] NearestNeighbours(ClassificationProblem problem, int neighbours)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        var train = nn.functional.normalize(problem.Training, dim: 1);
        var test = nn.functional.normalize(problem.Test, dim: 1);
        var k = (int)Math.Min(neighbours, train.shape[0]);
        var (_, nearest) = test.matmul(train.t()).topk(k, dim: 1);
        var votes = problem.TrainingClasses[nearest.flatten()].data<long>().ToArray();
        return [.. Enumerable.Range(0, (int)test.shape[0]).Select(row => Majority(votes.AsSpan(row * k, k), problem.Classes))];
    }

    private static long Majority(ReadOnlySpan<long> votes, int classes)
    {
        var counts = new int[classes];
        foreach (var vote in votes)
        {
            counts[vote]++;
        }

        var most = counts.Max();
        foreach (var vote in votes)
        {
            if (counts[vote] == most)
            {
                return vote;
            }
        }

        return 0;
    }

    private static long[] FitAndPredict(nn.Module<Tensor, Tensor> classifier, ClassificationProblem problem, EvaluationOptions options, int seed)
    {
        using var generator = new Generator((ulong)seed);
        using var optimizer = optim.Adam(classifier.parameters(), options.ProbeLearningRate, weight_decay: options.ProbeWeightDecay);
        for (var epoch = 0; epoch < options.ProbeEpochs; epoch++)
        {
            using var epochScope = NewDisposeScope();
            foreach (var rows in randperm(problem.Training.shape[0], generator: generator).split(options.ProbeBatchSize))
            {
                using var stepScope = NewDisposeScope();
                optimizer.zero_grad();
                var logits = classifier.call(problem.Training.index_select(0, rows));
                nn.functional.cross_entropy(logits, problem.TrainingClasses.index_select(0, rows)).backward();
                optimizer.step();
            }
        }

        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        return classifier.call(problem.Test).argmax(1).data<long>().ToArray();
    }
}
