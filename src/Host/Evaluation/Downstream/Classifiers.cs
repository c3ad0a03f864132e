using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Host.Evaluation.Downstream;

/// <summary>
/// The classifiers that measure frozen features. Each learns from training rows and predicts test rows; all see features standardised by
/// the training rows, and none ever changes an encoder (paper, Sec. III-C).
/// </summary>
internal static class Classifiers
{
    /// <summary>The classifier that the configuration chooses.</summary>
    /// <param name="seed">Seeds the weights and the order of batches, where there are any.</param>
    public static long[] Chosen(ClassificationProblem problem, EvaluationOptions options, int seed) => options.Probe switch
    {
        ProbeKind.Linear => LinearProbe(problem, options, seed),
        ProbeKind.Ridge => RidgeProbe.Predict(problem),
        _ => Probe(problem, options, seed),
    };

    /// <summary>The paper's prediction layer: fc, ReLU, fc, trained with <see cref="ClassificationLoss"/>.</summary>
    public static long[] Probe(ClassificationProblem problem, EvaluationOptions options, int seed)
    {
        manual_seed(seed);
        using var layers = nn.Sequential(
            ("hidden", nn.Linear(problem.FeatureSize, options.ProbeHidden)),
            ("relu", nn.ReLU()),
            ("output", nn.Linear(options.ProbeHidden, problem.Space.Classes.Count)));
        return FitAndPredict(layers, problem, options, seed);
    }

    /// <summary>A single fully-connected layer, trained as <see cref="Probe"/>: logistic regression.</summary>
    /// <inheritdoc cref="Probe"/>
    public static long[] LinearProbe(ClassificationProblem problem, EvaluationOptions options, int seed)
    {
        manual_seed(seed);
        using var layer = nn.Sequential(("output", nn.Linear(problem.FeatureSize, problem.Space.Classes.Count)));
        return FitAndPredict(layer, problem, options, seed);
    }

    /// <summary>
    /// The majority among the k training rows of the greatest cosine similarity; a tie goes to the class of the nearest. Of a multi-label
    /// task, every class that at least the threshold's fraction of them shows.
    /// </summary>
    /// <param name="neighbours">k; at most all training rows vote.</param>
    public static long[] NearestNeighbours(ClassificationProblem problem, int neighbours, double threshold = 0.5)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        var train = nn.functional.normalize(problem.Training, dim: 1);
        var test = nn.functional.normalize(problem.Test, dim: 1);
        var k = (int)Math.Min(neighbours, train.shape[0]);
        var (_, nearest) = test.mm(train.t()).topk(k, dim: 1);
        var votes = nearest.flatten().data<long>().Select(row => problem.TrainingTargets[(int)row]).Chunk(k);
        return
            [.. votes.Select(vote => problem.Space.Kind == TaskKind.SingleLabel ? Majority(vote) : Union(vote, problem.Space, threshold))];
    }

    private static long Majority(long[] votes)
    {
        var counts = votes.CountBy(vote => vote).ToDictionary();
        var most = counts.Values.Max();
        return votes.First(vote => counts[vote] == most);
    }

    private static long Union(long[] votes, LabelSpace space, double threshold) => Enumerable.Range(0, space.Classes.Count)
        .Where(place => votes.Count(vote => space.Has(vote, place)) >= threshold * votes.Length)
        .Aggregate(0L, (set, place) => set | (1L << place));

    /// <summary>Trains layers as every classifier here is trained: Adam, on rows in random order.</summary>
    /// <param name="classifier">Rows <c>[N, D]</c> to logits <c>[N, C]</c>.</param>
    /// <param name="rows">Standardised training rows, <c>[N, D]</c>.</param>
    public static void Fit(
        nn.Module<Tensor, Tensor> classifier,
        Tensor rows,
        IReadOnlyList<long> targets,
        ClassificationLoss loss,
        EvaluationOptions options,
        int seed)
    {
        using var encoded = loss.Encode(targets);
        using var order = new TrainingOrder(targets, options.Sampling, seed);
        var optimizer = new ProbeAdam(classifier.parameters(), options.ProbeLearningRate, options.ProbeWeightDecay);
        for (var epoch = 0; epoch < options.ProbeEpochs; epoch++)
        {
            using var epochScope = NewDisposeScope();
            foreach (var places in order.Next().split(options.ProbeBatchSize))
            {
                using var stepScope = NewDisposeScope();
                classifier.zero_grad();
                loss.Compute(classifier.call(rows.index_select(0, places)), encoded.index_select(0, places)).backward();
                optimizer.Step();
            }
        }
    }

    private static long[] FitAndPredict(
        nn.Module<Tensor, Tensor> classifier, ClassificationProblem problem, EvaluationOptions options, int seed)
    {
        using var loss = new ClassificationLoss(problem.Space, problem.TrainingTargets, options.Threshold);
        Fit(classifier, problem.Training, problem.TrainingTargets, loss, options, seed);
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        return loss.Decide(loss.Probabilities(classifier.call(problem.Test)));
    }
}

/// <summary>The classifier on frozen features.</summary>
public enum ProbeKind
{
    /// <summary>The paper's prediction layer: fc, ReLU, fc (Sec. III-C).</summary>
    Mlp,

    /// <summary>One fully-connected layer: logistic regression.</summary>
    Linear,

    /// <summary>Ridge regression on the classes, its penalty chosen by leave-one-out; the same every time, whatever the seed.</summary>
    Ridge,
}
