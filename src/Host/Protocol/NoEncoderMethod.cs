using Mpuc.Host.Evaluation;

namespace Mpuc.Host.Protocol;

/// <summary>The probe on each modality's mean and deviation over time, without any encoder.</summary>
internal sealed class NoEncoderMethod : IMethod
{
    /// <summary>The method's name.</summary>
    public const string Name = "noEncoder";

    /// <inheritdoc/>
    public string Id => Name;

    /// <inheritdoc/>
    public IReadOnlyList<MethodRow> Run(Fold fold, string folder, CancellationToken cancellationToken)
    {
        using var features = FeatureExtractor.Pool(fold.Recordings, fold.EvaluationStore);
        return [MethodRow.Of(fold, Name, fold.Names, supervised: false, FrozenFeatures.Predict(fold, features, fold.Names))];
    }
}
