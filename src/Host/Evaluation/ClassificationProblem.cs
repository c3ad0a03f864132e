using static TorchSharp.torch;

namespace Mpuc.Host.Evaluation;

/// <summary>Standardised features of training and test rows, with the training rows' classes. Owns its tensors.</summary>
internal sealed class ClassificationProblem : IDisposable
{
    /// <summary>Standardises the features by the training rows.</summary>
    /// <param name="training">Training features, <c>[N, D]</c>; NaN where a modality is missing.</param>
    /// <param name="trainingClasses">Their classes, N of them, each 0 to <paramref name="classes"/> - 1.</param>
    /// <param name="test">Test features, <c>[K, D]</c>.</param>
    /// <param name="classes">The number of classes.</param>
    public ClassificationProblem(Tensor training, IReadOnlyList<long> trainingClasses, Tensor test, int classes)
    {
        using var standardizer = new Standardizer(training);
        Training = standardizer.Apply(training);
        Test = standardizer.Apply(test);
        TrainingClasses = tensor(trainingClasses.ToArray(), ScalarType.Int64);
        Classes = classes;
    }

    /// <summary>Standardised training features, <c>[N, D]</c>.</summary>
    public Tensor Training { get; }

    /// <summary>Standardised test features, <c>[K, D]</c>.</summary>
    public Tensor Test { get; }

    /// <summary>Classes of the training rows, <c>[N]</c>, int64.</summary>
    public Tensor TrainingClasses { get; }

    /// <summary>The number of classes.</summary>
    public int Classes { get; }

    /// <summary>D.</summary>
    public long FeatureSize => Training.shape[1];

    /// <inheritdoc/>
    public void Dispose()
    {
        Training.Dispose();
        Test.Dispose();
        TrainingClasses.Dispose();
    }
}
