using static TorchSharp.torch;

namespace Mpuc.Host.Evaluation.Downstream;

/// <summary>Standardised features of training and test rows, with the training rows' targets. Owns its tensors.</summary>
internal sealed class ClassificationProblem : IDisposable
{
    /// <summary>Standardises the features by the training rows.</summary>
    /// <param name="training">Training features, <c>[N, D]</c>; NaN where a modality is missing.</param>
    /// <param name="test">Test features, <c>[K, D]</c>.</param>
    public ClassificationProblem(Tensor training, IReadOnlyList<long> trainingTargets, Tensor test, LabelSpace space)
    {
        using var standardizer = new Standardizer(training);
        Training = standardizer.Apply(training);
        Test = standardizer.Apply(test);
        (TrainingTargets, Space) = (trainingTargets, space);
    }

    /// <summary>Standardised training features, <c>[N, D]</c>.</summary>
    public Tensor Training { get; }

    /// <summary>Standardised test features, <c>[K, D]</c>.</summary>
    public Tensor Test { get; }

    /// <summary>Targets of the training rows.</summary>
    public IReadOnlyList<long> TrainingTargets { get; }

    /// <summary>The classes.</summary>
    public LabelSpace Space { get; }

    /// <summary>D.</summary>
    public long FeatureSize => Training.shape[1];

    /// <inheritdoc/>
    public void Dispose()
    {
        Training.Dispose();
        Test.Dispose();
    }
}
