using Mpuc.Host.Evaluation;

namespace Mpuc.Host.Protocol;

/// <summary>Always predicts what is most frequent among the training recordings.</summary>
internal sealed class MajorityMethod : IMethod
{
    /// <summary>The method's name.</summary>
    public const string Name = "majority";

    /// <inheritdoc/>
    public string Id => Name;

    /// <inheritdoc/>
    public IReadOnlyList<MethodRow> Run(Fold fold, string folder, CancellationToken cancellationToken) =>
        [MethodRow.Of(fold, Name, [], supervised: false, [.. fold.Rows.TestIds.Select(_ => fold.Rows.MajorityTarget)])];
}

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
