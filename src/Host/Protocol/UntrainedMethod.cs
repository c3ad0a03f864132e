using Mpuc.Host.Training;
using TorchSharp;

namespace Mpuc.Host.Protocol;

/// <summary>The probe on encoders with their first weights.</summary>
internal sealed class UntrainedMethod : IMethod
{
    /// <summary>The method's name.</summary>
    public const string Name = "floor";

    /// <inheritdoc/>
    public string Id => Name;

    /// <inheritdoc/>
    public IReadOnlyList<MethodRow> Run(Fold fold, string folder, CancellationToken cancellationToken)
    {
        using var model = new MultimodalEncoder(fold.Modalities, fold.Contexts, fold.Configuration.Projection, fold.Configuration.Seed);
        model.to(fold.Device);
        model.eval();
        using var features = FrozenFeatures.Extract(fold, model, fold.Modalities, fold.EvaluationStore, cancellationToken);
        return [MethodRow.Of(fold, Name, fold.Names, supervised: false, FrozenFeatures.Predict(fold, features, fold.Names))];
    }
}
