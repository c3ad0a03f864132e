using Mpuc.Host.Evaluation;
using Mpuc.Host.Runs;

namespace Mpuc.Host.Protocol;

/// <summary>
/// The configuration's contrastive training as an ordinary run, and the probe on every subset of its modalities. An interrupted training is
/// continued, a finished one used as it is.
/// </summary>
internal sealed class ContrastiveMethod : IMethod
{
    /// <summary>The method's name.</summary>
    public const string Name = "contrastive";

    /// <inheritdoc/>
    public string Id => Name;

    /// <inheritdoc/>
    public IReadOnlyList<MethodRow> Run(Fold fold, string folder, CancellationToken cancellationToken)
    {
        var configuration = fold.Configuration;
        FoldTraining.Execute(configuration, fold.Catalog, fold.Log, folder, null, cancellationToken);
        using var run = TrainedRun.Load(RunDirectory.Open(folder), configuration, fold.Catalog, fold.Log.Logger);
        using var store = run.OpenStore(fold.Recordings, null, cancellationToken);
        using var features = FrozenFeatures.Extract(fold, run.Model, run.Modalities, store, cancellationToken);
        return
        [
            .. ModalitySubsets.Of(fold.Names, configuration.Evaluation.MaximumSubsetModalities).Select(subset => MethodRow.Of(
                fold, Name, subset, supervised: !configuration.Objective.IsUnsupervised, FrozenFeatures.Predict(fold, features, subset))),
        ];
    }
}
