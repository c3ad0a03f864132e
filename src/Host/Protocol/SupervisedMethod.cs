using Mpuc.Host.Baselines;
using Mpuc.Host.Data;
using Mpuc.Host.Data.Batches;
using Mpuc.Host.Evaluation.Downstream;
using Mpuc.Host.Modalities;
using Mpuc.Host.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Host.Protocol;

/// <summary>
/// A supervised baseline: encoders and classifier trained end to end on the labelled training recordings (paper, Sec. IV-B).
/// </summary>
/// <param name="modalities">The modalities to use; null for all.</param>
internal sealed class SupervisedMethod(
    string name, IReadOnlyList<string>? modalities, FusionKind kind, Func<BaselineOptions, SupervisedOptions> optionsOf) : IMethod
{
    /// <summary>One modality alone.</summary>
    public const string Unimodal = "unimodal";

    /// <summary>Features side by side.</summary>
    public const string LateFusion = "lateFusion";

    /// <summary>Attention over the modalities' features.</summary>
    public const string AttentionFusion = "attentionFusion";

    /// <inheritdoc/>
    public string Id => modalities is null ? name : $"{name}-{string.Join('-', modalities)}";

    /// <inheritdoc/>
    public IReadOnlyList<MethodRow> Run(Fold fold, string folder, CancellationToken cancellationToken)
    {
        var configuration = fold.Configuration;
        var chosen = fold.Modalities.Where(modality => modalities?.Contains(modality.Name) ?? true).ToList();
        var data = SupervisedStageData.From(fold.Split, configuration.Data.Label, configuration.Evaluation.Task);
        var options = optionsOf(configuration.Baselines);
        using var model = new SupervisedModel(chosen, fold.Contexts, kind, data.Space.Classes.Count, options, configuration.Seed);
        model.to(fold.Device);
        manual_seed(MultimodalEncoder.SeedOf(configuration.Seed, Id));
        using var loss = new ClassificationLoss(
            data.Space, data.Of(data.Training.Select(recording => recording.Id)), configuration.Evaluation.Threshold);
        var checkpoint = BaselineCheckpoint.In(folder, fold.Log.Logger);
        Train(fold, chosen, data, model, loss, options, checkpoint, cancellationToken);
        var names = chosen.Select(modality => modality.Name).ToList();
        var row = MethodRow.Of(fold, name, names, supervised: true, Predict(fold, chosen, data.Space, model, loss, cancellationToken));
        checkpoint.Delete();
        return [row];
    }

    private static void Train(
        Fold fold,
        IReadOnlyList<Modality> chosen,
        SupervisedStageData data,
        SupervisedModel model,
        ClassificationLoss loss,
        SupervisedOptions options,
        BaselineCheckpoint checkpoint,
        CancellationToken cancellationToken)
    {
        var (configuration, store) = (fold.Configuration, fold.TrainingStore);
        var training = options.For(configuration.Training);
        var usable = Usable(data.Training);
        if (usable.Count < 2)
        {
            throw new MpucException(
                $"A supervised baseline needs at least 2 labelled training recordings with its modalities, and there are {usable.Count}.");
        }

        var loader = new BatchLoader(
            usable, store, chosen, configuration.Window, training.BatchSize, configuration.Seed, configuration.Data.Workers);
        var validation = Usable(data.Validation);
        new SupervisedTrainer(model, data, loss, training, checkpoint).Train(
            loader.Epoch,
            validation.Count == 0 ? null : () => fold.Windows(validation, chosen, store, cancellationToken),
            null,
            cancellationToken);

        List<UnlabelledRecording> Usable(IReadOnlyList<UnlabelledRecording> recordings) =>
            [.. recordings.Where(recording => chosen.Any(modality => store.Duration(recording, modality) is not null))];
    }

    // Windows of one recording vote with their probabilities.
    private static long[] Predict(
        Fold fold,
        IReadOnlyList<Modality> chosen,
        LabelSpace space,
        SupervisedModel model,
        ClassificationLoss loss,
        CancellationToken cancellationToken)
    {
        var tested = fold.Rows.TestIds.ToHashSet(StringComparer.Ordinal);
        var recordings = fold.Split.Test.Where(recording => tested.Contains(recording.Id))
            .Select(recording => recording.WithoutLabels())
            .ToList();
        using var noGradient = no_grad();
        var decided = new List<long>();
        foreach (var batch in fold.Windows(recordings, chosen, fold.EvaluationStore, cancellationToken))
        {
            using var _ = batch;
            using var scope = NewDisposeScope();
            var probabilities = loss.Probabilities(model.Logits(batch)).reshape(batch.Views, batch.RecordingIds.Count, -1).mean([0]);
            decided.AddRange(loss.Decide(probabilities.cpu()));
        }

        // The rows' classes may be more than those of the training recordings.
        return [.. decided.Select(target => fold.Rows.Space.Parse(space.Format(target)))];
    }
}
